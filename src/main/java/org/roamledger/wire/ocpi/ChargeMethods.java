package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;

/// How a session was started, told from its token and from the station's signed meter data.
///
/// The token's type comes first. `auth_method` comes last: some systems fill it with a constant.
///
/// @param method how it was started
/// @param from the rule, absent where the token says it outright
record ChargeMethods(ChargeMethod method, @Nullable Provenance from) {

    private static final ChargeMethods CARD = new ChargeMethods(ChargeMethod.RFID, null);
    private static final ChargeMethods CARD_STARTED_REMOTELY =
            new ChargeMethods(
                    ChargeMethod.APP, Provenance.computed("token RFID, auth_method COMMAND"));
    private static final ChargeMethods STATION_WAS_STARTED_REMOTELY =
            new ChargeMethods(
                    ChargeMethod.APP, Provenance.computed("token RFID, OCMF remote start"));
    private static final ChargeMethods CARD_WAS_READ =
            new ChargeMethods(ChargeMethod.RFID, Provenance.computed("token RFID, OCMF card read"));
    private static final ChargeMethods OPERATORS_OWN_CARD =
            new ChargeMethods(
                    ChargeMethod.ADMIN, Provenance.computed("token of the operator itself"));
    private static final ChargeMethods UNKNOWN = new ChargeMethods(ChargeMethod.UNKNOWN, null);
    private static final Provenance TOKEN_LIST = Provenance.computed("token list");

    /// The evidence for a charge method.
    ///
    /// @param token the token as sent
    /// @param authMethod how it was authorised, upper case
    /// @param station what the station says ([SignedMeter#chargeMethod])
    /// @param known the token as the back office lists it
    /// @param operator who runs the station
    record Evidence(
            SentToken token,
            String authMethod,
            ChargeMethod station,
            @Nullable KnownToken known,
            @Nullable PartyId operator) {

        /// A card that the operator itself gave out and that no provider was asked about is a
        /// service card.
        private boolean isServiceCard() {
            return authMethod.equals("WHITELIST")
                    && operator != null
                    && token.issuer() != null
                    && operator.key().equals(token.issuer().key());
        }
    }

    static ChargeMethods of(Evidence evidence) {
        return switch (evidence.token().type()) {
            case "AD_HOC_USER" -> new ChargeMethods(ChargeMethod.ONETIME, null);
            case "APP_USER" -> new ChargeMethods(ChargeMethod.APP, null);
            case "EMAID" -> new ChargeMethods(ChargeMethod.PLUG_AND_CHARGE, null);
            case "RFID" -> ofCard(evidence);
            default -> ofStation(evidence);
        };
    }

    /// Providers start sessions remotely with the token of a card, so a card's token alone does not
    /// prove that the card was read.
    private static ChargeMethods ofCard(Evidence evidence) {
        var station = evidence.station();
        if (station.equals(ChargeMethod.ONETIME) || station.equals(ChargeMethod.PLUG_AND_CHARGE)) {
            return new ChargeMethods(station, SignedMeter.FROM_OCMF);
        }
        if (evidence.isServiceCard()) {
            return OPERATORS_OWN_CARD;
        }
        if (station.equals(ChargeMethod.RFID)) {
            return evidence.authMethod().equals("COMMAND") ? CARD_WAS_READ : CARD;
        }
        if (station.equals(ChargeMethod.APP)) {
            return STATION_WAS_STARTED_REMOTELY;
        }
        return evidence.authMethod().equals("COMMAND") ? CARD_STARTED_REMOTELY : CARD;
    }

    private static ChargeMethods ofStation(Evidence evidence) {
        if (!evidence.station().equals(ChargeMethod.UNKNOWN)) {
            return new ChargeMethods(evidence.station(), SignedMeter.FROM_OCMF);
        }
        var known = evidence.known();
        return evidence.token().type().isEmpty() && known != null
                ? new ChargeMethods(ofListed(known.type()), TOKEN_LIST)
                : UNKNOWN;
    }

    /// OCPI 2.1.1 knows cards and `OTHER`, which is everything that is no card.
    private static ChargeMethod ofListed(String type) {
        return switch (type) {
            case "RFID" -> ChargeMethod.RFID;
            case "OTHER", "APP_USER" -> ChargeMethod.APP;
            case "AD_HOC_USER" -> ChargeMethod.ONETIME;
            case "EMAID" -> ChargeMethod.PLUG_AND_CHARGE;
            default -> ChargeMethod.UNKNOWN;
        };
    }
}
