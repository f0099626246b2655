package org.roamledger.sample;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The H2 database with the records, numbered densely from 1 in the order they are served, so that
/// any page is one range of keys.
///
/// Filled by one thread; read by any number of threads through [CdrReader]s of their own.
final class CdrTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CdrTable.class);

    /// Above, the records would need more memory than a test should take.
    private static final int MOST_IN_MEMORY = 120_000;

    private static final int BATCH = 2_000;

    private static final String SCHEMA =
            """
            CREATE TABLE cdr (
                seq           BIGINT PRIMARY KEY,      -- 1, 2, ... by last_updated, then id
                id            VARCHAR(39) NOT NULL,
                connector     INT NOT NULL,            -- number of the plug
                network       VARCHAR(8) NOT NULL,
                party_country CHAR(2) NOT NULL,        -- of the provider
                party         CHAR(3) NOT NULL,
                token_uid     VARCHAR(36) NOT NULL,
                token_type    VARCHAR(12) NOT NULL,
                contract_id   VARCHAR(36) NOT NULL,
                auth_method   VARCHAR(12) NOT NULL,
                session_id    VARCHAR(36),
                started       BIGINT NOT NULL,         -- seconds of the epoch, like all times
                charged_until BIGINT NOT NULL,
                ended         BIGINT NOT NULL,
                energy        BIGINT NOT NULL,         -- tenths of a watt-hour
                net           BIGINT NOT NULL,         -- ten-thousandths of the currency
                gross         BIGINT,                  -- the same; NULL is unknown
                vat           INT,                     -- tenths of a percent
                has_tariff    BOOLEAN NOT NULL,
                currency      CHAR(3) NOT NULL,
                credits       VARCHAR(39),             -- id of the record taken back
                is_session    BOOLEAN NOT NULL,
                session_no    BIGINT NOT NULL,         -- how many sessions stand before
                last_updated  BIGINT NOT NULL
            )
            """;

    private static final String INSERT =
            "INSERT INTO cdr VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

    private final String url;
    private final @Nullable Path folder;
    private final Connection keeper;
    private final ConcurrentLinkedQueue<CdrReader> idle = new ConcurrentLinkedQueue<>();
    private long records;
    private long sessions;

    private CdrTable(String url, @Nullable Path folder) throws SQLException {
        this.url = url;
        this.folder = folder;
        keeper = connect();
    }

    /// Work that may fail in the database.
    @FunctionalInterface
    interface Query<T> {
        T run(CdrReader reader) throws SQLException;
    }

    /// An empty database: in memory, or for many records in a temporary folder.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable] if the folder takes no files, or
    ///   [Problem.Cancelled]
    static CdrTable create(int records) {
        var options = ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000";
        Path folder = null;
        try {
            if (records > MOST_IN_MEMORY) {
                folder = Files.createTempDirectory("roamledger-sample");
                var file = folder.resolve("cdrs").toAbsolutePath();
                return new CdrTable(
                        "jdbc:h2:file:" + file + ";CACHE_SIZE=65536;TRACE_LEVEL_FILE=0" + options,
                        folder);
            }
            // Without a name the database would be private to its first connection.
            return new CdrTable("jdbc:h2:mem:sample-" + UUID.randomUUID() + options, null);
        } catch (IOException | SQLException e) {
            delete(folder);
            throw failed(folder, e);
        }
    }

    /// Fills the database in the order given. Stops when the thread is interrupted.
    ///
    /// @throws ProblemException with [Problem.Cancelled] or [Problem.FileNotWritable]
    void fill(CdrFactory factory, int[] order, Progress progress) {
        try (var statement = keeper.createStatement()) {
            statement.execute(SCHEMA);
            keeper.setAutoCommit(false);
            try (var insert = keeper.prepareStatement(INSERT)) {
                for (var index : order) {
                    insert(insert, factory.cdr(index));
                    if (records % BATCH == 0) {
                        progress.step(records, order.length);
                        insert.executeBatch();
                        keeper.commit();
                    }
                }
                insert.executeBatch();
                keeper.commit();
            }
            progress.step(records, order.length);
        } catch (SQLException e) {
            throw failed(folder, e);
        }
    }

    long records() {
        return records;
    }

    long sessions() {
        return sessions;
    }

    /// Lends a reader to the calling thread.
    <T> T read(Query<T> query) {
        try {
            var reader = idle.poll();
            if (reader == null) {
                reader = new CdrReader(connect());
            }
            var answer = query.run(reader);
            idle.add(reader);
            return answer;
        } catch (SQLException e) {
            throw new IllegalStateException("sample database not readable", e);
        }
    }

    /// Nobody may be reading any more. Leaves no file behind.
    @Override
    public void close() {
        // An interrupted thread could not close the files.
        var interrupted = Thread.interrupted();
        try (keeper;
                var statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // Its files go away all the same, so nobody has to know.
            LOG.warn("sample database not shut down", e);
        } finally {
            delete(folder);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, "sample", "");
    }

    private void insert(PreparedStatement insert, Cdr cdr) throws SQLException {
        var at = 1;
        insert.setLong(at++, records + 1);
        insert.setString(at++, cdr.id());
        insert.setInt(at++, cdr.connector());
        insert.setString(at++, cdr.network());
        insert.setString(at++, cdr.partyCountry());
        insert.setString(at++, cdr.party());
        insert.setString(at++, cdr.tokenUid());
        insert.setString(at++, cdr.tokenType());
        insert.setString(at++, cdr.contractId());
        insert.setString(at++, cdr.authMethod());
        insert.setString(at++, cdr.sessionId());
        insert.setLong(at++, cdr.started());
        insert.setLong(at++, cdr.chargedUntil());
        insert.setLong(at++, cdr.ended());
        insert.setLong(at++, cdr.energy());
        insert.setLong(at++, cdr.net());
        insert.setObject(at++, cdr.gross(), Types.BIGINT);
        insert.setObject(at++, cdr.vat(), Types.INTEGER);
        insert.setBoolean(at++, cdr.hasTariff());
        insert.setString(at++, cdr.currency());
        insert.setString(at++, cdr.credits());
        insert.setBoolean(at++, cdr.session());
        insert.setLong(at++, sessions);
        insert.setLong(at, cdr.lastUpdated());
        insert.addBatch();
        records++;
        sessions += cdr.session() ? 1 : 0;
    }

    private static ProblemException failed(@Nullable Path folder, Exception cause) {
        // An interrupted thread loses its files in the middle of a write.
        if (Thread.currentThread().isInterrupted()) {
            return new ProblemException(new Problem.Cancelled(), cause);
        }
        var place = folder == null ? Path.of(System.getProperty("java.io.tmpdir", "")) : folder;
        return new ProblemException(
                new Problem.FileNotWritable(place, String.valueOf(cause.getMessage())), cause);
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
