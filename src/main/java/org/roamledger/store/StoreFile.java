package org.roamledger.store;

import org.jspecify.annotations.Nullable;
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
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/// The SQLite file of a store: opens connections to it, guards its version and brings its schema up
/// to date.
final class StoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);

    /// Earlier ones can lose committed data when two connections write and checkpoint at once.
    private static final List<Integer> SAFE_ENGINE = List.of(3, 51, 3);

    /// "Roam" in ASCII: marks the file as one of ours.
    private static final int APPLICATION_ID = 0x526F616D;

    /// In order; the number of those applied is the file's user_version. Never change one that was
    /// released.
    static final List<String> MIGRATIONS =
            List.of(
                    "0001-sessions.sql",
                    "0002-source-settings.sql",
                    "0003-sync.sql",
                    "0004-stations.sql",
                    "0005-rejects.sql",
                    "0006-ratings.sql",
                    "0007-oicp.sql",
                    "0008-mappings.sql",
                    "0009-network-keys.sql",
                    "0010-readings.sql",
                    "0011-sync-history.sql");

    /// The version of a store that this application writes.
    static final int VERSION = MIGRATIONS.size();

    private static final long FULL = 1 << 18;
    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIBIBYTES = 64 * 1024;
    private static final int CHECKPOINT_PAGES = 10_000;

    private final Path path;
    private final boolean readOnly;
    private final StorePlace place;

    /// Not closed before the last connection: closing a file that is open twice lets go of the
    /// locks that this process has on it, those of SQLite too.
    private @Nullable RandomAccessFile raw;

    private StoreFile(Path path, boolean readOnly, StorePlace place) {
        this.path = path;
        this.readOnly = readOnly;
        this.place = place;
    }

    /// Opens or creates the file and brings it to the newest schema.
    ///
    /// @throws ProblemException if it is no store, is newer than this application, is damaged, or
    ///   cannot be opened
    static StoreFile open(Path path, InstantSource clock) {
        return open(path, clock, () -> {});
    }

    /// @param step told before each statement of a migration
    static StoreFile open(Path path, InstantSource clock, Runnable step) {
        var exists = Files.exists(path);
        if (!exists) {
            create(path);
        }
        var readOnly = exists && !isWritable(path);
        if (exists && !readOnly) {
            OwnerOnly.protect(path);
        }
        var file = new StoreFile(path, readOnly, StorePlace.of(path));
        try {
            var version = file.guard(exists);
            if (!readOnly && version < VERSION) {
                file.upgrade(version, clock, step);
            }
        } catch (SQLException e) {
            throw file.damagedOr(file.understand(e));
        } catch (ProblemException e) {
            throw file.damagedOr(e);
        }
        return file;
    }

    private static void create(Path path) {
        try {
            OwnerOnly.createFolder(path.toAbsolutePath().resolveSibling(""));
            OwnerOnly.createFile(path);
        } catch (FileAlreadyExistsException _) {
            // Another process was faster, and as good.
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.StoreNotOpened(path, String.valueOf(e.getMessage())), e);
        }
    }

    private int guard(boolean existed) throws SQLException {
        try (var connection = connect(readOnly)) {
            guardEngine(connection);
            return guardVersion(connection, existed);
        }
    }

    /// What makes a file look like no store, or a newer one, may be damage to its head.
    private ProblemException damagedOr(ProblemException found) {
        var doubtful =
                switch (found.problem()) {
                    case Problem.StoreNotAStore _ ->
                            isKnownToDiffer()
                                    || !new BackupFolder(path).all(Instant.EPOCH).isEmpty();
                    case Problem.StoreNewer _, Problem.StoreNotOpened _ -> isKnownToDiffer();
                    default -> false;
                };
        return doubtful
                ? new ProblemException(new Problem.StoreDamaged(path, found.problem().key()), found)
                : found;
    }

    /// Whether the file is not what it was when it was closed. Not while it is open.
    private boolean isKnownToDiffer() {
        var kept = BlockSums.read(path);
        if (kept.isEmpty()) {
            return false;
        }
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            var now = BlockSums.of(file, Progress.NONE);
            return !kept.get().areOutdated(now) && kept.get().difference(now).isPresent();
        } catch (IOException _) {
            return false;
        }
    }

    /// The folder counts too: SQLite writes its journal beside the file.
    private static boolean isWritable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return Files.isWritable(file) && folder != null && Files.isWritable(folder);
    }

    Path path() {
        return path;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    StorePlace place() {
        return place;
    }

    BackupFolder backups() {
        return new BackupFolder(path);
    }

    /// The bytes of the file, to be read while nobody writes to it; closed by [#close].
    synchronized RandomAccessFile raw() throws IOException {
        var open = raw == null ? new RandomAccessFile(path.toFile(), "r") : raw;
        raw = open;
        return open;
    }

    /// A connection for the one writer.
    ///
    /// @throws ProblemException with [Problem.StoreReadOnly] if the file cannot be written
    Connection writer() {
        if (readOnly) {
            throw new ProblemException(new Problem.StoreReadOnly(path));
        }
        BlockSums.forget(path);
        try {
            return connect(false);
        } catch (SQLException e) {
            throw understand(e);
        }
    }

    /// A connection that sees one state of the store for as long as a transaction is open.
    Connection reader() throws SQLException {
        return connect(true);
    }

    private Connection connect(boolean reading) throws SQLException {
        var config = new SQLiteConfig();
        config.setReadOnly(reading);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIBIBYTES);
        if (!reading) {
            config.setJournalMode(
                    place.isLocal()
                            ? SQLiteConfig.JournalMode.WAL
                            : SQLiteConfig.JournalMode.DELETE);
            // What is synced can be synced again; FULL is set where a person's own input is
            // written. The older journal is safe with FULL alone.
            config.setSynchronous(
                    place.isLocal()
                            ? SQLiteConfig.SynchronousMode.NORMAL
                            : SQLiteConfig.SynchronousMode.FULL);
            config.enforceForeignKeys(true);
            config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        }
        var connection = DriverManager.getConnection(url(), config.toProperties());
        if (!reading) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
            }
        }
        return connection;
    }

    /// A store that nobody can write is opened as immutable: reading one in WAL mode would
    /// otherwise want to create a file beside it.
    private String url() {
        return readOnly ? "jdbc:sqlite:" + path.toUri() + "?immutable=1" : "jdbc:sqlite:" + path;
    }

    private void guardEngine(Connection connection) throws SQLException {
        var found = text(connection, "SELECT sqlite_version()");
        if (!isSafeEngine(found)) {
            var needed = String.join(".", SAFE_ENGINE.stream().map(String::valueOf).toList());
            throw new ProblemException(new Problem.EngineTooOld(found, needed));
        }
    }

    static boolean isSafeEngine(String version) {
        var parts = Arrays.stream(version.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
        for (var i = 0; i < SAFE_ENGINE.size(); i++) {
            if (parts[i] != SAFE_ENGINE.get(i)) {
                return parts[i] > SAFE_ENGINE.get(i);
            }
        }
        return true;
    }

    private int guardVersion(Connection connection, boolean existed) throws SQLException {
        var id = number(connection, "PRAGMA application_id");
        var version = number(connection, "PRAGMA user_version");
        var tables = number(connection, "SELECT count(*) FROM sqlite_schema");
        if (existed && id != APPLICATION_ID && (tables > 0 || version > 0)) {
            throw new ProblemException(new Problem.StoreNotAStore(path));
        }
        if (version > VERSION) {
            throw new ProblemException(new Problem.StoreNewer(path, version, VERSION));
        }
        return version;
    }

    private void upgrade(int version, InstantSource clock, Runnable step) throws SQLException {
        if (version > 0) {
            if (isKnownToDiffer()) {
                throw new ProblemException(new Problem.StoreDamaged(path, "checksum"));
            }
            copyInto(Backup.Kind.UPGRADE, clock.instant(), Progress.NONE);
        }
        BlockSums.forget(path);
        try (var connection = connect(false)) {
            migrate(connection, step);
        }
    }

    /// Makes a backup of what the store holds now; others may write to it meanwhile.
    ///
    /// @throws ProblemException with [Problem.DiskFull], or with [Problem.Cancelled] if the thread
    ///   is interrupted
    Backup copyInto(Backup.Kind kind, Instant now, Progress progress) {
        try {
            return backups().make(kind, now, Files.size(path), target -> vacuum(target, progress));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.StoreNotOpened(path, String.valueOf(e.getMessage())), e);
        }
    }

    private void vacuum(Path target, Progress progress) {
        try (var connection = reader();
                var statement = connection.prepareStatement("VACUUM INTO ?")) {
            Interruption.of(connection, progress);
            statement.setString(1, target.toString());
            statement.execute();
        } catch (SQLException e) {
            throw understand(e);
        }
    }

    /// Each migration is one transaction together with the version it leads to.
    private void migrate(Connection connection, Runnable step) throws SQLException {
        for (var version = number(connection, "PRAGMA user_version");
                version < VERSION;
                version++) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var sql : statements(MIGRATIONS.get(version))) {
                    step.run();
                    statement.execute(sql);
                }
                step.run();
                statement.execute("PRAGMA application_id=" + APPLICATION_ID);
                statement.execute("PRAGMA user_version=" + (version + 1));
                step.run();
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /// Keeps what the file is now, if this was the last to have it open. Nothing of it may be open
    /// in this process any more.
    void close() {
        try {
            if (!readOnly && !BlockSums.isThere(path) && Files.exists(path)) {
                keepSums();
            }
        } finally {
            closeRaw();
        }
    }

    private void keepSums() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(0);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        try (var connection = DriverManager.getConnection(url(), config.toProperties());
                var statement = connection.createStatement()) {
            // Waits for nobody: whoever has it open keeps the sums when they close it.
            statement.execute("BEGIN IMMEDIATE");
            BlockSums.of(raw(), Progress.NONE).write(path);
            statement.execute("ROLLBACK");
        } catch (SQLException | IOException | ProblemException e) {
            LOG.info("No sums are kept of {}: {}", path, e.getMessage());
        }
    }

    private synchronized void closeRaw() {
        try {
            if (raw != null) {
                raw.close();
                raw = null;
            }
        } catch (IOException e) {
            LOG.warn("Cannot be closed: {}", path, e);
        }
    }

    /// The driver runs only the first statement of a text, so scripts are cut where a line ends in
    /// `;`.
    static List<String> statements(String script) {
        try (var in = StoreFile.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("no migration " + script);
            }
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\\s*\\R")).filter(sql -> !sql.isBlank()).toList();
        } catch (IOException e) {
            throw new IllegalStateException("unreadable migration " + script, e);
        }
    }

    /// What a user is told about a fault of the database.
    ProblemException understand(SQLException fault) {
        var code =
                fault instanceof SQLiteException sqlite
                        ? SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xFF)
                        : SQLiteErrorCode.UNKNOWN_ERROR;
        var detail = String.valueOf(fault.getMessage());
        var problem =
                switch (code) {
                    case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                            new Problem.StoreReadOnly(path);
                    case SQLITE_FULL -> new Problem.DiskFull(path);
                    // What it puts beside the file it cannot say more of.
                    case SQLITE_IOERR, SQLITE_CANTOPEN ->
                            isFull()
                                    ? new Problem.DiskFull(path)
                                    : new Problem.StoreNotOpened(path, detail);
                    case SQLITE_BUSY, SQLITE_LOCKED -> new Problem.StoreBusy(path);
                    case SQLITE_NOTADB -> new Problem.StoreNotAStore(path);
                    case SQLITE_CORRUPT -> new Problem.StoreDamaged(path, detail);
                    case SQLITE_INTERRUPT -> new Problem.Cancelled();
                    default -> new Problem.StoreNotOpened(path, detail);
                };
        return new ProblemException(problem, fault);
    }

    private boolean isFull() {
        try {
            return Files.getFileStore(path.toAbsolutePath().resolveSibling("")).getUsableSpace()
                    < FULL;
        } catch (IOException _) {
            return false;
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            return result.next() ? result.getInt(1) : 0;
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
