package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Credit;
import org.roamledger.session.Energy;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.RoamingIds;
import org.roamledger.wire.record.Timestamps;

import tools.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Objects;

/// Makes sessions of CDRs.
///
/// Archived CDRs do not say their version, so each part is recognised by its content: `location` or
/// `cdr_location`, `auth_id` or `cdr_token`, and the three shapes of `total_cost`.
final class CdrMapping {

    private static final Provenance RULE_OF_PROVIDER = Provenance.computed("provider rule");
    private static final Provenance SETTING_OF_SOURCE = Provenance.computed("source setting");
    private static final String NETWORK_FIELD = "roaming_network";
    private static final Provenance SENT_NETWORK = Provenance.reported(NETWORK_FIELD);
    private static final Provenance PROTOCOL = Provenance.computed("protocol");
    private static final Provenance CREDENTIALS = Provenance.computed("party of the credentials");
    private static final Provenance EVSE_PREFIX = Provenance.computed("evse_id prefix");
    private static final Provenance CONTRACT_PREFIX = Provenance.computed("contract_id prefix");
    private static final Provenance TOKEN_LIST = Provenance.computed("token list");
    private static final Provenance SESSION_LIST =
            Provenance.computed("session list: EVSE, contract, start within 60 s");
    private static final Provenance HOME = Provenance.computed("home_charging_compensation");
    private static final String CREDIT_SUFFIX = "-c";

    private final MappingContext context;
    private final Notes notes = new Notes();

    CdrMapping(MappingContext context) {
        this.context = context;
    }

    ChargingSession session(JsonNode cdr) throws BadRecord {
        notes.clear();
        var id = required(Fields.text(cdr, "id"), "id");
        var start = required(Timestamps.read(cdr, "start_date_time"), "start_date_time");
        var place = Place.of(cdr);
        var token = SentToken.of(cdr);
        var meter = SignedMeter.of(cdr);
        var known = token.contractId() == null ? null : context.joins().token(token.contractId());
        var operator = operator(cdr, place);
        var provider = provider(token, known);
        var network = network(cdr, provider);
        var cost = SentCost.of(cdr);
        var credit = credit(cdr, id, cost);
        var energy = Fields.kilowattHours(cdr, "total_energy");
        return new ChargingSession(
                SessionKey.of(operator, network, id),
                network,
                id,
                chargePoint(place),
                start,
                Timestamps.read(cdr, "end_date_time", "stop_date_time"),
                energy == null || credit == null ? energy : energy.credited(),
                reading(ReportColumn.METER_START_WH, meter, meter.start()),
                reading(ReportColumn.METER_STOP_WH, meter, meter.stop()),
                price(CdrPrice.of(cdr, cost, place.country()), credit),
                setting(cdr),
                plug(place, meter),
                method(
                        new ChargeMethods.Evidence(
                                token,
                                Fields.upper(cdr, "auth_method"),
                                meter.chargeMethod(),
                                known,
                                operator)),
                operator,
                provider,
                transaction(cdr, place, token, start),
                credit,
                null,
                notes.taken());
    }

    private ChargePoint chargePoint(Place place) {
        notes.put(ReportColumn.STATION_ID, place.evseFrom());
        notes.put(ReportColumn.EVSE_ID, place.evseFrom());
        return new ChargePoint(place.evseUid(), place.evseId(), place.name());
    }

    private @Nullable PartyId operator(JsonNode cdr, Place place) {
        var owner = Parties.of(cdr, "*");
        if (owner != null) {
            return owner;
        }
        var evseId = place.evseId();
        var credentials = context.operator() != null;
        var found =
                credentials
                        ? context.operator()
                        : RoamingIds.operatorOf(evseId == null ? null : evseId.asSent());
        if (found != null) {
            notes.put(ReportColumn.OPERATOR_ID, credentials ? CREDENTIALS : EVSE_PREFIX);
        }
        return found;
    }

    private @Nullable PartyId provider(SentToken token, @Nullable KnownToken known) {
        if (token.issuer() != null) {
            return token.issuer();
        }
        var prefix = Parties.providerOf(token.contractId());
        var found = prefix == null && known != null ? known.provider() : prefix;
        if (found != null) {
            notes.put(ReportColumn.PROVIDER_ID, prefix == null ? TOKEN_LIST : CONTRACT_PREFIX);
        }
        return found;
    }

