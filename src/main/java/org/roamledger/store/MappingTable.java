package org.roamledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The statements on the table `column_mapping`, within the caller's transaction.
final class MappingTable {

    private MappingTable() {}

    static List<SavedMapping> all(Connection connection) throws SQLException {
        var found = new ArrayList<SavedMapping>();
        // A store that nobody can write may be of an earlier version, without the table.
        if (!exists(connection)) {
            return found;
        }
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT name, fingerprint, json FROM column_mapping
                                ORDER BY name, fingerprint
                                """)) {
            while (rows.next()) {
                found.add(
                        new SavedMapping(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT 1 FROM sqlite_schema WHERE name = 'column_mapping'")) {
            return rows.next();
        }
    }

    /// In place of the one that was kept for the same layout.
    static void save(Connection connection, SavedMapping mapping) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO column_mapping (name, fingerprint, json) VALUES (?, ?, ?)
                        ON CONFLICT (fingerprint) DO UPDATE SET name = excluded.name, json = excluded.json
                        """)) {
            statement.setString(1, mapping.name());
            statement.setString(2, mapping.fingerprint());
            statement.setString(3, mapping.json());
            statement.executeUpdate();
        }
    }

    /// Returns how many layouts it was kept for.
    static int remove(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement("DELETE FROM column_mapping WHERE name = ?")) {
            statement.setString(1, name);
            return statement.executeUpdate();
        }
    }
}
