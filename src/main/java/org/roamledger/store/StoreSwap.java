package org.roamledger.store;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.settings.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// Puts another file in the place of a store. What was there is kept beside it, and at no moment is
/// there no store.
final class StoreSwap {

    private static final Logger LOG = LoggerFactory.getLogger(StoreSwap.class);
    private static final String SUFFIX = ".roamledger";
    private static final int BUSY_MILLIS = 2_000;

    private StoreSwap() {}

    static Path beside(Path store, String ending) {
        return store.resolveSibling(store.getFileName() + ending);
    }

    /// @param word why, as it stands in the name of what was there
    /// @return where that is now
    static Path put(Path backup, Path store, Instant now, String word) {
        var part = beside(store, ".restoring");
        try {
            if (Files.getFileStore(store.toAbsolutePath().resolveSibling("")).getUsableSpace()
                    < Files.size(backup)) {
                throw new ProblemException(new Problem.DiskFull(store));
            }
            Files.deleteIfExists(part);
            OwnerOnly.createFile(part);
            Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.protect(part);
            checkSound(backup, part, now);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            settle(store);
            var aside = keep(store, now, word);
            BlockSums.forget(store);
            Files.move(
                    part,
                    store,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return aside;
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(store, String.valueOf(e.getMessage())), e);
        } finally {
            for (var ending : List.of("", "-wal", "-shm", "-journal", "-sums")) {
                delete(beside(part, ending));
            }
        }
    }

    /// Checks a copy, and brings it to the newest schema before anybody sees it.
    private static void checkSound(Path backup, Path copy, Instant now) {
        try {
            try (var store = SessionStore.open(copy, Clock.fixed(now, ZoneOffset.UTC))) {
                var damage = store.care().check(true, Progress.NONE).damage();
                if (damage != null) {
                    throw new ProblemException(damage);
                }
            }
        } catch (ProblemException e) {
            // Of the backup, not of a copy that nobody knows.
            throw switch (e.problem()) {
                case Problem.StoreDamaged(_, var detail) ->
                        new ProblemException(new Problem.StoreDamaged(backup, detail), e);
                case Problem.StoreNotAStore _ ->
                        new ProblemException(new Problem.StoreNotAStore(backup), e);
                case Problem.StoreNewer(_, var found, var known) ->
                        new ProblemException(new Problem.StoreNewer(backup, found, known), e);
                default -> e;
            };
        }
    }

    /// Brings all of a store into its one file; SQLite does that only if nobody else has it open.
    /// One that is damaged stays as it is.
    private static void settle(Path store) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        try (var connection =
                        DriverManager.getConnection("jdbc:sqlite:" + store, config.toProperties());
                var statement = connection.createStatement();
                var mode = statement.executeQuery("PRAGMA journal_mode=DELETE")) {
            if (!mode.getString(1).equals("delete")) {
                throw new ProblemException(new Problem.StoreBusy(store));
            }
        } catch (SQLException e) {
            var code =
                    e instanceof SQLiteException sqlite
                            ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
                            : SQLiteErrorCode.UNKNOWN_ERROR;
            if (code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_LOCKED) {
                throw new ProblemException(new Problem.StoreBusy(store), e);
            }
            LOG.warn("A damaged store is put aside with its journal: {}", e.getMessage());
        }
    }

    private static Path keep(Path store, Instant now, String word) throws IOException {
        var name = store.getFileName().toString();
        var plain =
                name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
        var stem = plain + "-" + word + "-" + BackupFolder.stamp(now);
        var aside = store.resolveSibling(stem + SUFFIX);
        for (var i = 2; Files.exists(aside); i++) {
            aside = store.resolveSibling(stem + "-" + i + SUFFIX);
        }
        try {
            Files.createLink(aside, store);
        } catch (IOException | UnsupportedOperationException _) {
            // A drive that knows no links.
            Files.copy(store, aside);
            OwnerOnly.protect(aside);
        }
        for (var ending : List.of("-wal", "-journal")) {
            var journal = beside(store, ending);
            if (Files.exists(journal)) {
                Files.move(journal, beside(aside, ending));
            }
        }
        delete(beside(store, "-shm"));
        return aside;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("A temporary file was left behind: {}", file, e);
        }
    }
}