    private Network network(JsonNode cdr, @Nullable PartyId provider) {
        var rules = context.rules();
        var field = rules.field();
        var named = field == null ? null : Fields.text(cdr, field);
        if (field != null && named != null) {
            return network(Network.of(named), Provenance.reported(field));
        }
        var ofProvider = rules.of(provider);
        if (ofProvider != null) {
            return network(ofProvider, RULE_OF_PROVIDER);
        }
        if (context.network() != null) {
            return network(context.network(), SETTING_OF_SOURCE);
        }
        var sent = Fields.text(cdr, NETWORK_FIELD);
        return sent == null
                ? network(Network.OCPI, PROTOCOL)
                : network(Network.of(sent), SENT_NETWORK);
    }

    private Network network(Network network, Provenance from) {
        notes.put(ReportColumn.NETWORK, from);
        return network;
    }

    private @Nullable Energy reading(
            ReportColumn column, SignedMeter meter, @Nullable Energy reading) {
        notes.put(column, meter.from(reading));
        return reading;
    }

    private Price price(CdrPrice sent, @Nullable Credit credit) {
        var price = credit == null ? sent : sent.credited();
        notes.put(ReportColumn.PRICE, price.grossFrom());
        notes.put(ReportColumn.VAT_RATE, price.rateFrom());
        notes.put(ReportColumn.VAT_AMOUNT, price.vatFrom());
        return price.price();
    }

    /// Who is paid back for charging at home has a station of their own.
    private StationSetting setting(JsonNode cdr) {
        if (!Fields.isTrue(cdr, "home_charging_compensation")) {
            return StationSetting.UNKNOWN;
        }
        notes.put(ReportColumn.ACCESS, HOME);
        return new StationSetting(Access.PRIVATE, FreeUsage.UNKNOWN);
    }

    private PlugType plug(Place place, SignedMeter meter) {
        if (place.plug() != PlugType.UNKNOWN) {
            notes.put(ReportColumn.PLUG_TYPE, place.plugFrom());
            return place.plug();
        }
        if (meter.current() != PlugType.UNKNOWN) {
            notes.put(ReportColumn.PLUG_TYPE, SignedMeter.FROM_OCMF);
        }
        return meter.current();
    }

    private ChargeMethod method(ChargeMethods.Evidence evidence) {
        var method = ChargeMethods.of(evidence);
        notes.put(ReportColumn.CHARGE_METHOD, method.from());
        return method.method();
    }

    private @Nullable String transaction(JsonNode cdr, Place place, SentToken token, Moment start) {
        var sent = Fields.text(cdr, "session_id");
        if (sent != null) {
            return sent;
        }
        var evseId = place.evseId();
        var found =
                LiveSession.evseKeys(evseId == null ? null : evseId.key(), place.evseUid()).stream()
                        .map(
                                key ->
                                        context.joins()
                                                .transactionId(key, token.contractId(), start.at()))
                        .filter(Objects::nonNull)
                        .findFirst();
        if (found.isPresent()) {
            notes.put(ReportColumn.TRANSACTION_ID, SESSION_LIST);
        }
        return found.orElse(null);
    }

    /// Recognises a credit by its flag, its reference, or an id that ends in `-C` where the money
    /// is negative too. A flag that says no is believed unless the money is negative.
    private static @Nullable Credit credit(JsonNode cdr, String id, SentCost cost) {
        var reference = Fields.text(cdr, "credit_reference_id");
        var suffixed =
                id.length() > CREDIT_SUFFIX.length()
                        && id.toLowerCase(Locale.ROOT).endsWith(CREDIT_SUFFIX);
        var marked =
                Fields.isTrue(cdr, "credit")
                        || (reference != null && !Fields.isFalse(cdr, "credit"))
                        || ((reference != null || suffixed) && cost.isNegative());
        if (!marked) {
            return null;
        }
        return new Credit(
                reference == null && suffixed
                        ? id.substring(0, id.length() - CREDIT_SUFFIX.length())
                        : reference);
    }

    private static <T> T required(@Nullable T value, String field) throws BadRecord {
        if (value == null) {
            throw new BadRecord(Reason.MISSING_VALUE, field, "");
        }
        return value;
    }
}
