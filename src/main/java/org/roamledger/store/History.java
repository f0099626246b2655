package org.roamledger.store;

import org.roamledger.session.RawMessage;
import org.roamledger.session.Reject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.DataFormatException;

/// Reads what is kept of the past: earlier versions, messages, rejects.
final class History {

    private History() {}

    static List<Reject> rejects(Connection connection, int source) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        SELECT place, record_id, reason, field, value, raw FROM reject
                        WHERE source_id = ?
                        ORDER BY seen_at DESC, id
                        """)) {
            statement.setInt(1, source);
            var found = new ArrayList<Reject>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new Reject(
                                    rows.getString(1),
                                    rows.getString(2),
                                    Reject.Reason.valueOf(rows.getString(3)),
                                    rows.getString(4),
                                    rows.getString(5),
                                    rows.getString(6)));
                }
            }
            return found;
        }
    }

    static List<SessionVersion> versions(Connection connection, long session) throws SQLException {
        var select =
                """
                SELECT version, source.name, stored_at, form, body, coalesce(provenance.text, '')
                FROM %s AS stored
                  JOIN kind ON kind.id = stored.kind_id
                  JOIN source ON source.id = kind.source_id
                  JOIN raw_message ON raw_message.id = stored.raw_id
                  LEFT JOIN provenance ON provenance.id = stored.provenance_id
                WHERE stored.id = ?
                """;
        var sql =
                select.formatted("session")
                        + " UNION ALL "
                        + select.formatted("earlier_session")
                        + " ORDER BY 1 DESC";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, session);
            statement.setLong(2, session);
            var found = new ArrayList<SessionVersion>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var raw =
                            new RawMessage(
                                    RawMessage.Form.valueOf(rows.getString(4)),
                                    RawBodies.inflate(Objects.requireNonNull(rows.getBytes(5))));
                    found.add(
                            new SessionVersion(
                                    rows.getInt(1),
                                    rows.getString(2),
                                    Instant.ofEpochSecond(rows.getLong(3)),
                                    raw,
                                    rows.getString(6)));
                }
            }
            return found;
        } catch (DataFormatException e) {
            throw new SQLException("a stored message cannot be inflated", e);
        }
    }
}
