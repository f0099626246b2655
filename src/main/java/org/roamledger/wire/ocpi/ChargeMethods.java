package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;

import tools.jackson.databind.JsonNode;

import java.util.Locale;

/// How a session was started, told from its token.
///
/// The token's type outranks `auth_method`, which some systems fill with a constant.
///
/// @param method how it was started
/// @param from the rule, absent where the token says it outright
record ChargeMethods(ChargeMethod method, @Nullable Provenance from) {

    private static final ChargeMethods CARD_STARTED_REMOTELY =
            new ChargeMethods(
                    ChargeMethod.APP, Provenance.computed("token RFID, auth_method COMMAND"));
    private static final ChargeMethods OPERATORS_OWN_CARD =
            new ChargeMethods(
                    ChargeMethod.ADMIN, Provenance.computed("token of the operator itself"));

    static ChargeMethods of(JsonNode cdr, @Nullable PartyId operator) {
        var token = cdr.path("cdr_token");
        return switch (upper(Fields.text(token, "type"))) {
            case "AD_HOC_USER" -> new ChargeMethods(ChargeMethod.ONETIME, null);
            case "APP_USER" -> new ChargeMethods(ChargeMethod.APP, null);
            case "EMAID" -> new ChargeMethods(ChargeMethod.PLUG_AND_CHARGE, null);
            case "RFID" -> ofCard(cdr, Parties.of(token, "-"), operator);
            default -> new ChargeMethods(ChargeMethod.UNKNOWN, null);
        };
    }

    /// A card that the operator itself gave out and that no provider was asked about is a service
    /// card.
    private static ChargeMethods ofCard(
            JsonNode cdr, @Nullable PartyId issuer, @Nullable PartyId operator) {
        return switch (upper(Fields.text(cdr, "auth_method"))) {
            case "COMMAND" -> CARD_STARTED_REMOTELY;
            case "WHITELIST" ->
                    isSame(operator, issuer)
                            ? OPERATORS_OWN_CARD
                            : new ChargeMethods(ChargeMethod.RFID, null);
            default -> new ChargeMethods(ChargeMethod.RFID, null);
        };
    }

    private static boolean isSame(@Nullable PartyId operator, @Nullable PartyId provider) {
        return operator != null && provider != null && operator.key().equals(provider.key());
    }

    private static String upper(@Nullable String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }
}
