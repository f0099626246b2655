package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Finds the transactions of one source. Belongs to one thread.
public final class Transactions implements AutoCloseable {

    /// CDR and Session object of one charging event may differ by this much.
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private final StoreFile file;
    private final Connection connection;
    private final PreparedStatement find;
    private final Hashes hashes = new Hashes();

    Transactions(StoreFile file, Connection connection, int source) throws SQLException {
        this.file = file;
        this.connection = connection;
        find =
                connection.prepareStatement(
                        """
                        SELECT id FROM live_session
                        WHERE source_id = ?1 AND (evse_key = ?2 OR uid_key = ?2)
                          AND start_ms BETWEEN ?3 AND ?4
                          AND (?5 IS NULL OR auth_hash IS NULL OR auth_hash = ?5)
                          AND status <> 'INVALID'
                        LIMIT 2
                        """);
        find.setInt(1, source);
    }

    /// The id of the one transaction at an EVSE, of a contract, that started within 60 seconds.
    ///
    /// Those that were given up (`INVALID`) do not count: a failed start is often followed by
    /// another.
    ///
    /// @param evseKey key of the EVSE-ID or of the EVSE's internal id
    /// @param authId contract id, compared in any case; absent matches any
    /// @return absent if there is no such transaction or more than one
    public @Nullable String find(String evseKey, @Nullable String authId, Instant start) {
        try {
            find.setString(2, evseKey);
            find.setLong(3, start.minus(TOLERANCE).toEpochMilli());
            find.setLong(4, start.plus(TOLERANCE).toEpochMilli());
            find.setBytes(5, hash(hashes, authId));
            try (var rows = find.executeQuery()) {
                if (!rows.next()) {
                    return null;
                }
                var id = rows.getString(1);
                return rows.next() ? null : id;
            }
        } catch (SQLException e) {
            throw file.understand(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw file.understand(e);
        }
    }

    static void save(Connection connection, int source, List<Transaction> transactions)
            throws SQLException {
        var hashes = new Hashes();
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT OR REPLACE INTO live_session
                          (source_id, operator, id, evse_key, uid_key, auth_hash, start_ms, stop_ms, status)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (var transaction : transactions) {
                statement.setInt(1, source);
                statement.setString(2, transaction.operatorKey());
                statement.setString(3, transaction.id());
                statement.setString(4, transaction.evseKey());
                statement.setString(5, transaction.uidKey());
                statement.setBytes(6, hash(hashes, transaction.authId()));
                statement.setLong(7, transaction.start().toEpochMilli());
                SourceTable.set(statement, 8, SourceTable.millis(transaction.stop()));
                statement.setString(9, transaction.status());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static byte @Nullable [] hash(Hashes hashes, @Nullable String authId) {
        return authId == null
                ? null
                : hashes.of("contract " + authId.strip().toLowerCase(Locale.ROOT));
    }
}
