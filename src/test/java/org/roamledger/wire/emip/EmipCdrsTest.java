package org.roamledger.wire.emip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

class EmipCdrsTest {

    private static final Provenance ONLY_COST =
            Provenance.missing("eMIP has only a B2B service cost, without VAT");

    private static Reject reject(String... replacements) {
        return EmipText.read(EmipText.with(replacements)).rejects().getFirst();
    }

    private static @Nullable String text(@Nullable PartyId party) {
        return party == null ? null : party.asSent();
    }

    @Test
    void readsAWholeRecord() {
        assertEquals(
                new ChargingSession(
                        new SessionKey("network:GIREVE", "gir-1"),
                        Network.GIREVE,
                        "Gir-1",
                        new ChargePoint(null, new EvseId("FR*798*E1*1"), null),
                        Moment.utc(Instant.parse("2026-10-25T00:30:00Z")),
                        Moment.utc(Instant.parse("2026-10-25T02:15:00Z")),
                        new Energy(15_342_000),
                        null,
                        null,
                        Price.MISSING,
                        StationSetting.UNKNOWN,
                        PlugType.DC,
                        ChargeMethod.RFID,
                        new PartyId("FR*798"),
                        new PartyId("FR*MSP"),
                        "tx-9",
                        null,
                        null,
                        Map.of(
                                ReportColumn.NETWORK,
                                Provenance.computed("protocol"),
                                ReportColumn.PRICE,
                                ONLY_COST,
                                ReportColumn.VAT_RATE,
                                ONLY_COST,
                                ReportColumn.VAT_AMOUNT,
                                ONLY_COST,
                                ReportColumn.PLUG_TYPE,
                                Provenance.computed("partnerProductId"))),
                EmipText.session());
    }

    @Test
    void keepsTheDocumentAsItCame() {
        var raw = EmipText.read(EmipText.WHOLE).sessions().getFirst().raw();
        assertEquals(RawMessage.Form.EMIP_CDR, raw.form());
        assertEquals(EmipText.WHOLE, raw.text());
    }

    @Test
    void readsOtherEncodingsAndKeepsThemAsUtf8() throws XMLStreamException {
        var xml = EmipText.with("UTF-8", "UTF-16", "Gir-1", "Girève-1");
        var cdrs = new EmipCdrs();
        cdrs.read(xml.getBytes(UTF_16), RecordPlace.unknown());
        var sent = cdrs.delivery().sessions().getFirst();
        assertEquals("Girève-1", sent.session().cdrId());
        assertEquals(
                true, sent.raw().text().contains("<serviceSessionId>Girève-1</serviceSessionId>"));
    }

    @Test
    void neverShowsTheCostBetweenBusinessesAsAPrice() {
        assertEquals(Price.MISSING, EmipText.session().price());
        assertEquals(
                Provenance.missing("eMIP has no price"),
                EmipText.session("<meterTypeId>3<", "<meterTypeId>4<")
                        .provenance()
                        .get(ReportColumn.PRICE));
    }

    @Test
    void readsWithoutAnEnvelopeWithoutDeclaredPrefixesAndInAnyOrder() {
        var bare =
                """
                <eMIP:eMIP_ToIOP_SetChargeDetailRecordRequest>
                  <x:chargeDetailRecord>
                    <endTime>2026-10-25T02:15:00+01:00</endTime> <!-- the end first -->
                    <startTime><![CDATA[2026-10-25T02:30:00+02:00]]></startTime>
                    <serviceSessionId> S &amp; 1 </serviceSessionId>
                    <CDRNature>1</CDRNature>
                  </x:chargeDetailRecord>
                  <operatorId>FR*798</operatorId>
                </eMIP:eMIP_ToIOP_SetChargeDetailRecordRequest>
                """;
        var session = EmipText.read(bare).sessions().getFirst().session();
        assertEquals("S & 1", session.cdrId());
        assertEquals("FR*798", text(session.operator()));
        assertEquals(Instant.parse("2026-10-25T00:30:00Z"), session.start().at());
    }

