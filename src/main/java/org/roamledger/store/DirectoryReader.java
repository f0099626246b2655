package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationIds;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Brings together the stations of back offices, of the station list and of sessions.
final class DirectoryReader {

    private record Identity(
            @Nullable String operator, @Nullable String station, @Nullable String evse) {}

    /// Sessions that one source delivered of one charge point.
    private record Charged(
            long sessions, Dimensions.ChargePointRow point, @Nullable String owner) {}

    private final Connection connection;
    private final Places places;
    private final Map<Identity, KnownStation> stations = new LinkedHashMap<>();

    DirectoryReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.places = new Places(connection);
    }

    StationDirectory read() throws SQLException {
        // Where the records of one station name several owners, that of most sessions is shown.
        for (var charged : charged()) {
            add(places.known(charged.point, charged.owner).withSessions(charged.sessions));
        }
        addLocated();
        addEntries();
        var sorted = new ArrayList<>(stations.values());
        sorted.sort(
                Comparator.comparing((KnownStation station) -> text(station.ids().stationKey()))
                        .thenComparing(station -> text(station.ids().evseKey())));
        return new StationDirectory(places.organisations().owners(), sorted);
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private void add(KnownStation station) {
        var located = places.located(station.ids());
        var ids = located == null ? station.ids() : located.ids();
        stations.merge(
                new Identity(ids.operator(), ids.stationKey(), ids.evseKey()),
                station,
                KnownStation::completedBy);
    }

    private List<Charged> charged() throws SQLException {
        var points = new HashMap<Integer, Dimensions.ChargePointRow>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT * FROM charge_point")) {
            while (rows.next()) {
                points.put(rows.getInt("id"), Dimensions.chargePoint(rows));
            }
        }
        var charged = new ArrayList<Charged>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT charge_point_id, sum(sessions) AS sessions, organisation.name
                                FROM (SELECT charge_point_id, kind_id, count(*) AS sessions FROM session
                                    GROUP BY charge_point_id, kind_id)
                                  JOIN kind ON kind.id = kind_id
                                  JOIN source ON source.id = kind.source_id
                                  LEFT JOIN organisation ON organisation.id = source.organisation_id
                                WHERE source.missing_modules = ''
                                GROUP BY charge_point_id, kind.source_id
                                ORDER BY sessions DESC
                                """)) {
            while (rows.next()) {
                charged.add(
                        new Charged(
                                rows.getLong(2),
                                Objects.requireNonNull(points.get(rows.getInt(1))),
                                rows.getString(3)));
            }
        }
        return charged;
    }

    private void addLocated() throws SQLException {
        var owners = new HashMap<Identity, String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT station.operator, station.station_id, organisation.name
                                FROM station
                                  JOIN source ON source.id = station.source_id
                                  JOIN organisation ON organisation.id = source.organisation_id
                                """)) {
            while (rows.next()) {
                owners.put(
                        new Identity(rows.getString(1), rows.getString(2), null),
                        rows.getString(3));
            }
        }
        for (var station : places.located()) {
            var ids = station.ids();
            var owner = owners.get(new Identity(ids.operator(), ids.stationKey(), null));
            add(places.known(ids).completedBy(owned(ids, owner)));
        }
    }

    private static KnownStation owned(StationIds ids, @Nullable String owner) {
        return KnownStation.of(ids)
                .ownedBy(owner == null ? null : new Stated<>(owner, By.SOURCE, null));
    }

    /// Those of the station list that speak of no station found so far.
    private void addEntries() {
        var heard = new HashSet<Long>();
        for (var station : stations.values()) {
            places.entries().concerning(station.ids()).forEach(entry -> heard.add(entry.id()));
        }
        for (var entry : places.entries().all()) {
            if (!heard.contains(entry.id())) {
                add(places.known(entry.said().ids()));
            }
        }
    }
}
