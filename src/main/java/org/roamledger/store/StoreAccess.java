package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// The connections to a store's file: one that writes, for which writes wait, and one for each
/// read. Every write is one transaction.
final class StoreAccess {

    private final StoreFile file;
    private final ReentrantLock writing = new ReentrantLock();

    /// Held for reading by all who read the file, for writing while another is put in its place.
    /// Taken before the other lock, as who reads may write.
    private final ReentrantReadWriteLock standing = new ReentrantReadWriteLock();

    private @Nullable Writer writer;

    StoreAccess(StoreFile file) {
        this.file = file;
    }

    interface Write<T> {
        T with(Writer writer) throws SQLException;
    }

    interface Read<T> {
        T with(Connection connection) throws SQLException;
    }

    /// For what a person typed: on the disk before it is acknowledged, even if the power fails.
    <T> T writeDurably(Write<T> work) {
        writing.lock();
        try {
            writer().synchronous("FULL");
            try {
                return write(work);
            } finally {
                if (writer != null) {
                    writer.synchronous("NORMAL");
                }
            }
        } catch (SQLException e) {
            throw file.understand(e);
        } finally {
            writing.unlock();
        }
    }

    <T> T write(Write<T> work) {
        writing.lock();
        try {
            return writer().inTransaction(work);
        } catch (SQLException e) {
            // SQLite may have ended the transaction by itself, as on a full disk: begin afresh next
            // time.
            dropWriter(e);
            throw file.understand(e);
        } finally {
            writing.unlock();
        }
    }

    private void dropWriter(SQLException fault) {
        var dropped = writer;
        writer = null;
        if (dropped != null) {
            try {
                dropped.close();
            } catch (SQLException e) {
                fault.addSuppressed(e);
            }
        }
    }

    private Writer writer() throws SQLException {
        var open = writer;
        if (open == null) {
            open = new Writer(file.writer());
            writer = open;
        }
        return open;
    }

    <T> T read(Read<T> work) {
        standing.readLock().lock();
        try (var connection = file.reader()) {
            connection.setAutoCommit(false);
            return work.with(connection);
        } catch (SQLException e) {
            throw file.understand(e);
        } finally {
            standing.readLock().unlock();
        }
    }

    /// Does something while nothing of the file is open in this process.
    <T> T alone(Supplier<T> work) {
        standing.writeLock().lock();
        try {
            writing.lock();
            try {
                close();
                return work.get();
            } finally {
                writing.unlock();
            }
        } finally {
            standing.writeLock().unlock();
        }
    }

    /// Waits for a write that is under way.
    void close() {
        writing.lock();
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
        } catch (SQLException e) {
            throw file.understand(e);
        } finally {
            writing.unlock();
        }
    }

    /// The one connection that writes, and what is kept beside it.
    static final class Writer {
        final Connection connection;
        final SessionWriter sessions;
        private final Dimensions dimensions;
        private long seenByOthers;

        private Writer(Connection connection) throws SQLException {
            this.connection = connection;
            dimensions = new Dimensions(connection);
            sessions = new SessionWriter(connection, dimensions);
            seenByOthers = dataVersion();
        }

        private <T> T inTransaction(Write<T> work) throws SQLException {
            connection.setAutoCommit(false);
            T result;
            try {
                // Another process may have added rows to them since.
                var version = dataVersion();
                if (version != seenByOthers) {
                    dimensions.read();
                    seenByOthers = version;
                }
                result = work.with(this);
            } catch (RuntimeException e) {
                dimensions.forgetAdded();
                connection.rollback();
                connection.setAutoCommit(true);
                throw e;
            }
            connection.commit();
            dimensions.keepAdded();
            connection.setAutoCommit(true);
            return result;
        }

        private long dataVersion() throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA data_version")) {
                row.next();
                return row.getLong(1);
            }
        }

        private void synchronous(String mode) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous=" + mode);
            }
        }

        private void close() throws SQLException {
            connection.close();
        }
    }
}
