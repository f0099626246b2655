package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Finds what is known now about the station of a session.
final class Places {

    /// Master data of a station; what is not known is absent or unknown.
    ///
    /// @param readAt when the back office said so
    record Place(
            @Nullable String name,
            @Nullable ZoneId zone,
            @Nullable String organisation,
            PlugType plugType,
            Access access,
            FreeUsage freeUsage,
            Instant readAt) {

        static final Place UNKNOWN =
                new Place(
                        null,
                        null,
                        null,
                        PlugType.UNKNOWN,
                        Access.UNKNOWN,
                        FreeUsage.UNKNOWN,
                        Instant.EPOCH);
    }

    private record StationKey(String operator, String stationId) {}

    private final Map<StationKey, Place> byStation = new HashMap<>();
    private final Map<String, Place> byEvse = new HashMap<>();

    Places(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                SELECT operator, station_id, evse_key, station.name, station.zone, organisation.name,
                                  plug_type, access, free_usage, read_at
                                FROM station LEFT JOIN organisation ON organisation.id = station.organisation_id
                                ORDER BY read_at
                                """)) {
            while (rows.next()) {
                var zone = rows.getString(5);
                var place =
                        new Place(
                                rows.getString(4),
                                zone == null ? null : ZoneId.of(zone),
                                rows.getString(6),
                                PlugType.valueOf(rows.getString(7)),
                                Access.valueOf(rows.getString(8)),
                                FreeUsage.valueOf(rows.getString(9)),
                                Instant.ofEpochMilli(rows.getLong(10)));
                byStation.put(new StationKey(rows.getString(1), rows.getString(2)), place);
                var evse = rows.getString(3);
                if (evse != null) {
                    byEvse.put(evse, place);
                }
            }
        }
    }

    /// By the internal id of the operator's station, else by EVSE-ID.
    Place find(@Nullable String operator, @Nullable String stationId, @Nullable String evseId) {
        if (operator != null && stationId != null) {
            var key = new StationKey(PartyId.key(operator), stationId.toLowerCase(Locale.ROOT));
            var place = byStation.get(key);
            if (place != null) {
                return place;
            }
        }
        if (evseId != null) {
            var place = byEvse.get(new EvseId(evseId).key());
            if (place != null) {
                return place;
            }
        }
        return Place.UNKNOWN;
    }
}
