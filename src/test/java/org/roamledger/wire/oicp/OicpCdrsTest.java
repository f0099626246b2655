package org.roamledger.wire.oicp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.wire.record.Json;

import tools.jackson.databind.node.ObjectNode;

import java.time.OffsetDateTime;
import java.util.Map;

class OicpCdrsTest {

    private static final String ABSENT = "absent";
    private static final Provenance NO_PRICE = Provenance.missing("OICP has no price");

    private static final String WHOLE =
            """
            {
              "SessionID": "B2688855-7f00-0002-6d8e-48d883f6abb6",
              "CPOPartnerSessionID": "tx-77", "EMPPartnerSessionID": "e-1",
              "PartnerProductID": "DC",
              "EvseID": "DE*AB7*E840*6487",
              "Identification": {"RFIDMifareFamilyIdentification": {"UID": "1234ABCD"}},
              "ChargingStart": "2026-10-25T02:31:00+02:00",
              "ChargingEnd": "2026-10-25T02:20:00+01:00",
              "SessionStart": "2026-10-25T02:30:00+02:00",
              "SessionEnd": "2026-10-25T02:30:00+01:00",
              "MeterValueStart": 100.5, "MeterValueEnd": 112.845,
              "MeterValueInBetween": {"meterValues": [104.2]},
              "ConsumedEnergy": 12.345,
              "HubOperatorID": "DE*HUB", "HubProviderID": "DE-DCB"
            }
            """;

