package org.roamledger.wire.emip;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.EvseId;
import org.roamledger.session.Moment;
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
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Collector;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.RoamingIds;
import org.roamledger.wire.record.Timestamps;

import tools.jackson.databind.JsonNode;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

/// Reads the charge detail records of eMIP 1.0 (`eMIP_ToIOP_SetChargeDetailRecord`) into sessions,
/// one document after the other.
///
/// Only final records are sessions. An intermediate one is a reject that waits for its final record
/// ([Reason#PROVISIONAL]). The price of a session is not sent: meter type 3 is what the operator
/// charges the provider, and whether VAT is in it is nowhere said, so it is never shown as a price.
/// Belongs to one thread.
public final class EmipCdrs {

    private static final Provenance NETWORK = Provenance.computed("protocol");
    private static final Provenance NO_PRICE = Provenance.missing("eMIP has no price");
    private static final Provenance ONLY_COST =
            Provenance.missing("eMIP has only a B2B service cost, without VAT");
    private static final Provenance OPERATOR_OF_EVSE = Provenance.computed("EVSEId prefix");
    private static final Provenance PROVIDER_OF_CONTRACT =
            Provenance.computed("contract id prefix");
    private static final Provenance PLUG = Provenance.computed("partnerProductId");
    private static final Provenance STOP = Provenance.computed("startTime + meter type 1");
    private static final Provenance GIREVES_ID = Provenance.reported("serviceSessionId");

    private final Collector collector = new Collector();

    /// Reads all records of a document.
    ///
    /// @param where the place for the reject of a document with one record
    /// @return whether it is a document of eMIP, also if it has no record
    /// @throws XMLStreamException if it is no well-formed XML or has a document type definition;
    ///   then nothing of it is delivered
    public boolean read(byte[] xml, RecordPlace where) throws XMLStreamException {
        var document = EmipDocument.of(xml);
        var requests = document.requests();
        for (var i = 0; i < requests.size(); i++) {
            var isAlone = requests.size() == 1;
            var request = requests.get(i);
            read(
                    request,
                    isAlone && document.isUtf8() ? xml : EmipDocument.written(request),
                    isAlone ? where : new RecordPlace.InDocument((long) i));
        }
        return document.isEmip();
    }

    private void read(JsonNode request, byte[] raw, RecordPlace where) {
        var record = request.path(EmipDocument.RECORD);
        try {
            collector.add(session(request, record), new RawMessage(RawMessage.Form.EMIP_CDR, raw));
        } catch (BadRecord bad) {
            var id = Fields.text(record, "serviceSessionId");
            collector.add(bad.rejected(where, id, raw, RawMessage.Form.EMIP_CDR));
        }
    }

    /// Hands out what was read since the last call.
    public Delivery delivery() {
        return collector.delivery();
    }

    private ChargingSession session(JsonNode request, JsonNode record) throws BadRecord {
        var provenance = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
        var id = required(record, "serviceSessionId");
        requireFinal(record);
        var meters = Meters.of(record);
        provenance.put(ReportColumn.NETWORK, NETWORK);
        var noPrice = meters.hasCost() ? ONLY_COST : NO_PRICE;
        provenance.put(ReportColumn.PRICE, noPrice);
        provenance.put(ReportColumn.VAT_RATE, noPrice);
        provenance.put(ReportColumn.VAT_AMOUNT, noPrice);
        var evseId = Fields.text(record, "EVSEId");
        var start = Timestamps.read(record, "startTime");
        if (start == null) {
            throw new BadRecord(Reason.MISSING_VALUE, "startTime", "");
        }
        return new ChargingSession(
                SessionKey.of(null, Network.GIREVE, id),
                Network.GIREVE,
                id,
                new ChargePoint(null, evseId == null ? null : new EvseId(evseId), null),
                start,
                stop(record, start, meters, provenance),
                meters.energy(),
                null,
                null,
                Price.MISSING,
                StationSetting.UNKNOWN,
                plugType(record, provenance),
                chargeMethod(record, provenance),
                operator(request, record, evseId, provenance),
                provider(record, provenance),
                transactionId(record, id, provenance),
                null,
                null,
                collector.shared(provenance));
    }