    @Test
    void readsARecordWhoseRequestWasCutAway() {
        var begin = EmipText.WHOLE.indexOf("<chargeDetailRecord>");
        var end =
                EmipText.WHOLE.indexOf("</chargeDetailRecord>") + "</chargeDetailRecord>".length();
        var delivery = EmipText.read(EmipText.WHOLE.substring(begin, end));
        assertEquals("FR*798", text(delivery.sessions().getFirst().session().operator()));
    }

    @Test
    void readsAllRecordsOfADocumentAndKeepsEachOnItsOwn() {
        var first = EmipText.WHOLE.replaceFirst("<\\?xml.*\\?>", "");
        var second = first.replace("Gir-1", "Gir-2 &lt;");
        var delivery =
                EmipText.read("<all>" + first + "<!-- " + first + " -->" + second + "</all>");
        assertEquals(
                List.of("Gir-1", "Gir-2 <"),
                delivery.sessions().stream().map(sent -> sent.session().cdrId()).toList());
        var alone = EmipText.read(delivery.sessions().getLast().raw().text());
        assertEquals(
                delivery.sessions().getLast().session(), alone.sessions().getFirst().session());
    }

    @Test
    void anIntermediateRecordIsNoSessionButIsListed() {
        var reject = reject("<CDRNature>1<", "<CDRNature>2<");
        assertEquals(
                new Reject(
                        RecordPlace.of("here"),
                        "Gir-1",
                        Reason.PROVISIONAL,
                        "CDRNature",
                        "2",
                        EmipText.with("<CDRNature>1<", "<CDRNature>2<"),
                        RawMessage.Form.EMIP_CDR,
                        null),
                reject);
    }

    @ParameterizedTest
    @CsvSource({
        "<CDRNature>1</CDRNature>, '', MISSING_VALUE, CDRNature",
        "<CDRNature>1, <CDRNature>0, OUT_OF_RANGE, CDRNature",
        "<serviceSessionId>Gir-1, <serviceSessionId>, MISSING_VALUE, serviceSessionId",
        "<startTime>2026-10-25T00:30:00Z, <startTime>?, NOT_A_TIME, startTime",
        "<startTime>2026-10-25T00:30:00Z, <startTime>, MISSING_VALUE, startTime",
        "<meterValue>15342, <meterValue>lots, NOT_A_NUMBER, meterValue",
        "<meterUnit>Wh, <meterUnit>J, OUT_OF_RANGE, meterUnit",
        "<meterValue>105, <meterValue>-3, OUT_OF_RANGE, meterValue",
    })
    void rejectsWhatIsNoRecord(String what, String by, Reason reason, String field) {
        var reject = reject(what, by);
        assertEquals(reason, reject.reason());
        assertEquals(field, reject.field());
    }

    @ParameterizedTest
    @CsvSource({
        "15342, Wh, 15342000",
        "15.342, kWh, 15342000",
        "15.342, KWH, 15342000",
        "15342, '', 15342000",
        "Wh, 15342, 15342000",
        "kWh, 15.342, 15342000",
    })
    void readsEnergyInItsUnitAlsoWhereThePartnerSwapsThem(String value, String unit, long milliWh) {
        var session =
                EmipText.session(
                        "<meterValue>15342</meterValue><meterUnit>Wh<",
                        "<meterValue>%s</meterValue><meterUnit>%s<".formatted(value, unit));
        assertEquals(new Energy(milliWh), session.energy());
    }

    @Test
    void aSingleMeterReportIsRead() {
        var list =
                EmipText.WHOLE.substring(
                        EmipText.WHOLE.indexOf("<meterReportList>"),
                        EmipText.WHOLE.indexOf("</meterReportList>"));
        var only =
                "<meterReportList><meterReport><meterTypeId>2</meterTypeId><meterValue>7</meterValue></meterReport>";
        assertEquals(new Energy(7_000), EmipText.session(list, only).energy());
        assertNull(EmipText.session(list, "<meterReportList>").energy());
    }

