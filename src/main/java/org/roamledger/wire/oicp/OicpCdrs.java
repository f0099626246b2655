package org.roamledger.wire.oicp;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.ocmf.Ocmf;
import org.roamledger.wire.ocmf.OcmfRecord;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Collector;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.RoamingIds;
import org.roamledger.wire.record.Timestamps;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Reads charge detail records of OICP 2.2 and 2.3 (`eRoamingChargeDetailRecord`) into sessions,
/// one after the other. One bad record never stops the rest.
///
/// Hubject accepts one record for each `SessionID`, which is therefore the session's key: with the
/// network, not with an operator, because the record names none. It carries no price. Belongs to
/// one thread.
public final class OicpCdrs {

    private static final Provenance NETWORK = Provenance.computed("protocol");
    private static final Provenance NO_PRICE = Provenance.missing("OICP has no price");
    private static final Provenance OPERATOR = Provenance.computed("EvseID prefix");
    private static final Provenance PROVIDER = Provenance.computed("EvcoID prefix");
    private static final Provenance HUB_PROVIDER = Provenance.reported("HubProviderID");
    private static final Provenance PLUG = Provenance.computed("PartnerProductID");
    private static final Provenance ENERGY = Provenance.computed("meter stop - meter start");
    private static final Provenance SIGNED = Provenance.reported("SignedMeteringValues, OCMF");
    private static final Provenance TOLD_BY_METER =
            Provenance.computed("SignedMeteringValues, OCMF");
    private static final OcmfRecord UNSIGNED = new OcmfRecord(List.of(), List.of(), "");

    private static final Provenance HUBJECTS_ID = Provenance.reported("SessionID");

    private final Collector collector = new Collector();

    /// Whether a record is one of OICP rather than of OCPI, which calls its id `id`.
    public static boolean isOne(JsonNode record) {
        return record.has("SessionID") && !record.has("id");
    }

    /// Reads one record.
    ///
    /// @param raw the bytes the record was parsed from
    /// @param where the place for a reject
    public void read(JsonNode cdr, byte[] raw, RecordPlace where) {
        try {
            if (!cdr.isObject()) {
                throw new BadRecord(Reason.NOT_AN_OBJECT, "", "");
            }
            collector.add(session(cdr), new RawMessage(RawMessage.Form.OICP_CDR, raw));
        } catch (BadRecord bad) {
            var id = Fields.text(cdr, "SessionID");
            collector.add(bad.rejected(where, id, raw, RawMessage.Form.OICP_CDR));
        }
    }

    /// Hands out what was read since the last call.
    public Delivery delivery() {
        return collector.delivery();
    }

    private ChargingSession session(JsonNode cdr) throws BadRecord {
        var provenance = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
        provenance.put(ReportColumn.NETWORK, NETWORK);
        provenance.put(ReportColumn.PRICE, NO_PRICE);
        provenance.put(ReportColumn.VAT_RATE, NO_PRICE);
        provenance.put(ReportColumn.VAT_AMOUNT, NO_PRICE);
        var id = required(Fields.text(cdr, "SessionID"), "SessionID");
        var evseId = Fields.text(cdr, "EvseID");
        var operator = RoamingIds.operatorOf(evseId);
        if (operator != null) {
            provenance.put(ReportColumn.OPERATOR_ID, OPERATOR);
        }
        var identification = Identification.of(cdr.path("Identification"));
        var signed = signed(cdr);
        var method = identification.method();
        if (identification.methodFrom() != null) {
            provenance.put(ReportColumn.CHARGE_METHOD, identification.methodFrom());
        }
        if (method.equals(ChargeMethod.UNKNOWN)
                && !signed.chargeMethod().equals(ChargeMethod.UNKNOWN)) {
            method = signed.chargeMethod();
            provenance.put(ReportColumn.CHARGE_METHOD, TOLD_BY_METER);
        }
        var plug = RoamingIds.plugOf(Fields.text(cdr, "PartnerProductID"));
        if (plug != PlugType.UNKNOWN) {
            provenance.put(ReportColumn.PLUG_TYPE, PLUG);
        } else if (signed.current() != PlugType.UNKNOWN) {
            plug = signed.current();
            provenance.put(ReportColumn.PLUG_TYPE, TOLD_BY_METER);
        }
        var meterStart = kilowattHours(cdr, "MeterValueStart");
        if (meterStart == null && signed.meterStart() != null) {
            meterStart = signed.meterStart();
            provenance.put(ReportColumn.METER_START_WH, SIGNED);
        }
        var meterStop = kilowattHours(cdr, "MeterValueEnd");
        if (meterStop == null && signed.meterStop() != null) {
            meterStop = signed.meterStop();
            provenance.put(ReportColumn.METER_STOP_WH, SIGNED);
        }
        return new ChargingSession(
                SessionKey.of(null, Network.HUBJECT, id),
                Network.HUBJECT,
                id,
                new ChargePoint(null, evseId == null ? null : new EvseId(evseId), null),
                required(Timestamps.read(cdr, "SessionStart"), "SessionStart"),
                Timestamps.read(cdr, "SessionEnd"),
                energy(cdr, meterStart, meterStop, provenance),
                meterStart,
                meterStop,
                Price.MISSING,
                StationSetting.UNKNOWN,
                plug,
                method,
                operator,
                provider(cdr, identification, provenance),
                transactionId(cdr, id, provenance),
                null,
                null,
                collector.shared(provenance));
    }

