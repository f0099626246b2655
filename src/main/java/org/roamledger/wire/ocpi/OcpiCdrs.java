package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Credit;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads OCPI 2.2.1 CDRs into sessions, one after the other. One bad CDR never stops the rest.
///
/// Belongs to one thread. One instance should read a whole source: equal provenance is then one
/// object for all its sessions.
public final class OcpiCdrs {

    private static final Provenance NETWORK_OF_SOURCE = Provenance.computed("source setting");
    private static final Provenance NETWORK_OF_PROTOCOL = Provenance.computed("protocol");
    private static final Provenance OPERATOR_OF_EVSE = Provenance.computed("evse_id prefix");
    private static final Provenance PROVIDER_OF_CONTRACT =
            Provenance.computed("contract_id prefix");
    private static final Provenance PLUG_OF_STANDARD = Provenance.computed("connector_standard");
    private static final String CREDIT_SUFFIX = "-c";

    private final MappingContext context;
    private final Map<Map<ReportColumn, Provenance>, Map<ReportColumn, Provenance>> provenances =
            new HashMap<>();
    private List<DeliveredSession> sessions = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();

    public OcpiCdrs(MappingContext context) {
        this.context = context;
    }

    /// Reads one CDR from its own bytes, as they stand in a file.
    ///
    /// @param where the place for a reject: `line 17`
    public void read(byte[] json, String where) {
        JsonNode cdr;
        try {
            cdr = Json.tree(json);
        } catch (JacksonException _) {
            rejects.add(
                    new Reject(
                            where,
                            "",
                            Reason.NOT_AN_OBJECT,
                            "",
                            "",
                            new String(json, StandardCharsets.UTF_8)));
            return;
        }
        read(cdr, json, where);
    }

    /// Reads one CDR.
    ///
    /// @param raw the bytes the CDR was parsed from
    /// @param where the place for a reject: `cdrs[3]`
    public void read(JsonNode cdr, byte[] raw, String where) {
        try {
            if (!cdr.isObject()) {
                throw new BadRecord(Reason.NOT_AN_OBJECT, "", "");
            }
            sessions.add(
                    new DeliveredSession(
                            session(cdr), new RawMessage(RawMessage.Form.OCPI_CDR, raw)));
        } catch (BadRecord bad) {
            rejects.add(bad.rejected(where, cdr, raw));
        }
    }

    /// Hands out what was read since the last call.
    public Delivery delivery() {
        var delivery = new Delivery(sessions, rejects);
        sessions = new ArrayList<>();
        rejects = new ArrayList<>();
        return delivery;
    }

    private ChargingSession session(JsonNode cdr) throws BadRecord {
        var provenance = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
        var location = cdr.path("cdr_location");
        var evseId = Fields.idText(location, "evse_id");
        var chargePoint =
                new ChargePoint(
                        Fields.idText(location, "evse_uid"),
                        evseId == null ? null : new EvseId(evseId),
                        Fields.text(location, "name"));
        var plug = Place.of(cdr);
        var id = required(Fields.text(cdr, "id"), "id");
        var start = required(Timestamps.read(cdr, "start_date_time"), "start_date_time");
        var network = network(cdr, provenance);
        var operator = operator(cdr, evseId, provenance);
        var provider = provider(cdr.path("cdr_token"), provenance);
        var cost = CdrPrice.Sent.of(cdr);
        var credit = credit(cdr, id, cost);
        var price = CdrPrice.of(cdr, cost);
        if (credit != null) {
            price = price.credited();
        }
        note(provenance, ReportColumn.PRICE, price.grossFrom());
        note(provenance, ReportColumn.VAT_RATE, price.rateFrom());
        note(provenance, ReportColumn.VAT_AMOUNT, price.vatFrom());
        var method = ChargeMethods.of(cdr, operator);
        note(provenance, ReportColumn.PLUG_TYPE, plug.plugFrom());
        note(provenance, ReportColumn.CHARGE_METHOD, method.from());
        return new ChargingSession(
                SessionKey.of(operator, network, id),
                network,
                id,
                chargePoint,
                start,
                Timestamps.read(cdr, "end_date_time"),
                energy(cdr, credit != null),
                null,
                null,
                price.price(),
                StationSetting.UNKNOWN,
                plug.plug(),
                method.method(),
                operator,
                provider,
                Fields.text(cdr, "session_id"),
                credit,
                null,
                shared(provenance));
    }

    private Network network(JsonNode cdr, Map<ReportColumn, Provenance> provenance) {
        if (context.network() != null) {
            provenance.put(ReportColumn.NETWORK, NETWORK_OF_SOURCE);
            return context.network();
        }
        var sent = Fields.text(cdr, "roaming_network");
        if (sent != null) {
            return Network.of(sent);
        }
        provenance.put(ReportColumn.NETWORK, NETWORK_OF_PROTOCOL);
        return Network.OCPI;
    }

    private static @Nullable PartyId operator(
            JsonNode cdr, @Nullable String evseId, Map<ReportColumn, Provenance> provenance) {
        var owner = Parties.of(cdr, "*");
        if (owner != null) {
            return owner;
        }
        var prefix = Parties.operatorOf(evseId);
        if (prefix != null) {
            provenance.put(ReportColumn.OPERATOR_ID, OPERATOR_OF_EVSE);
        }
        return prefix;
    }

    private static @Nullable PartyId provider(
            JsonNode token, Map<ReportColumn, Provenance> provenance) {
        var issuer = Parties.of(token, "-");
        if (issuer != null) {
            return issuer;
        }
        var prefix = Parties.providerOf(Fields.text(token, "contract_id"));
        if (prefix != null) {
            provenance.put(ReportColumn.PROVIDER_ID, PROVIDER_OF_CONTRACT);
        }
        return prefix;
    }

    /// Recognises a credit by its flag, its reference, or an id that ends in `-C` where the money
    /// is negative too. A flag that says no is believed unless the money is negative.
    private static @Nullable Credit credit(JsonNode cdr, String id, CdrPrice.Sent cost) {
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

    private static @Nullable Energy energy(JsonNode cdr, boolean credit) throws BadRecord {
        var sent = Fields.decimal(cdr, "total_energy", "total_energy");
        if (sent == null) {
            return null;
        }
        var energy = kilowattHours(sent);
        return credit ? energy.credited() : energy;
    }

    private static Energy kilowattHours(BigDecimal sent) throws BadRecord {
        try {
            return Energy.ofKilowattHours(sent);
        } catch (ArithmeticException _) {
            throw new BadRecord(Reason.OUT_OF_RANGE, "total_energy", sent.toString());
        }
    }

    private static <T> T required(@Nullable T value, String field) throws BadRecord {
        if (value == null) {
            throw new BadRecord(Reason.MISSING_VALUE, field, "");
        }
        return value;
    }

    private static void note(
            Map<ReportColumn, Provenance> provenance,
            ReportColumn column,
            @Nullable Provenance from) {
        if (from != null) {
            provenance.put(column, from);
        }
    }

    private Map<ReportColumn, Provenance> shared(Map<ReportColumn, Provenance> provenance) {
        var known = provenances.get(provenance);
        if (known == null) {
            known = Map.copyOf(provenance);
            provenances.put(known, known);
        }
        return known;
    }
}
