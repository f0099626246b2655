package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Organisation;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Station;
import org.roamledger.session.StationSetting;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads OCPI 2.2.1 Location objects into stations, one for each EVSE.
public final class OcpiLocations {

    private static final Set<String> CLOSED_GROUPS = Set.of("EMPLOYEES", "TENANTS");

    private OcpiLocations() {}

    /// The stations of a location, in its order. EVSEs without a uid are left out: no CDR can refer
    /// to them. Removed EVSEs are kept, because older CDRs do.
    ///
    /// @param tariffs all tariffs of the back office, to tell which stations charge for free
    /// @param readAt when the back office said so
    public static List<Station> stations(JsonNode location, OcpiTariffs tariffs, Instant readAt) {
        var stations = new ArrayList<Station>();
        for (var evse : location.path("evses")) {
            var uid = Fields.idText(evse, "uid");
            if (uid == null) {
                continue;
            }
            var evseId = Fields.idText(evse, "evse_id");
            var operator = operator(location, evseId);
            stations.add(
                    new Station(
                            operator,
                            uid,
                            evseId == null ? null : new EvseId(evseId),
                            name(location),
                            zone(location),
                            organisation(location),
                            plugType(evse.path("connectors")),
                            new StationSetting(
                                    access(location, evse),
                                    freeUsage(evse.path("connectors"), operator, tariffs)),
                            readAt));
        }
        return stations;
    }

    private static String operator(JsonNode location, @Nullable String evseId) {
        var owner =
                Objects.requireNonNullElseGet(
                        Parties.of(location, "*"),
                        () ->
                                Objects.requireNonNullElse(
                                        Parties.operatorOf(evseId), new PartyId("")));
        return owner.key();
    }

    private static @Nullable String name(JsonNode location) {
        var name = Fields.text(location, "name");
        if (name != null) {
            return name;
        }
        var place =
                Stream.of(Fields.text(location, "address"), Fields.text(location, "city"))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return place.isEmpty() ? null : place;
    }

    private static @Nullable ZoneId zone(JsonNode location) {
        var zone = Fields.text(location, "time_zone");
        try {
            return zone == null ? null : ZoneId.of(zone.strip());
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static @Nullable Organisation organisation(JsonNode location) {
        var owner = Fields.text(location.path("owner"), "name");
        var sub = Fields.text(location.path("suboperator"), "name");
        if (sub == null || sub.equals(owner)) {
            return owner == null ? null : new Organisation(owner, null);
        }
        return new Organisation(sub, owner);
    }

    private static PlugType plugType(JsonNode connectors) {
        var types = EnumSet.noneOf(PlugType.class);
        for (var connector : connectors) {
            var byPower = Plugs.ofPowerType(Fields.text(connector, "power_type"));
            types.add(
                    byPower == PlugType.UNKNOWN
                            ? Plugs.ofStandard(Fields.text(connector, "standard"))
                            : byPower);
        }
        return types.size() == 1 ? types.iterator().next() : PlugType.UNKNOWN;
    }

    private static Access access(JsonNode location, JsonNode evse) {
        if (Fields.isFalse(location, "publish")) {
            return Access.PRIVATE;
        }
        for (var restriction : evse.path("parking_restrictions")) {
            if (restriction.isString()
                    && CLOSED_GROUPS.contains(
                            restriction.stringValue().strip().toUpperCase(Locale.ROOT))) {
                return Access.PRIVATE;
            }
        }
        return Access.PUBLIC;
    }

    /// Free only if every tariff of every connector is known and costs nothing.
    private static FreeUsage freeUsage(JsonNode connectors, String operator, OcpiTariffs tariffs) {
        var seen = EnumSet.noneOf(FreeUsage.class);
        for (var connector : connectors) {
            var ids = connector.path("tariff_ids");
            if (ids.isEmpty()) {
                seen.add(FreeUsage.UNKNOWN);
            }
            for (var id : ids) {
                seen.add(
                        id.isString()
                                ? tariffs.freeUsage(operator, id.stringValue())
                                : FreeUsage.UNKNOWN);
            }
        }
        if (seen.contains(FreeUsage.NO)) {
            return FreeUsage.NO;
        }
        return seen.equals(EnumSet.of(FreeUsage.YES)) ? FreeUsage.YES : FreeUsage.UNKNOWN;
    }
}
