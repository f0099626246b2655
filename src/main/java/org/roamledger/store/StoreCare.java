package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// What keeps a store well: checks, backups, and the way back to one.
///
/// Safe for use by any threads.
public final class StoreCare {

    private final StoreFile file;
    private final StoreAccess access;
    private final InstantSource clock;
    private @Nullable Held held;

    StoreCare(StoreFile file, StoreAccess access, InstantSource clock) {
        this.file = file;
        this.access = access;
        this.clock = clock;
    }

    /// The file as it was when it was closed. As long as somebody reads the state from before,
    /// SQLite leaves what was written since in its journal.
    private record Held(Connection reader, BlockSums sums) {}

    /// What a check found.
    ///
    /// @param damage absent if the store is sound
    /// @param compared whether every byte was compared with what was there when the store was
    ///   closed last; else only how its parts hang together was looked at
    public record Check(@Nullable Problem damage, boolean compared) {}

    /// Keeps the bytes of the file as they are until the next check, which can then compare all of
    /// them. To be called before anything is written.
    public synchronized void awaitCheck() {
        if (held == null) {
            held = hold().orElse(null);
        }
    }

    private Optional<Held> hold() {
        try {
            var reader = file.reader();
            var ours = false;
            try {
                reader.setAutoCommit(false);
                try (var statement = reader.createStatement();
                        var row = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
                    row.next();
                }
                // Only now: who writes takes the sums away first.
                var sums =
                        isJournalEmpty()
                                ? BlockSums.read(file.path())
                                : Optional.<BlockSums>empty();
                ours = sums.isPresent();
                return sums.map(kept -> new Held(reader, kept));
            } finally {
                if (!ours) {
                    reader.close();
                }
            }
        } catch (SQLException | IOException _) {
            // The check itself will tell.
            return Optional.empty();
        }
    }

    private boolean isJournalEmpty() throws IOException {
        var journal = StoreSwap.beside(file.path(), "-wal");
        return !Files.exists(journal) || Files.size(journal) == 0;
    }

    /// Looks for damage. Others may read and write meanwhile.
    ///
    /// @param thorough whether indexes are compared with what they are of, which takes longer
    /// @throws ProblemException with [Problem.Cancelled] if the thread is interrupted
    public synchronized Check check(boolean thorough, Progress progress) {
        awaitCheck();
        var reader = held;
        held = null;
        try {
            var compared = false;
            if (reader != null) {
                try {
                    var now = BlockSums.of(file.raw(), progress);
                    compared = !reader.sums().areOutdated(now);
                    var place = reader.sums().difference(now);
                    if (compared && place.isPresent()) {
                        return damaged("checksum, byte " + place.getAsLong());
                    }
                } finally {
                    reader.reader().close();
                }
            }
            var found = access.read(connection -> look(connection, thorough, progress));
            return found.equals("ok") ? new Check(null, compared) : damaged(found);
        } catch (SQLException e) {
            return new Check(file.understand(e).problem(), false);
        } catch (IOException e) {
            return new Check(
                    new Problem.StoreNotOpened(file.path(), String.valueOf(e.getMessage())), false);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.StoreDamaged damaged) {
                return new Check(damaged, false);
            }
            throw e;
        }
    }

    private Check damaged(String detail) {
        return new Check(new Problem.StoreDamaged(file.path(), detail), true);
    }

    private static String look(Connection connection, boolean thorough, Progress progress)
            throws SQLException {
        Interruption.of(connection, progress);
        var question = thorough ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)";
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            return row.next() ? row.getString(1) : "no answer";
        }
    }

    /// Makes a backup of what the store holds now; others may read and write meanwhile. Older ones
    /// go: the newest of each of seven days and of four weeks stay.
    ///
    /// @throws ProblemException with [Problem.DiskFull], or with [Problem.Cancelled] if the thread
    ///   is interrupted
    public Backup backUp(Progress progress) {
        return file.copyInto(Backup.Kind.BACKUP, clock.instant(), progress);
    }

    /// Whether today has no backup yet.
    public boolean isBackupDue() {
        return !file.isReadOnly() && file.backups().isDue(clock.instant());
    }

    /// The newest first.
    public List<Backup> backups() {
        return file.backups().all(clock.instant());
    }

    /// Puts a backup in the place of the store, which is kept beside it. No sync and no import may
    /// be under way in this process: they would go on from where the store is not any more.
    ///
    /// @return where the store is now that was there before
    /// @throws ProblemException with [Problem.StoreBusy] if another process has it open, with
    ///   [Problem.StoreDamaged] or [Problem.StoreNewer] of the backup, or with [Problem.DiskFull];
    ///   then the store is as it was
    public Path restore(Path backup) {
        if (file.isReadOnly()) {
            throw new ProblemException(new Problem.StoreReadOnly(file.path()));
        }
        // Not while the file is held for it: a check that waits to read holds this object.
        letGo();
        return access.alone(() -> StoreSwap.put(backup, file.path(), clock.instant(), "replaced"));
    }

    /// Ends what keeps the file from being closed.
    synchronized void letGo() {
        var reader = held;
        held = null;
        if (reader != null) {
            try {
                reader.reader().close();
            } catch (SQLException e) {
                throw file.understand(e);
            }
        }
    }

    /// Whether the store can be read and not be written.
    public boolean isReadOnly() {
        return file.isReadOnly();
    }

    /// What a person should know of where the store stands; nothing if that is this computer's own
    /// disk.
    public Optional<Problem> place() {
        return file.place().problem(file.path());
    }
}
