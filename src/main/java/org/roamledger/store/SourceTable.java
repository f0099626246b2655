package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.Organisation;
import org.roamledger.session.PartyId;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The statements on the table `source`, within the caller's transaction.
final class SourceTable {

    private static final String FROM_THE_BEGINNING =
            """
            , complete_to = NULL, window_from = NULL, window_to = NULL, sessions_to = NULL,
              rescanned_at = NULL\
            """;

    private SourceTable() {}

    static List<SourceStatus> all(Connection connection) throws SQLException {
        var found = new ArrayList<SourceStatus>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT source.*, organisation.name AS organisation
                                FROM source LEFT JOIN organisation ON organisation.id = source.organisation_id
                                WHERE removed = 0
                                ORDER BY source.id
                                """)) {
            while (rows.next()) {
                found.add(status(rows));
            }
        }
        return found;
    }

    private static SourceStatus status(ResultSet row) throws SQLException {
        var url = row.getString("url");
        var network = row.getString("network");
        var zone = row.getString("zone");
        var source =
                new Source(
                        row.getString("name"),
                        url == null ? null : URI.create(url),
                        network == null ? null : new Network(network),
                        row.getString("organisation"),
                        zone == null ? null : ZoneId.of(zone),
                        settings(row));
        var windowTo = instant(row, "window_to");
        var window =
                windowTo == null
                        ? null
                        : new SyncPosition.Window(
                                instant(row, "window_from"),
                                windowTo,
                                row.getLong("window_offset"),
                                row.getLong("window_distinct"),
                                row.getLong("window_total"),
                                row.getLong("window_last"));
        return new SourceStatus(
                source,
                new SyncPosition(instant(row, "complete_to"), window),
                instant(row, "synced_at"),
                row.getString("problem"),
                modules(row.getString("missing_modules")));
    }

    private static SourceSettings settings(ResultSet row) throws SQLException {
        var from = row.getString("routing_from");
        var to = row.getString("routing_to");
        var certificate = row.getString("client_certificate");
        return new SourceSettings(
                Protocol.valueOf(row.getString("protocol")),
                NetworkRules.parse(row.getString("network_rules")),
                from == null
                        ? null
                        : new Routing(new PartyId(from), to == null ? null : new PartyId(to)),
                row.getString("oicp_operator"),
                certificate == null ? null : Path.of(certificate));
    }

    private static Set<String> modules(String stored) {
        return Arrays.stream(stored.split(","))
                .filter(module -> !module.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Adds a source, or takes up again one of that name that was removed.
    static void add(Connection connection, Source source) throws SQLException {
        write(
                connection,
                source,
                """
                INSERT INTO source (name, url, network, organisation_id, zone,
                  protocol, network_rules, routing_from, routing_to, oicp_operator, client_certificate)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name) DO UPDATE SET
                  url = excluded.url, network = excluded.network,
                  organisation_id = excluded.organisation_id, zone = excluded.zone, removed = 0,
                  protocol = excluded.protocol, network_rules = excluded.network_rules,
                  routing_from = excluded.routing_from, routing_to = excluded.routing_to,
                  oicp_operator = excluded.oicp_operator, client_certificate = excluded.client_certificate,
                  complete_to = NULL, window_from = NULL, window_to = NULL,
                  token_form = NULL, operator = NULL, sessions_to = NULL, wants_sessions = 0,
                  rescanned_at = NULL
                """);
    }

    /// Changes the source of a name. The party that its credentials name stays, as it is part of
    /// the key of sessions.
    ///
    /// @param anew whether it is read from the beginning again
    static void change(Connection connection, Source source, boolean anew) throws SQLException {
        write(
                connection,
                source,
                """
                UPDATE source SET url = ?2, network = ?3, organisation_id = ?4, zone = ?5,
                  protocol = ?6, network_rules = ?7, routing_from = ?8, routing_to = ?9,
                  oicp_operator = ?10, client_certificate = ?11, token_form = NULL%s
                WHERE name = ?1 AND removed = 0
                """
                        .formatted(anew ? FROM_THE_BEGINNING : ""));
    }

    /// @param sql with parameters for name, url, network, organisation, zone and the settings
    private static void write(Connection connection, Source source, String sql)
            throws SQLException {
        var organisation =
                source.organisation() == null
                        ? null
                        : (Long)
                                new OrganisationTable(connection)
                                        .id(
                                                new Organisation(source.organisation(), null),
                                                source.zone());
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, source.name());
            statement.setString(2, source.url() == null ? null : source.url().toString());
            statement.setString(3, source.network() == null ? null : source.network().code());
            set(statement, 4, organisation);
            statement.setString(5, source.zone() == null ? null : source.zone().getId());
            var routing = source.settings().routing();
            statement.setString(6, source.settings().protocol().name());
            statement.setString(7, source.settings().networkRules().text());
            statement.setString(8, routing == null ? null : routing.from().asSent());
            statement.setString(
                    9, routing == null || routing.to() == null ? null : routing.to().asSent());
            var certificate = source.settings().clientCertificate();
            statement.setString(10, source.settings().operator());
            statement.setString(
                    11,
                    certificate == null
                            ? null
                            : certificate.toAbsolutePath().normalize().toString());
            statement.executeUpdate();
        }
    }

    static void move(Connection connection, int source, URI url) throws SQLException {
        try (var statement =
                connection.prepareStatement("UPDATE source SET url = ? WHERE id = ?")) {
            statement.setString(1, url.toString());
            statement.setInt(2, source);
            statement.executeUpdate();
        }
    }

    static boolean remove(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "UPDATE source SET removed = 1 WHERE name = ? AND removed = 0")) {
            statement.setString(1, name);
            return statement.executeUpdate() > 0;
        }
    }

    static @Nullable Integer id(Connection connection, String name) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "SELECT id FROM source WHERE name = ? AND removed = 0")) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : null;
            }
        }
    }

    static void savePosition(Connection connection, int source, SyncPosition position)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        UPDATE source SET complete_to = ?, window_from = ?, window_to = ?,
                          window_offset = ?, window_distinct = ?, window_total = ?, window_last = ?
                        WHERE id = ?
                        """)) {
            var window = position.open();
            set(statement, 1, millis(position.completeTo()));
            set(statement, 2, window == null ? null : millis(window.from()));
            set(statement, 3, window == null ? null : millis(window.to()));
            set(statement, 4, window == null ? null : window.nextOffset());
            set(statement, 5, window == null ? null : window.distinct());
            set(statement, 6, window == null ? null : window.total());
            set(statement, 7, window == null ? null : window.last());
            statement.setInt(8, source);
            statement.executeUpdate();
        }
    }

    static void saveOutcome(Connection connection, int source, SyncOutcome outcome)
            throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "UPDATE source SET synced_at = ?, problem = ?, missing_modules = ? WHERE id"
                                + " = ?")) {
            statement.setLong(1, outcome.at().toEpochMilli());
            statement.setString(2, outcome.problem());
            statement.setString(3, String.join(",", new TreeSet<>(outcome.missingModules())));
            statement.setInt(4, source);
            statement.executeUpdate();
        }
    }

    static Map<String, Long> sessionCounts(Connection connection) throws SQLException {
        var counts = new HashMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT name, sum(sessions)
                                FROM (SELECT kind_id, count(*) AS sessions FROM session GROUP BY kind_id)
                                  JOIN kind ON kind.id = kind_id
                                  JOIN source ON source.id = source_id
                                GROUP BY name
                                """)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    static void set(PreparedStatement statement, int at, @Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(at, Types.INTEGER);
        } else {
            statement.setLong(at, value);
        }
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