    private static Delivery read(String... namesAndValues) {
        var cdr = (ObjectNode) Json.tree(WHOLE.getBytes(UTF_8));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1].equals(ABSENT)) {
                cdr.remove(namesAndValues[i]);
            } else {
                cdr.set(namesAndValues[i], Json.tree(namesAndValues[i + 1].getBytes(UTF_8)));
            }
        }
        var cdrs = new OicpCdrs();
        cdrs.read(cdr, cdr.toString().getBytes(UTF_8), RecordPlace.item("cdrs", 0));
        return cdrs.delivery();
    }

    private static ChargingSession session(String... namesAndValues) {
        return read(namesAndValues).sessions().getFirst().session();
    }

    private static Reject reject(String... namesAndValues) {
        return read(namesAndValues).rejects().getFirst();
    }

    private static @Nullable String text(@Nullable PartyId party) {
        return party == null ? null : party.asSent();
    }

    @Test
    void readsAWholeRecord() {
        assertEquals(
                new ChargingSession(
                        new SessionKey("network:HUBJECT", "b2688855-7f00-0002-6d8e-48d883f6abb6"),
                        Network.HUBJECT,
                        "B2688855-7f00-0002-6d8e-48d883f6abb6",
                        new ChargePoint(null, new EvseId("DE*AB7*E840*6487"), null),
                        Moment.of(OffsetDateTime.parse("2026-10-25T02:30:00+02:00")),
                        Moment.of(OffsetDateTime.parse("2026-10-25T02:30:00+01:00")),
                        new Energy(12_345_000),
                        new Energy(100_500_000),
                        new Energy(112_845_000),
                        Price.MISSING,
                        StationSetting.UNKNOWN,
                        PlugType.DC,
                        ChargeMethod.RFID,
                        new PartyId("DE*AB7"),
                        new PartyId("DE-DCB"),
                        "tx-77",
                        null,
                        null,
                        Map.of(
                                ReportColumn.NETWORK,
                                Provenance.computed("protocol"),
                                ReportColumn.PRICE,
                                NO_PRICE,
                                ReportColumn.VAT_RATE,
                                NO_PRICE,
                                ReportColumn.VAT_AMOUNT,
                                NO_PRICE,
                                ReportColumn.OPERATOR_ID,
                                Provenance.computed("EvseID prefix"),
                                ReportColumn.PROVIDER_ID,
                                Provenance.reported("HubProviderID"),
                                ReportColumn.PLUG_TYPE,
                                Provenance.computed("PartnerProductID"))),
                session());
    }

    @Test
    void keepsTheRecordAsItCame() {
        var raw = read().sessions().getFirst().raw();
        assertEquals(RawMessage.Form.OICP_CDR, raw.form());
        assertEquals(Json.tree(WHOLE.getBytes(UTF_8)), Json.tree(raw.body()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"RFIDMifareFamilyIdentification": {"UID": "1"}}                        | rfid          | REPORTED
                    {"RFIDIdentification": {"UID": "1", "RFID": "nfc"}}                     | rfid          | REPORTED
                    {"RFIDIdentification": {"UID": "1"}, "RemoteIdentification": null}      | rfid          | REPORTED
                    {"QRCodeIdentification": {"EvcoID": "DE-8EO-Cabcdefgh-1"}}              | app           | COMPUTED
                    {"RemoteIdentification": {"EvcoID": "DE-8EO-Cabcdefgh-1"}}              | app           | COMPUTED
                    {"PlugAndChargeIdentification": {"EvcoID": "DE-8EO-Cabcdefgh-1"}}       | plugandcharge | REPORTED
                    {"RFIDIdentification": {"UID": "1"}, "RemoteIdentification": {}}        | unknown       | MISSING
                    {}                                                                      | unknown       | MISSING
                    7                                                                       | unknown       | MISSING
                    """)
    void tellsTheChargeMethodFromTheKindOfIdentification(
            String identification, String method, Provenance.Origin origin) {
        var session = session("Identification", identification);
        assertEquals(method, session.chargeMethod().code());
        var from = session.provenance().get(ReportColumn.CHARGE_METHOD);
        assertEquals(origin, from == null ? Provenance.Origin.REPORTED : from.origin());
    }

    @ParameterizedTest
    @CsvSource({
        "DE-8EO-Cabcdefgh-1, DE-8EO",
        "DE8EOCabcdefgh1, DE-8EO",
        "DE*8EO*abcdef*X, DE-8EO",
        "DE8EOabcdef7, DE-8EO",
        "string, DE-DCB",
    })
    void takesTheProviderFromTheContractAndOnlyThenFromTheHub(String evcoId, String provider) {
        var identification = "{\"RemoteIdentification\": {\"EvcoID\": \"%s\"}}".formatted(evcoId);
        assertEquals(provider, text(session("Identification", identification).provider()));
    }

    @Test
    void believesNoProviderWhereContractsDisagree() {
        var session =
                session(
                        "Identification",
                        """
                        {"RemoteIdentification": {"EvcoID": "DE-8EO-Cabcdefgh-1"},
                         "PlugAndChargeIdentification": {"EvcoID": "FR-MSP-Cabcdefgh-1"}}
                        """,
                        "HubProviderID",
                        ABSENT);
        assertNull(session.provider());
    }

    @Test
    void readsTheSpellingOfThePublishedOpenApi() {
        var session = session("HubProviderID", ABSENT, "HubProviderId", "\"DE-XYZ\"");
        assertEquals("DE-XYZ", text(session.provider()));
    }

    @ParameterizedTest
    @CsvSource({
        "DE*AB7*E840*6487, DE*AB7",
        "DEAB7E8406487, DE*AB7",
        "deab7e8406487, de*ab7",
        "+49*810*000*438, +49*810",
        "nonsense, ",
    })
    void takesTheOperatorFromTheEvseId(String evseId, @Nullable String operator) {
        var session = session("EvseID", "\"" + evseId + "\"");
        assertEquals(operator, text(session.operator()));
        assertEquals(new EvseId(evseId), session.chargePoint().evseId());
    }

    @ParameterizedTest
    @CsvSource({
        "AC1, AC",
        "AC 3, AC",
        "ac_22kW, AC",
        "DC, DC",
        "DC150, DC",
        "Free, UNKNOWN",
        "ACME, UNKNOWN",
        "Standardpreis, UNKNOWN",
    })
    void tellsThePlugFromTheProduct(String product, PlugType plug) {
        assertEquals(plug, session("PartnerProductID", "\"" + product + "\"").plugType());
    }

    @Test
    void takesTheEnergyFromTheMeterWhereItIsNotSent() {
        var session = session("ConsumedEnergy", "null");
        assertEquals(new Energy(12_345_000), session.energy());
        assertEquals(
                Provenance.computed("meter stop - meter start"),
                session.provenance().get(ReportColumn.ENERGY_WH));
    }

    @Test
    void believesNoMeterThatRunsBackwards() {
        assertNull(session("ConsumedEnergy", ABSENT, "MeterValueEnd", "3").energy());
    }

    @Test
    void readsSignedMeterDataWhereTheRecordIsSilent() {
        var begin = signed("B", "100.5");
        var end = signed("E", "112.5");
        var session =
                session(
                        "SignedMeteringValues",
                        "[" + begin + "," + end + "]",
                        "MeterValueStart",
                        ABSENT,
                        "MeterValueEnd",
                        ABSENT,
                        "ConsumedEnergy",
                        ABSENT,
                        "PartnerProductID",
                        ABSENT,
                        "Identification",
                        ABSENT);
        assertEquals(new Energy(100_500_000), session.meterStart());
        assertEquals(new Energy(112_500_000), session.meterStop());
        assertEquals(new Energy(12_000_000), session.energy());
        assertEquals(PlugType.AC, session.plugType());
        assertEquals(ChargeMethod.ONETIME, session.chargeMethod());
        assertEquals(
                Provenance.reported("SignedMeteringValues, OCMF"),
                session.provenance().get(ReportColumn.METER_STOP_WH));
    }

    private static String signed(String reason, String value) {
        var payload =
                """
                {'FV':'1.0','IT':'CARD_TXN_NR','RD':[{'TM':'2018-07-24T13:22:04,000+0200 S','TX':'%s',\
                'RV':%s,'RI':'1-b:1.8.0','RU':'kWh','RT':'AC','EF':'','ST':'G'}]}\
                """
                        .formatted(reason, value);
        var ocmf = "OCMF|" + payload + "|{'SD':'00'}";
        return "{\"MeteringStatus\": \"Start\", \"SignedMeteringValue\": \"%s\"}"
                .formatted(ocmf.replace("'", "\\\""));
    }

    @Test
    void namesTheTransactionAfterHubjectsSessionWhereTheOperatorDoesNotNameIt() {
        var session = session("CPOPartnerSessionID", "\"\"");
        assertEquals("B2688855-7f00-0002-6d8e-48d883f6abb6", session.transactionId());
        assertEquals(
                Provenance.reported("SessionID"),
                session.provenance().get(ReportColumn.TRANSACTION_ID));
    }

    @Test
    void readsTheFewFieldsThatOicp22Demands() {
        var session =
                session(
                        "ChargingStart",
                        ABSENT,
                        "ChargingEnd",
                        ABSENT,
                        "MeterValueStart",
                        ABSENT,
                        "MeterValueEnd",
                        ABSENT,
                        "ConsumedEnergy",
                        ABSENT,
                        "PartnerProductID",
                        ABSENT);
        assertNull(session.energy());
        assertEquals(PlugType.UNKNOWN, session.plugType());
    }

    @ParameterizedTest
    @CsvSource({
        "SessionID, absent, MISSING_VALUE",
        "SessionID, '\" \"', MISSING_VALUE",
        "SessionStart, absent, MISSING_VALUE",
        "SessionStart, '\"soon\"', NOT_A_TIME",
        "SessionEnd, '\"2026-13-01T00:00:00Z\"', NOT_A_TIME",
        "ConsumedEnergy, '\"much\"', NOT_A_NUMBER",
        "ConsumedEnergy, 1e17, OUT_OF_RANGE",
        "MeterValueEnd, {}, NOT_A_NUMBER",
    })
    void rejectsWhatIsNoRecord(String field, String value, Reason reason) {
        var reject = reject(field, value);
        assertEquals(field, reject.field());
        assertEquals(reason, reject.reason());
    }

    @Test
    void rejectsWhatIsNoObject() {
        var cdrs = new OicpCdrs();
        cdrs.read(Json.tree("7".getBytes(UTF_8)), "7".getBytes(UTF_8), RecordPlace.item("cdrs", 4));
        assertEquals(Reason.NOT_AN_OBJECT, cdrs.delivery().rejects().getFirst().reason());
    }
}
