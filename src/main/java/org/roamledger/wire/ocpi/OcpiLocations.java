package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Organisation;
import org.roamledger.session.PartyId;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.Station;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.RoamingIds;

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

/// Reads Location objects of all OCPI versions into stations, one for each EVSE.
///
/// What cannot be read becomes a reject and never stops the rest. Belongs to one thread.
public final class OcpiLocations {

    private static final Set<String> CLOSED_GROUPS = Set.of("EMPLOYEES", "TENANTS");

    private final OcpiTariffs tariffs;
    private final @Nullable PartyId publisher;
    private final Instant readAt;
    private List<Station> stations = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();

    /// @param tariffs all tariffs of the back office, to tell which stations charge for free
    /// @param publisher the party of the credentials, for locations that name none (OCPI 2.1.1)
    /// @param readAt when the back office said so
    public OcpiLocations(OcpiTariffs tariffs, @Nullable PartyId publisher, Instant readAt) {
        this.tariffs = tariffs;
        this.publisher = publisher;
        this.readAt = readAt;
    }

    /// Reads one location. Removed EVSEs are kept, because older CDRs refer to them; an EVSE
    /// without uid is rejected, because none can.
    ///
    /// @param raw the bytes the location was parsed from
    /// @param where the place for a reject: `locations[3]`
    public void read(JsonNode location, byte[] raw, RecordPlace where) {
        var evses = location.path("evses");
        if (!location.isObject()) {
            reject(location, new BadRecord(Reason.NOT_AN_OBJECT, "", ""), raw, where);
        } else if (!evses.isArray() && !evses.isNull() && !evses.isMissingNode()) {
            reject(
                    location,
                    new BadRecord(Reason.NOT_AN_OBJECT, "evses", evses.toString()),
                    raw,
                    where);
        }
        for (int i = 0; evses.isArray() && i < evses.size(); i++) {
            try {
                stations.add(station(location, evses.get(i), "evses[" + i + "]"));
            } catch (BadRecord bad) {
                reject(location, bad, raw, where);
            }
        }
    }

    /// Hands out what was read since the last call.
    public StationDelivery delivery() {
        var delivery = new StationDelivery(stations, rejects);
        stations = new ArrayList<>();
        rejects = new ArrayList<>();
        return delivery;
    }

    private void reject(JsonNode location, BadRecord bad, byte[] raw, RecordPlace where) {
        rejects.add(bad.rejected(where, Fields.text(location, "id"), raw, null));
    }

    private Station station(JsonNode location, JsonNode evse, String path) throws BadRecord {
        if (!evse.isObject()) {
            throw new BadRecord(Reason.NOT_AN_OBJECT, path, evse.toString());
        }
        var uid = Fields.idText(evse, "uid");
        if (uid == null) {
            throw new BadRecord(Reason.MISSING_VALUE, path + ".uid", "");
        }
        var evseId = Fields.idText(evse, "evse_id");
        var operator = operator(location, evseId);
        var connectors = evse.path("connectors");
        return new Station(
                operator,
                uid,
                evseId == null ? null : new EvseId(evseId),
                name(location),
                zone(location),
                organisation(location),
                Plug.ofAll(connectors).type(),
                new StationSetting(
                        access(location, evse), freeUsage(connectors, operator, tariffs)),
                readAt);
    }

    private String operator(JsonNode location, @Nullable String evseId) {
        return Stream.of(Parties.of(location, "*"), publisher, RoamingIds.operatorOf(evseId))
                .filter(Objects::nonNull)
                .map(PartyId::key)
                .findFirst()
                .orElse("");
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

    /// A location that says nothing about publishing, as in OCPI 2.1.1, is not thereby public.
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
        return Fields.isTrue(location, "publish") ? Access.PUBLIC : Access.UNKNOWN;
    }

    /// Free only if every tariff of every connector is known and costs nothing.
    private static FreeUsage freeUsage(JsonNode connectors, String operator, OcpiTariffs tariffs) {
        var seen = EnumSet.noneOf(FreeUsage.class);
        for (var connector : connectors) {
            var ids = tariffIds(connector);
            if (ids.isEmpty()) {
                seen.add(FreeUsage.UNKNOWN);
            }
            ids.forEach(id -> seen.add(tariffs.freeUsage(operator, id)));
        }
        if (seen.contains(FreeUsage.NO)) {
            return FreeUsage.NO;
        }
        return seen.equals(EnumSet.of(FreeUsage.YES)) ? FreeUsage.YES : FreeUsage.UNKNOWN;
    }

    /// A list since OCPI 2.2, before that a single id.
    private static List<String> tariffIds(JsonNode connector) {
        var single = Fields.text(connector, "tariff_id");
        if (single != null) {
            return List.of(single);
        }
        var ids = new ArrayList<String>();
        connector.path("tariff_ids").forEach(id -> ids.add(id.asString("")));
        return ids;
    }
}