    @Test
    void rejectsARecordThatEndsInTheYear9999() {
        var reject = reject("2026-10-25T02:15:00Z", "9999-12-31T23:59:59Z");
        assertEquals(Reason.OUT_OF_RANGE, reject.reason());
        assertEquals("endTime", reject.field());
    }

    @Test
    void theDurationTellsTheStopWhereItIsNotSent() {
        var session = EmipText.session("<endTime>2026-10-25T02:15:00Z</endTime>", "");
        assertEquals(Moment.utc(Instant.parse("2026-10-25T02:15:00Z")), session.stop());
        assertEquals(
                Provenance.computed("startTime + meter type 1"),
                session.provenance().get(ReportColumn.STOP_TIME));
    }

    @ParameterizedTest
    @CsvSource({
        "RFID-UID, rfid, ",
        "eMA, app, COMPUTED",
        "EVCO, app, COMPUTED",
        "EMP-SPEC, unknown, MISSING",
        "eMI3, unknown, MISSING",
    })
    void tellsTheChargeMethodFromTheKindOfUser(
            String type, String method, Provenance.@Nullable Origin origin) {
        var session = EmipText.session("<userIdType>RFID-UID", "<userIdType>" + type);
        assertEquals(method, session.chargeMethod().code());
        var from = session.provenance().get(ReportColumn.CHARGE_METHOD);
        assertEquals(origin, from == null ? null : from.origin());
    }

    @Test
    void readsTheSellerThatALibraryWritesAsASecondExecutingPartner() {
        var session =
                EmipText.session(
                        "salePartnerSessionId",
                        "execPartnerSessionId",
                        "salePartnerOperatorId",
                        "execPartnerOperatorId",
                        "<operatorId>FR*798</operatorId>",
                        "");
        assertEquals("FR*798", text(session.operator()));
        assertEquals("FR*MSP", text(session.provider()));
        assertEquals("tx-9", session.transactionId());
    }

    @Test
    void takesTheProviderFromTheContractWhereNoSellerIsNamed() {
        var session = EmipText.session("<salePartnerOperatorId>FR*MSP</salePartnerOperatorId>", "");
        assertEquals("DE-8EO", text(session.provider()));
        assertEquals(
                Provenance.computed("contract id prefix"),
                session.provenance().get(ReportColumn.PROVIDER_ID));
    }

    @Test
    void takesTheOperatorFromTheEvseWhereNobodyNamesIt() {
        var session =
                EmipText.session(
                        "<operatorId>FR*798</operatorId>",
                        "",
                        "<execPartnerOperatorId>FR*798</execPartnerOperatorId>",
                        "",
                        "FR*798*E1*1",
                        "FRXYZE11");
        assertEquals("FR*XYZ", text(session.operator()));
    }

    @Test
    void namesTheTransactionAfterGirevesSessionWhereTheOperatorDoesNotNameIt() {
        var session = EmipText.session("<execPartnerSessionId>tx-9</execPartnerSessionId>", "");
        assertEquals("Gir-1", session.transactionId());
    }

    @Test
    void otherMessagesOfEmipHoldNoRecord() throws Exception {
        var cdrs = new EmipCdrs();
        var heartbeat =
                "<e:eMIP_ToIOP_HeartbeatRequest"
                    + " xmlns:e='x'><partnerId>FR*MSP</partnerId></e:eMIP_ToIOP_HeartbeatRequest>";
        assertEquals(true, cdrs.read(heartbeat.getBytes(UTF_8), RecordPlace.unknown()));
        assertEquals(
                false, cdrs.read("<html><body/></html>".getBytes(UTF_8), RecordPlace.unknown()));
        assertEquals(List.of(), cdrs.delivery().sessions());
    }
}