    private static void requireFinal(JsonNode record) throws BadRecord {
        var nature = required(record, "CDRNature");
        switch (nature) {
            case "1" -> {}
            case "2" -> throw new BadRecord(Reason.PROVISIONAL, "CDRNature", nature);
            default -> throw new BadRecord(Reason.OUT_OF_RANGE, "CDRNature", nature);
        }
    }

    private static @Nullable Moment stop(
            JsonNode record, Moment start, Meters meters, Map<ReportColumn, Provenance> provenance)
            throws BadRecord {
        var sent = Timestamps.read(record, "endTime");
        if (sent != null || meters.duration() == null) {
            return sent;
        }
        provenance.put(ReportColumn.STOP_TIME, STOP);
        return new Moment(start.at().plus(meters.duration()), start.sentOffset());
    }

    private static PlugType plugType(JsonNode record, Map<ReportColumn, Provenance> provenance) {
        var plug = RoamingIds.plugOf(Fields.text(record, "partnerProductId"));
        if (plug != PlugType.UNKNOWN) {
            provenance.put(ReportColumn.PLUG_TYPE, PLUG);
        }
        return plug;
    }

    /// A contract id may stand on a card as well as in an app, so it is only likely that it was not
    /// a card.
    private static ChargeMethod chargeMethod(
            JsonNode record, Map<ReportColumn, Provenance> provenance) {
        var sent = Fields.text(record, "userIdType");
        var type = sent == null ? "" : sent.toUpperCase(Locale.ROOT);
        return switch (type) {
            case "RFID-UID" -> ChargeMethod.RFID;
            case "EMA", "EVCO" -> {
                provenance.put(
                        ReportColumn.CHARGE_METHOD, Provenance.computed("userIdType " + type));
                yield ChargeMethod.APP;
            }
            default -> {
                provenance.put(
                        ReportColumn.CHARGE_METHOD,
                        Provenance.missing("userIdType does not tell it"));
                yield ChargeMethod.UNKNOWN;
            }
        };
    }

    private static @Nullable PartyId operator(
            JsonNode request,
            JsonNode record,
            @Nullable String evseId,
            Map<ReportColumn, Provenance> provenance) {
        var sent = Fields.text(request, "operatorId");
        var named = sent == null ? nth(record, "execPartnerOperatorId", 0) : sent;
        if (named != null) {
            return new PartyId(named);
        }
        var prefix = RoamingIds.operatorOf(evseId);
        if (prefix != null) {
            provenance.put(ReportColumn.OPERATOR_ID, OPERATOR_OF_EVSE);
        }
        return prefix;
    }

    private static @Nullable PartyId provider(
            JsonNode record, Map<ReportColumn, Provenance> provenance) {
        var sale = Fields.text(record, "salePartnerOperatorId");
        // A widely used library writes the seller as a second executing partner.
        var named = sale == null ? nth(record, "execPartnerOperatorId", 1) : sale;
        if (named != null) {
            return new PartyId(named);
        }
        var alias = RoamingIds.providerOf(Fields.text(record, "userContractIdAlias"));
        var isCard = "RFID-UID".equalsIgnoreCase(Fields.text(record, "userIdType"));
        var prefix =
                alias == null && !isCard
                        ? RoamingIds.providerOf(Fields.text(record, "userId"))
                        : alias;
        if (prefix != null) {
            provenance.put(ReportColumn.PROVIDER_ID, PROVIDER_OF_CONTRACT);
        }
        return prefix;
    }

    private static String transactionId(
            JsonNode record, String id, Map<ReportColumn, Provenance> provenance) {
        var own = nth(record, "execPartnerSessionId", 0);
        if (own != null) {
            return own;
        }
        provenance.put(ReportColumn.TRANSACTION_ID, GIREVES_ID);
        return id;
    }

    /// Of an element that stands once or several times.
    private static @Nullable String nth(JsonNode record, String name, int index) {
        var values = record.path(name);
        var value = index == 0 && !values.isArray() ? values : values.path(index);
        return value.isString() && !value.stringValue().isBlank() ? value.stringValue() : null;
    }

    private static String required(JsonNode record, String name) throws BadRecord {
        var text = Fields.text(record, name);
        if (text == null) {
            throw new BadRecord(Reason.MISSING_VALUE, name, "");
        }
        return text;
    }
}
