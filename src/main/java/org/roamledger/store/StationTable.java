package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Organisation;
import org.roamledger.session.PlugType;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.Station;
import org.roamledger.session.StationIds;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The statements on the table `station`, what back offices say of stations, within the caller's
/// transaction.
final class StationTable {

    private StationTable() {}

    static void save(Connection connection, int source, List<Station> stations)
            throws SQLException {
        var organisations = new OrganisationTable(connection);
        var owners = new HashMap<Organisation, Long>();
        try (var statement =
                connection.prepareStatement(
                        """
                        INSERT INTO station (operator, station_id, evse_key, name, zone, organisation_id,
                          plug_type, access, free_usage, read_at, source_id, sent_id, evse_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (operator, station_id) DO UPDATE SET
                          evse_key = excluded.evse_key, name = excluded.name, zone = excluded.zone,
                          organisation_id = excluded.organisation_id, plug_type = excluded.plug_type,
                          access = excluded.access, free_usage = excluded.free_usage,
                          read_at = excluded.read_at, source_id = excluded.source_id,
                          sent_id = excluded.sent_id, evse_id = excluded.evse_id
                        WHERE excluded.read_at >= station.read_at
                        """)) {
            for (var station : stations) {
                var evse = station.evseId();
                var owner = ownerId(organisations, owners, station.organisation());
                statement.setString(1, station.operator());
                statement.setString(2, station.stationId().toLowerCase(Locale.ROOT));
                statement.setString(3, evse == null ? null : evse.key());
                statement.setString(4, station.name());
                statement.setString(5, station.zone() == null ? null : station.zone().getId());
                if (owner == null) {
                    statement.setNull(6, Types.INTEGER);
                } else {
                    statement.setLong(6, owner);
                }
                statement.setString(7, station.plugType().name());
                statement.setString(8, station.setting().access().name());
                statement.setString(9, station.setting().freeUsage().name());
                statement.setLong(10, station.readAt().toEpochMilli());
                statement.setInt(11, source);
                statement.setString(12, station.stationId());
                statement.setString(13, evse == null ? null : evse.asSent());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static @Nullable Long ownerId(
            OrganisationTable organisations,
            Map<Organisation, Long> known,
            @Nullable Organisation owner)
            throws SQLException {
        if (owner == null) {
            return null;
        }
        var id = known.get(owner);
        if (id == null) {
            id = organisations.id(owner, null);
            known.put(owner, id);
        }
        return id;
    }

    /// All stations that back offices tell of, those read last at the end.
    static List<KnownStation> all(Connection connection) throws SQLException {
        var found = new ArrayList<KnownStation>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT station.*, organisation.name AS owner
                                FROM station LEFT JOIN organisation ON organisation.id = station.organisation_id
                                ORDER BY read_at
                                """)) {
            while (rows.next()) {
                found.add(station(rows));
            }
        }
        return found;
    }

    private static KnownStation station(ResultSet row) throws SQLException {
        var at = Instant.ofEpochMilli(row.getLong("read_at"));
        var zone = row.getString("zone");
        var plugType = PlugType.valueOf(row.getString("plug_type"));
        var access = Access.valueOf(row.getString("access"));
        var freeUsage = FreeUsage.valueOf(row.getString("free_usage"));
        return new KnownStation(
                ids(row),
                said(row.getString("name"), at),
                said(zone == null ? null : ZoneId.of(zone), at),
                said(row.getString("owner"), at),
                said(plugType == PlugType.UNKNOWN ? null : plugType, at),
                said(access == Access.UNKNOWN ? null : access, at),
                said(freeUsage == FreeUsage.UNKNOWN ? null : freeUsage, at),
                0);
    }

    /// Stations that were last read before ids were kept as sent have only the form for comparing.
    private static StationIds ids(ResultSet row) throws SQLException {
        var sentEvse = row.getString("evse_id");
        var evse = sentEvse == null ? row.getString("evse_key") : sentEvse;
        return new StationIds(
                row.getString("operator"),
                Objects.requireNonNullElse(row.getString("sent_id"), row.getString("station_id")),
                evse == null ? null : new EvseId(evse));
    }

    private static <T> @Nullable Stated<T> said(@Nullable T value, Instant at) {
        return value == null ? null : new Stated<>(value, By.BACK_OFFICE, at);
    }
}
