package org.roamledger.store;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// The SQLite file of a store: opens connections to it, guards its version and brings its schema up
/// to date.
final class StoreFile {

    /// Earlier ones can lose committed data when two connections write and checkpoint at once.
    private static final List<Integer> SAFE_ENGINE = List.of(3, 51, 3);

    /// "Roam" in ASCII: marks the file as one of ours.
    private static final int APPLICATION_ID = 0x526F616D;

    /// In order; the number of those applied is the file's user_version. Never change one that was
    /// released.
    private static final List<String> MIGRATIONS =
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
                    "0011-sync-history.sql",
                    "0012-documents.sql");

    /// The version of a store that this application writes.
    static final int VERSION = MIGRATIONS.size();

    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIBIBYTES = 64 * 1024;
    private static final int CHECKPOINT_PAGES = 10_000;

    private final Path path;
    private final boolean readOnly;

    private StoreFile(Path path, boolean readOnly) {
        this.path = path;
        this.readOnly = readOnly;
    }

    /// Opens or creates the file and brings it to the newest schema.
    ///
    /// @throws ProblemException if it is no store, is newer than this application, or cannot be
    ///   opened
    static StoreFile open(Path path) {
        var exists = Files.exists(path);
        var folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new ProblemException(
                        new Problem.StoreNotOpened(path, String.valueOf(e.getMessage())), e);
            }
        }
        var readOnly = exists && !isWritable(path);
        var file = new StoreFile(path, readOnly);
        try (var connection = file.connect(readOnly)) {
            file.guardEngine(connection);
            file.guardVersion(connection, exists);
            if (!readOnly) {
                file.migrate(connection);
            }
        } catch (SQLException e) {
            throw file.understand(e);
        }
        return file;
    }

    /// The folder counts too: SQLite writes its journal beside the file.
    private static boolean isWritable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        return Files.isWritable(file) && folder != null && Files.isWritable(folder);
    }

    Path path() {
        return path;
    }

    /// A connection for the one writer.
    ///
    /// @throws ProblemException with [Problem.StoreReadOnly] if the file cannot be written
    Connection writer() {
        if (readOnly) {
            throw new ProblemException(new Problem.StoreReadOnly(path));
        }
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
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            // What is synced can be synced again; FULL is set where a person's own input is
            // written.
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
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

    private void guardVersion(Connection connection, boolean existed) throws SQLException {
        var id = number(connection, "PRAGMA application_id");
        var version = number(connection, "PRAGMA user_version");
        var tables = number(connection, "SELECT count(*) FROM sqlite_schema");
        if (existed && id != APPLICATION_ID && (tables > 0 || version > 0)) {
            throw new ProblemException(new Problem.StoreNotAStore(path));
        }
        if (version > VERSION) {
            throw new ProblemException(new Problem.StoreNewer(path, version, VERSION));
        }
    }

    /// Each migration is one transaction together with the version it leads to.
    private void migrate(Connection connection) throws SQLException {
        for (var version = number(connection, "PRAGMA user_version");
                version < VERSION;
                version++) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (var sql : statements(MIGRATIONS.get(version))) {
                    statement.execute(sql);
                }
                statement.execute("PRAGMA application_id=" + APPLICATION_ID);
                statement.execute("PRAGMA user_version=" + (version + 1));
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /// The driver runs only the first statement of a text, so scripts are cut where a line ends in
    /// `;`.
    private static List<String> statements(String script) {
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
                    case SQLITE_BUSY, SQLITE_LOCKED -> new Problem.StoreBusy(path);
                    case SQLITE_NOTADB -> new Problem.StoreNotAStore(path);
                    case SQLITE_CORRUPT -> new Problem.StoreDamaged(path, detail);
                    default -> new Problem.StoreNotOpened(path, detail);
                };
        return new ProblemException(problem, fault);
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
