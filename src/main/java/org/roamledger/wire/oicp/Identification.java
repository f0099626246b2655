package org.roamledger.wire.oicp;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.RoamingIds;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Who charged, and how the session was started: the `Identification` of OICP.
///
/// Exactly one of its variants is allowed. The samples of the specification show all five at once,
/// which tells nothing about the method; the provider is still known if all their contracts are of
/// one.
///
/// @param method how the session was started
/// @param methodFrom the rule, absent where the variant says it outright
/// @param provider the provider whose contract it was, if one is named
record Identification(
        ChargeMethod method, @Nullable Provenance methodFrom, @Nullable PartyId provider) {

    private static final List<String> VARIANTS =
            List.of(
                    "RFIDMifareFamilyIdentification",
                    "RFIDIdentification",
                    "QRCodeIdentification",
                    "PlugAndChargeIdentification",
                    "RemoteIdentification");

    static Identification of(JsonNode identification) {
        var given = VARIANTS.stream().filter(name -> identification.path(name).isObject()).toList();
        var providers =
                given.stream()
                        .map(name -> Fields.text(identification.path(name), "EvcoID"))
                        .map(RoamingIds::providerOf)
                        .flatMap(Stream::ofNullable)
                        .toList();
        var provider =
                providers.stream().map(PartyId::key).distinct().count() == 1
                        ? Objects.requireNonNull(providers.getFirst())
                        : null;
        return switch (given.size()) {
            case 0 -> unknown("no Identification", provider);
            case 1 -> of(given.getFirst(), provider);
            default -> unknown("several kinds of Identification", provider);
        };
    }

    private static Identification of(String variant, @Nullable PartyId provider) {
        return switch (variant) {
            case "PlugAndChargeIdentification" ->
                    new Identification(ChargeMethod.PLUG_AND_CHARGE, null, provider);
            // OICP cannot tell an app from another remote start.
            case "RemoteIdentification", "QRCodeIdentification" ->
                    new Identification(ChargeMethod.APP, Provenance.computed(variant), provider);
            default -> new Identification(ChargeMethod.RFID, null, provider);
        };
    }

    private static Identification unknown(String why, @Nullable PartyId provider) {
        return new Identification(ChargeMethod.UNKNOWN, Provenance.missing(why), provider);
    }
}