    /// The signed readings, as far as they are OCMF. What the record itself says comes before them.
    private static OcmfRecord signed(JsonNode cdr) {
        return cdr.path("SignedMeteringValues")
                .valueStream()
                .flatMap(value -> Stream.ofNullable(Fields.text(value, "SignedMeteringValue")))
                .flatMap(text -> Ocmf.read(text).stream())
                .reduce(OcmfRecord::and)
                .orElse(UNSIGNED);
    }

    private static @Nullable Energy energy(
            JsonNode cdr,
            @Nullable Energy meterStart,
            @Nullable Energy meterStop,
            Map<ReportColumn, Provenance> provenance)
            throws BadRecord {
        var sent = kilowattHours(cdr, "ConsumedEnergy");
        if (sent != null || meterStart == null || meterStop == null) {
            return sent;
        }
        if (meterStart.milliWattHours() < 0
                || meterStop.milliWattHours() < meterStart.milliWattHours()) {
            return null;
        }
        provenance.put(ReportColumn.ENERGY_WH, ENERGY);
        return new Energy(meterStop.milliWattHours() - meterStart.milliWattHours());
    }

    private static @Nullable PartyId provider(
            JsonNode cdr, Identification identification, Map<ReportColumn, Provenance> provenance) {
        if (identification.provider() != null) {
            provenance.put(ReportColumn.PROVIDER_ID, PROVIDER);
            return identification.provider();
        }
        // The published OpenAPI spells it in another way than the specification.
        for (var name : new String[] {"HubProviderID", "HubProviderId"}) {
            var hub = Fields.text(cdr, name);
            if (hub != null) {
                provenance.put(ReportColumn.PROVIDER_ID, HUB_PROVIDER);
                return new PartyId(hub.strip());
            }
        }
        return null;
    }

    private static String transactionId(
            JsonNode cdr, String sessionId, Map<ReportColumn, Provenance> provenance) {
        var own = Fields.text(cdr, "CPOPartnerSessionID");
        if (own != null) {
            return own;
        }
        provenance.put(ReportColumn.TRANSACTION_ID, HUBJECTS_ID);
        return sessionId;
    }

    private static @Nullable Energy kilowattHours(JsonNode cdr, String name) throws BadRecord {
        BigDecimal sent = Fields.decimal(cdr, name, name);
        try {
            return sent == null ? null : Energy.ofKilowattHours(sent);
        } catch (ArithmeticException _) {
            throw new BadRecord(Reason.OUT_OF_RANGE, name, cdr.path(name).toString());
        }
    }

    private static <T> T required(@Nullable T value, String field) throws BadRecord {
        if (value == null) {
            throw new BadRecord(Reason.MISSING_VALUE, field, "");
        }
        return value;
    }
}
