package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.PartyId;
import org.roamledger.session.Stated;
import org.roamledger.session.Stated.By;
import org.roamledger.session.StationIds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds what is known now about the station of a session: what a person says, else what a back
/// office says, else what the record says, else what was said for the source; each value for
/// itself.
final class Places {

    private record StationKey(@Nullable String operator, @Nullable String stationId) {}

    private final OrganisationTable organisations;
    private final StationEntries entries;
    private final List<KnownStation> located;
    private final Map<StationKey, KnownStation> byStation = new HashMap<>();
    private final Map<String, KnownStation> byEvse = new HashMap<>();

    Places(Connection connection) throws SQLException {
        organisations = new OrganisationTable(connection);
        entries = new StationEntries(connection);
        located = StationTable.all(connection);
        for (var station : located) {
            var ids = station.ids();
            byStation.put(new StationKey(ids.operator(), ids.stationKey()), station);
            if (ids.evseKey() != null) {
                byEvse.put(ids.evseKey(), station);
            }
        }
    }

    OrganisationTable organisations() {
        return organisations;
    }

    StationEntries entries() {
        return entries;
    }

    /// What back offices say, station by station.
    List<KnownStation> located() {
        return located;
    }

    /// The station of a back office that some ids name: by the internal id of the operator's
    /// station, else by EVSE-ID.
    @Nullable KnownStation located(StationIds ids) {
        var byId = byStation.get(new StationKey(ids.operator(), ids.stationKey()));
        return byId != null || ids.evseKey() == null ? byId : byEvse.get(ids.evseKey());
    }

    /// What a person and the back offices say of a station; at least its ids.
    KnownStation known(StationIds ids) {
        var station = located(ids);
        var byIds = entries.about(ids);
        var byLocation = station == null ? null : entries.about(station.ids());
        var known = KnownStation.of(ids);
        for (var said : new @Nullable KnownStation[] {byIds, byLocation, station}) {
            known = said == null ? known : known.completedBy(said);
        }
        return known;
    }

    /// All that is known of the station of a session.
    ///
    /// @param ofSource owner of the source's stations where nothing else tells it
    KnownStation known(Dimensions.ChargePointRow point, @Nullable String ofSource) {
        var ids =
                new StationIds(
                        point.operator() == null ? null : PartyId.key(point.operator()),
                        point.stationId(),
                        point.evseId() == null ? null : new EvseId(point.evseId()));
        var known = known(ids).completedBy(told(ids, point));
        return ofSource == null
                ? known
                : known.completedBy(
                        KnownStation.of(ids).ownedBy(new Stated<>(ofSource, By.SOURCE, null)));
    }

    private KnownStation told(StationIds ids, Dimensions.ChargePointRow point) {
        var access = Access.valueOf(point.access());
        var freeUsage = FreeUsage.valueOf(point.freeUsage());
        var owner = point.organisation();
        return new KnownStation(
                ids,
                told(point.stationName()),
                null,
                told(owner == null ? null : organisations.current(owner)),
                null,
                told(access == Access.UNKNOWN ? null : access),
                told(freeUsage == FreeUsage.UNKNOWN ? null : freeUsage),
                0);
    }

    private static <T> @Nullable Stated<T> told(@Nullable T value) {
        return value == null ? null : new Stated<>(value, By.RECORD, null);
    }

    /// The zones in which the stations of each owner stand.
    Map<String, Set<ZoneId>> zonesByOwner() {
        var zones = new HashMap<String, Set<ZoneId>>();
        for (var station : located) {
            addZone(known(station.ids()), zones);
        }
        for (var entry : entries.all()) {
            addZone(known(entry.said().ids()), zones);
        }
        return zones;
    }

    private static void addZone(KnownStation station, Map<String, Set<ZoneId>> zones) {
        if (station.owner() != null && station.zone() != null) {
            zones.computeIfAbsent(station.owner().value(), _ -> new HashSet<>())
                    .add(station.zone().value());
        }
    }
}
