package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The statements on what syncs remember, within the caller's transaction.
final class SyncTable {

    /// What is told of a session that is gone.
    private static final String GONE =
            "session.id AS id, cdr_id, start_ms, provider, gross_e4, currency";

    private SyncTable() {}

    static SyncMemory memory(Connection connection, int source) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        SELECT token_form, operator, sessions_to, wants_sessions, rescanned_at
                        FROM source WHERE id = ?
                        """)) {
            statement.setInt(1, source);
            try (var row = statement.executeQuery()) {
                row.next();
                return new SyncMemory(
                        row.getString("token_form"),
                        row.getString("operator"),
                        SourceTable.instant(row, "sessions_to"),
                        row.getBoolean("wants_sessions"),
                        SourceTable.instant(row, "rescanned_at"));
            }
        }
    }

    static void remember(Connection connection, int source, SyncMemory memory) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        UPDATE source SET token_form = ?, operator = ?, sessions_to = ?,
                          wants_sessions = ?, rescanned_at = ?
                        WHERE id = ?
                        """)) {
            statement.setString(1, memory.tokenForm());
            statement.setString(2, memory.operator());
            SourceTable.set(statement, 3, SourceTable.millis(memory.sessionsTo()));
            statement.setBoolean(4, memory.wantsSessions());
            SourceTable.set(statement, 5, SourceTable.millis(memory.rescannedAt()));
            statement.setInt(6, source);
            statement.executeUpdate();
        }
    }

    /// Notes anew which sessions of a stretch of start times were not seen.
    static List<GoneSession> noteGone(
            Connection connection,
            int source,
            SeenSessions seen,
            @Nullable Instant from,
            @Nullable Instant to,
            Instant now)
            throws SQLException {
        var gone = new ArrayList<GoneSession>();
        try (var select =
                        connection.prepareStatement(
                                """
                                SELECT %s, key
                                FROM session JOIN kind ON kind.id = kind_id
                                WHERE source_id = ? AND start_ms >= ? AND start_ms < ?
                                ORDER BY start_ms, session.id
                                """
                                        .formatted(GONE));
                var forget =
                        connection.prepareStatement(
                                """
                                DELETE FROM gone_upstream
                                WHERE session_id IN (
                                  SELECT session.id
                                  FROM gone_upstream JOIN session ON session.id = session_id
                                  WHERE source_id = ? AND start_ms >= ? AND start_ms < ?)
                                """);
                var insert =
                        connection.prepareStatement(
                                "INSERT OR REPLACE INTO gone_upstream (session_id, source_id,"
                                        + " noticed_at) VALUES (?, ?, ?)")) {
            bind(forget, source, from, to);
            forget.executeUpdate();
            bind(select, source, from, to);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var key = Objects.requireNonNull(rows.getBytes("key"));
                    if (!seen.contains(key, rows.getString("cdr_id"))) {
                        gone.add(gone(rows));
                    }
                }
            }
            for (var session : gone) {
                insert.setLong(1, session.session());
                insert.setInt(2, source);
                insert.setLong(3, now.toEpochMilli());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return gone;
    }

    private static void bind(
            PreparedStatement statement, int source, @Nullable Instant from, @Nullable Instant to)
            throws SQLException {
        statement.setInt(1, source);
        statement.setLong(2, from == null ? Long.MIN_VALUE : from.toEpochMilli());
        statement.setLong(3, to == null ? Long.MAX_VALUE : to.toEpochMilli());
    }

    static List<GoneSession> gone(Connection connection, int source) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        SELECT %s
                        FROM gone_upstream JOIN session ON session.id = session_id
                          JOIN kind ON kind.id = kind_id
                        WHERE gone_upstream.source_id = ?
                        ORDER BY start_ms, session.id
                        """
                                .formatted(GONE))) {
            statement.setInt(1, source);
            var gone = new ArrayList<GoneSession>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    gone.add(gone(rows));
                }
            }
            return gone;
        }
    }

    private static GoneSession gone(ResultSet row) throws SQLException {
        var gross = row.getLong("gross_e4");
        var price = row.wasNull() ? null : new Amount(gross);
        return new GoneSession(
                row.getLong("id"),
                row.getString("cdr_id"),
                Instant.ofEpochMilli(row.getLong("start_ms")),
                row.getString("provider"),
                price,
                row.getString("currency"));
    }
}
