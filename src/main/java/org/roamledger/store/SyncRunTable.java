package org.roamledger.store;

import org.roamledger.session.MergeCounts;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The statements on the history of syncs, within the caller's transaction.
final class SyncRunTable {

    /// Of each source; a sync every quarter of an hour fills them in five days.
    static final int MOST = 500;

    private SyncRunTable() {}

    static void add(Connection connection, int source, SyncRun run) throws SQLException {
        try (var insert =
                        connection.prepareStatement(
                                """
                                INSERT INTO sync_run (source_id, began_at, took, scope, received,
                                  added, changed, unchanged, rejected, gone, problem)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                """);
                var prune =
                        connection.prepareStatement(
                                """
                                DELETE FROM sync_run
                                WHERE source_id = ?1 AND id <= (
                                  SELECT id FROM sync_run WHERE source_id = ?1
                                  ORDER BY id DESC LIMIT 1 OFFSET ?2)
                                """)) {
            insert.setInt(1, source);
            insert.setLong(2, run.began().toEpochMilli());
            insert.setLong(3, run.took().toMillis());
            insert.setString(4, run.scope());
            insert.setLong(5, run.received());
            insert.setLong(6, run.counts().added());
            insert.setLong(7, run.counts().changed());
            insert.setLong(8, run.counts().unchanged());
            insert.setLong(9, run.counts().rejected());
            SourceTable.set(insert, 10, run.gone() == null ? null : (long) run.gone());
            insert.setString(11, run.problem());
            insert.executeUpdate();
            prune.setInt(1, source);
            prune.setInt(2, MOST);
            prune.executeUpdate();
        }
    }

    /// The newest first.
    static List<SyncRun> of(Connection connection, int source) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT * FROM sync_run WHERE source_id = ? ORDER BY id DESC")) {
            statement.setInt(1, source);
            var runs = new ArrayList<SyncRun>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    runs.add(run(rows));
                }
            }
            return runs;
        }
    }

    private static SyncRun run(ResultSet row) throws SQLException {
        var gone = row.getInt("gone");
        var nobodyLooked = row.wasNull();
        return new SyncRun(
                Instant.ofEpochMilli(row.getLong("began_at")),
                Duration.ofMillis(row.getLong("took")),
                row.getString("scope"),
                row.getLong("received"),
                new MergeCounts(
                        row.getLong("added"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("rejected")),
                nobodyLooked ? null : gone,
                row.getString("problem"));
    }
}
