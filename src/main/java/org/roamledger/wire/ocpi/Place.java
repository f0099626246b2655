package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.EvseId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;

/// Where a session was charged, as its record tells it.
///
/// @param evseUid internal id of the EVSE
/// @param evseId its id in the roaming networks
/// @param name the name that was sealed into the record
/// @param country ISO 3166-1 alpha-3 code, if known
/// @param plug AC or DC
/// @param evseFrom why no EVSE is known, absent if one is
/// @param plugFrom the rule that told the plug, absent if it was sent as it is
record Place(
        @Nullable String evseUid,
        @Nullable EvseId evseId,
        @Nullable String name,
        @Nullable String country,
        PlugType plug,
        @Nullable Provenance evseFrom,
        @Nullable Provenance plugFrom) {

    private static final Provenance NEVER_CHARGED =
            Provenance.missing("cdr_location: reservation without charging");
    private static final Provenance NO_EVSE = Provenance.missing("location.evses is empty");
    private static final Provenance SEVERAL_EVSES =
            Provenance.missing("location.evses: several, not told which one");

    private static final Set<String> ALPHA_2 = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> ALPHA_3 = Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3);

    /// The place of a CDR: `cdr_location`, or the Location object of OCPI 2.1.1.
    static Place of(JsonNode cdr) {
        var sealed = cdr.path("cdr_location");
        return sealed.isObject() ? ofCdrLocation(sealed) : ofLocation(cdr.path("location"));
    }

    private static Place ofCdrLocation(JsonNode location) {
        var uid = Fields.idText(location, "evse_uid");
        var evseId = evseId(location);
        var neverCharged =
                Fields.isNotApplicable(location, "evse_uid")
                        || Fields.isNotApplicable(location, "connector_id");
        var plug =
                neverCharged
                        ? Plug.UNKNOWN
                        : Plug.of(location, "connector_power_type", "connector_standard");
        return new Place(
                uid,
                evseId,
                Fields.text(location, "name"),
                country(location),
                plug.type(),
                uid == null && evseId == null && neverCharged ? NEVER_CHARGED : null,
                plug.from());
    }

    /// The place that a Location object tells. Only the EVSE that was used should be in it; of
    /// several none is claimed, and the plug only where all connectors agree.
    static Place ofLocation(JsonNode location) {
        var evses = location.path("evses");
        var connectors = new ArrayList<JsonNode>();
        evses.forEach(evse -> evse.path("connectors").forEach(connectors::add));
        var plug = Plug.ofAll(connectors);
        var only = evses.size() == 1;
        return new Place(
                only ? Fields.idText(evses.path(0), "uid") : null,
                only ? evseId(evses.path(0)) : null,
                Fields.text(location, "name"),
                country(location),
                plug.type(),
                only ? null : evses.isEmpty() ? NO_EVSE : SEVERAL_EVSES,
                plug.from());
    }

    private static @Nullable EvseId evseId(JsonNode object) {
        var evseId = Fields.idText(object, "evse_id");
        return evseId == null ? null : new EvseId(evseId);
    }

    /// Some write the two letters of ISO 3166-1 where three are asked for.
    private static @Nullable String country(JsonNode location) {
        var country = Fields.upper(location, "country");
        if (ALPHA_2.contains(country)) {
            return Locale.of("", country).getISO3Country();
        }
        return ALPHA_3.contains(country) ? country : null;
    }
}
