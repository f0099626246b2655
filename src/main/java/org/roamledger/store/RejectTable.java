package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.KeptReject;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The statements on the table `reject`, within the caller's transaction. For one thread.
final class RejectTable {

    private final Hashes hashes = new Hashes();
    private final PreparedStatement insert;
    private final PreparedStatement any;
    private final PreparedStatement forgetRecord;

    /// Prepares what the writer of sessions does for each of them.
    RejectTable(Connection writer) throws SQLException {
        insert =
                writer.prepareStatement(
                        """
                        INSERT INTO reject (source_id, raw_hash, seen_at, place, record_id, reason, field, value, raw,
                          form, file, first_seen_at, reading)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT number FROM reading))
                        ON CONFLICT (source_id, raw_hash) DO UPDATE
                        SET seen_at = excluded.seen_at, place = excluded.place,
                          file = excluded.file, reading = excluded.reading
                        """);
        any = writer.prepareStatement("SELECT 1 FROM reject WHERE source_id = ? LIMIT 1");
        forgetRecord =
                writer.prepareStatement(
                        """
                        DELETE FROM reject
                        WHERE source_id = ? AND record_id = ? COLLATE NOCASE AND reason <> 'ALREADY_FINAL'
                        """);
    }

    /// Keeps rejects; one that is known already is seen again.
    void write(int source, List<Reject> rejects, Instant now) throws SQLException {
        for (var rejected : rejects) {
            insert.setInt(1, source);
            insert.setBytes(2, hashes.of(rejected.reason() + rejected.field() + rejected.raw()));
            insert.setLong(3, now.toEpochMilli());
            insert.setString(4, rejected.where().text());
            insert.setString(5, rejected.id());
            insert.setString(6, rejected.reason().name());
            insert.setString(7, rejected.field());
            insert.setString(8, rejected.value());
            insert.setString(9, rejected.raw());
            insert.setString(10, rejected.form() == null ? null : rejected.form().name());
            insert.setString(11, rejected.file());
            insert.setLong(12, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    /// Forgets the rejects of records that were read well now. Costs next to nothing for a source
    /// without rejects.
    void forgetRead(int source, List<PreparedSession> sessions) throws SQLException {
        any.setInt(1, source);
        try (var found = any.executeQuery()) {
            if (!found.next()) {
                return;
            }
        }
        for (var prepared : sessions) {
            forgetRecord.setInt(1, source);
            forgetRecord.setString(2, prepared.session().cdrId());
            forgetRecord.executeUpdate();
        }
    }

    /// Begins to read a file.
    ///
    /// @return number of the reading, greater than all before
    static long beginReading(Connection writer) throws SQLException {
        try (var statement = writer.createStatement();
                var number =
                        statement.executeQuery(
                                "UPDATE reading SET number = number + 1 RETURNING number")) {
            return number.getLong(1);
        }
    }

    /// Forgets the rejects of a file that were not met again since a reading began.
    static void forgetOfFile(Connection writer, int source, String file, long reading)
            throws SQLException {
        try (var statement =
                writer.prepareStatement(
                        "DELETE FROM reject WHERE source_id = ? AND file = ? AND reading < ?")) {
            statement.setInt(1, source);
            statement.setString(2, file);
            statement.setLong(3, reading);
            statement.executeUpdate();
        }
    }

    static void forget(Connection writer, Collection<Long> ids) throws SQLException {
        try (var statement = writer.prepareStatement("DELETE FROM reject WHERE id = ?")) {
            for (var id : ids) {
                statement.setLong(1, id);
                statement.executeUpdate();
            }
        }
    }

    /// Visits rejects, the newest first, until the visitor says that it has enough.
    ///
    /// @param source of one source only; all if absent
    /// @param visitor says whether to go on
    static void visit(
            Connection connection, @Nullable Integer source, Predicate<KeptReject> visitor)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        SELECT reject.*, source.name FROM reject JOIN source ON source.id = source_id
                        WHERE ?1 IS NULL OR source_id = ?1
                        ORDER BY seen_at DESC, reject.id
                        """)) {
            statement.setObject(1, source);
            try (var rows = statement.executeQuery()) {
                var more = true;
                while (more && rows.next()) {
                    more = visitor.test(kept(rows));
                }
            }
        }
    }

    private static KeptReject kept(ResultSet row) throws SQLException {
        var form = row.getString("form");
        return new KeptReject(
                row.getLong("id"),
                row.getString("name"),
                new Reject(
                        RecordPlace.of(row.getString("place")),
                        row.getString("record_id"),
                        Reject.Reason.valueOf(row.getString("reason")),
                        row.getString("field"),
                        row.getString("value"),
                        row.getString("raw"),
                        form == null ? null : RawMessage.Form.valueOf(form),
                        row.getString("file")),
                Instant.ofEpochMilli(row.getLong("first_seen_at")),
                Instant.ofEpochMilli(row.getLong("seen_at")));
    }

    /// By name of the source, without sources that have none.
    static Map<String, Long> counts(Connection connection) throws SQLException {
        var found = new LinkedHashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT source.name, count(*) FROM reject JOIN source ON source.id = source_id
                                GROUP BY source_id ORDER BY source_id
                                """)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getLong(2));
            }
        }
        return found;
    }
}
