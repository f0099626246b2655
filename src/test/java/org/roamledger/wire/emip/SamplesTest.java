package org.roamledger.wire.emip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.record.Samples;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

/// The sample messages of eMIP, against rows written by hand from what is published of it.
class SamplesTest {

    private static Delivery read(String name) throws XMLStreamException {
        var cdrs = new EmipCdrs();
        assertEquals(
                true, cdrs.read(Samples.bytes("emip/" + name + ".xml"), RecordPlace.unknown()));
        return cdrs.delivery();
    }

    @Test
    void readsAFinalRecord() throws XMLStreamException {
        var noPrice = Provenance.missing("eMIP has only a B2B service cost, without VAT");
        assertEquals(
                List.of(
                        new ChargingSession(
                                new SessionKey("network:GIREVE", "gir-session-0001"),
                                Network.GIREVE,
                                "GIR-SESSION-0001",
                                new ChargePoint(null, new EvseId("FR*798*E0001*1"), null),
                                Moment.utc(Instant.parse("2026-10-25T00:30:00Z")),
                                Moment.utc(Instant.parse("2026-10-25T02:15:00Z")),
                                new Energy(15_342_000),
                                null,
                                null,
                                Price.MISSING,
                                StationSetting.UNKNOWN,
                                PlugType.AC,
                                ChargeMethod.RFID,
                                new PartyId("FR*798"),
                                new PartyId("FR*MSP"),
                                "CPO-TX-900001",
                                null,
                                null,
                                Map.of(
                                        ReportColumn.NETWORK,
                                        Provenance.computed("protocol"),
                                        ReportColumn.PRICE,
                                        noPrice,
                                        ReportColumn.VAT_RATE,
                                        noPrice,
                                        ReportColumn.VAT_AMOUNT,
                                        noPrice,
                                        ReportColumn.PLUG_TYPE,
                                        Provenance.computed("partnerProductId")))),
                read("SetChargeDetailRecordRequest.synthetic-rfid").sessions().stream()
                        .map(sent -> sent.session())
                        .toList());
    }

    @Test
    void listsAnIntermediateRecord() throws XMLStreamException {
        var delivery = read("SetChargeDetailRecordRequest.synthetic-intermediate");
        assertEquals(List.of(), delivery.sessions());
        assertEquals(Reason.PROVISIONAL, delivery.rejects().getFirst().reason());
        assertEquals("GIR-SESSION-0001", delivery.rejects().getFirst().id());
    }

    /// Its values are question marks.
    @Test
    void rejectsTheTemplate() throws XMLStreamException {
        var delivery = read("SetChargeDetailRecordRequest.template");
        assertEquals(List.of(), delivery.sessions());
        assertEquals(Reason.OUT_OF_RANGE, delivery.rejects().getFirst().reason());
        assertEquals("CDRNature", delivery.rejects().getFirst().field());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SetChargeDetailRecordResponse.sample",
                "SetSessionEventReportRequest.template",
                "GetServiceAuthorisationRequest.template",
                "GetServiceAuthorisationResponse.template",
                "HeartbeatRequest.template"
            })
    void findsNoRecordInOtherMessages(String name) throws XMLStreamException {
        var delivery = read(name);
        assertEquals(List.of(), delivery.sessions());
        assertEquals(List.of(), delivery.rejects());
    }
}
