package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Credit;
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
import org.roamledger.session.VatRate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class OcpiCdrsTest {

    @Test
    void readsAWholeCdr() {
        assertThat(CdrText.session())
                .isEqualTo(
                        new ChargingSession(
                                new SessionKey("SEABC", "cdr-1"),
                                Network.OCPI,
                                "Cdr-1",
                                new ChargePoint("uid-9", new EvseId("SE*ABC*E9"), "Hamngatan"),
                                Moment.utc(Instant.parse("2026-10-01T10:00:00Z")),
                                Moment.utc(Instant.parse("2026-10-01T10:45:30Z")),
                                new Energy(12_345_000),
                                null,
                                null,
                                new Price(
                                        new Amount(1_250_000),
                                        new VatRate(250_000),
                                        new Amount(250_000),
                                        "SEK"),
                                StationSetting.UNKNOWN,
                                PlugType.AC,
                                ChargeMethod.APP,
                                new PartyId("SE*ABC"),
                                new PartyId("DE-8EO"),
                                "tx-77",
                                null,
                                null,
                                Map.of(
                                        ReportColumn.NETWORK,
                                        Provenance.computed("protocol"),
                                        ReportColumn.PRICE,
                                        Provenance.reported("total_cost.incl_vat"),
                                        ReportColumn.VAT_RATE,
                                        Provenance.computed("incl_vat / excl_vat, national rate"),
                                        ReportColumn.VAT_AMOUNT,
                                        Provenance.computed("incl_vat - excl_vat"))));
    }

    @Test
    void keepsTheBytesItWasReadFrom() {
        var json = CdrText.bytes(" " + CdrText.with("unknown_field", "[1.50]") + "\n");
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(json, new RecordPlace.Line(1));
        assertThat(cdrs.delivery().sessions().getFirst().raw())
                .isEqualTo(new RawMessage(RawMessage.Form.OCPI_CDR, json));
    }

    @ParameterizedTest
    @CsvSource({"Hubject, HUBJECT", "Girève, GIREVE", "e-clear, e-clear"})
    void takesTheNetworkThatTheRecordNames(String sent, String expected) {
        assertThat(CdrText.session("roaming_network", json(sent)).network())
                .isEqualTo(new Network(expected));
    }

    @Test
    void findsOneKeyForAllCasesOfAnId() {
        assertThat(CdrText.session("id", "\"ABC\"", "party_id", "\"abc\"").key())
                .isEqualTo(CdrText.session("id", "\"abc\"").key());
    }

    @Test
    void readsAnIdThatIsSentAsANumber() {
        assertThat(CdrText.session("id", "12345678901234567890").cdrId())
                .isEqualTo("12345678901234567890");
    }

    @Test
    void takesTheOperatorFromTheEvseIdWhereTheRecordHasNone() {
        var session = CdrText.session("party_id", "null", "cdr_location.evse_id", "\"BE-BEC-E1\"");
        assertThat(session.operator()).isEqualTo(new PartyId("BE*BEC"));
        assertThat(session.key().party()).isEqualTo("BEBEC");
    }

    @ParameterizedTest
    @CsvSource({
        "DE8EOC12345678, DE-8EO",
        "DE-8EO-C12345678-X, DE-8EO",
        "de8eo123456789, de-8eo",
        "0123-4567, ",
        "04A2B3C4D5E6F7, "
    })
    void takesTheProviderFromTheContractWhereTheTokenHasNone(
            String contract, @Nullable String provider) {
        assertThat(
                        CdrText.session(
                                        "cdr_token.country_code",
                                        CdrText.ABSENT,
                                        "cdr_token.contract_id",
                                        "\"" + contract + "\"")
                                .provider())
                .isEqualTo(provider == null ? null : new PartyId(provider));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \"", CdrText.ABSENT})
    void leavesAMissingTransactionMissing(String sent) {
        assertThat(CdrText.session("session_id", sent).transactionId()).isNull();
    }

    @Test
    void leavesWhatAReservationNeverHadMissing() {
        var session =
                CdrText.session(
                        "cdr_location.evse_uid", "\"#NA\"",
                        "cdr_location.evse_id", "\"#NA\"",
                        "cdr_location.connector_id", "\"#NA\"",
                        "cdr_location.name", "null");
        assertThat(session.chargePoint()).isEqualTo(ChargePoint.UNKNOWN);
        assertThat(session.plugType()).isEqualTo(PlugType.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    AC_1_PHASE,       CHADEMO,            AC
                    AC_2_PHASE_SPLIT, -,                  AC
                    ac_3_phase,       -,                  AC
                    DC,               IEC_62196_T2,       DC
                    -,                IEC_62196_T2_COMBO, DC
                    -,                IEC_62196_T1_COMBO, DC
                    -,                CHADEMO,            DC
                    -,                GBT_DC,             DC
                    -,                GBT_AC,             AC
                    -,                IEC_62196_T3A,      AC
                    -,                DOMESTIC_F,         AC
                    -,                IEC_60309_2_three_16, AC
                    -,                NEMA_14_50,         AC
                    -,                TESLA_S,            UNKNOWN
                    -,                PANTOGRAPH_TOP_DOWN, UNKNOWN
                    NUCLEAR,          -,                  UNKNOWN
                    -,                -,                  UNKNOWN
                    """)
    void tellsThePlugFromPowerTypeThenConnector(
            @Nullable String powerType, @Nullable String standard, PlugType expected) {
        assertThat(
                        CdrText.session(
                                        "cdr_location.connector_power_type", json(powerType),
                                        "cdr_location.connector_standard", json(standard))
                                .plugType())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    APP_USER,    COMMAND,      app
                    APP_USER,    WHITELIST,    app
                    AD_HOC_USER, WHITELIST,    onetime
                    RFID,        WHITELIST,    rfid
                    RFID,        AUTH_REQUEST, rfid
                    RFID,        -,            rfid
                    RFID,        COMMAND,      app
                    EMAID,       AUTH_REQUEST, plugandcharge
                    rfid,        whitelist,    rfid
                    OTHER,       WHITELIST,    unknown
                    FACE,        COMMAND,      unknown
                    -,           COMMAND,      unknown
                    """)
    void tellsTheChargeMethodFromTheTokenFirst(
            @Nullable String type, @Nullable String method, String expected) {
        assertThat(
                        CdrText.session("cdr_token.type", json(type), "auth_method", json(method))
                                .chargeMethod()
                                .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "RFID, WHITELIST, admin",
        "RFID, AUTH_REQUEST, rfid",
        "RFID, COMMAND, app",
        "APP_USER, WHITELIST, app"
    })
    void takesACardOfTheOperatorItselfForAnAdministrator(
            String type, String method, String expected) {
        assertThat(
                        CdrText.session(
                                        "cdr_token.type",
                                        json(type),
                                        "auth_method",
                                        json(method),
                                        "cdr_token.country_code",
                                        "\"SE\"",
                                        "cdr_token.party_id",
                                        "\"ABC\"")
                                .chargeMethod()
                                .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"15.342,15342000", "0,0", "'\"7.5\"',7500000", "-1.5,-1500000", "0.0000005,1"})
    void readsKilowattHoursExactly(String sent, long milliWattHours) {
        assertThat(CdrText.session("total_energy", sent).energy())
                .isEqualTo(new Energy(milliWattHours));
    }

    @Test
    void leavesMissingEnergyMissing() {
        assertThat(CdrText.session("total_energy", "null").energy()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # id    | credit | reference | gross  | credited id, none if it is no credit
                    Cdr-1-C | true   | Cdr-1     | -125.0 | Cdr-1
                    X9      | true   | Cdr-1     | 125.0  | Cdr-1
                    X9      | -      | Cdr-1     | -125.0 | Cdr-1
                    X9      | -      | Cdr-1     | 125.0  | Cdr-1
                    Cdr-1-C | -      | -         | -125.0 | Cdr-1
                    cdr-1-c | true   | -         | -125.0 | cdr-1
                    A-B-C   | -      | -         | 125.0  | none
                    X9      | false  | -         | 125.0  | none
                    X9      | false  | Cdr-1     | 125.0  | none
                    X9      | false  | Cdr-1     | -125.0 | Cdr-1
                    X9      | -      | -         | -125.0 | none
                    """)
    void recognisesCredits(
            String id,
            @Nullable String flag,
            @Nullable String reference,
            String gross,
            String credited) {
        assertThat(
                        CdrText.session(
                                        "id",
                                        json(id),
                                        "credit",
                                        flag == null ? "null" : flag,
                                        "credit_reference_id",
                                        json(reference),
                                        "total_cost.incl_vat",
                                        gross)
                                .credit())
                .isEqualTo(credited.equals("none") ? null : new Credit(credited));
    }

    @Test
    void recognisesACreditThatDoesNotSayWhatItTakesBack() {
        assertThat(CdrText.session("credit", "true").credit()).isEqualTo(new Credit(null));
    }

    @ParameterizedTest
    @CsvSource({"-100.00,-125.00", "100.00,125.00"})
    void turnsACreditsMoneyAndEnergyNegativeWhateverSignWasSent(String net, String gross) {
        var credit =
                CdrText.session(
                        "credit",
                        "true",
                        "total_cost",
                        "{\"excl_vat\": %s, \"incl_vat\": %s}".formatted(net, gross));
        assertThat(credit.price())
                .isEqualTo(
                        new Price(
                                new Amount(-1_250_000),
                                new VatRate(250_000),
                                new Amount(-250_000),
                                "SEK"));
        assertThat(credit.energy()).isEqualTo(new Energy(-12_345_000));
    }

    @Test
    void saysThatThePriceOfACreditWasTurned() {
        assertThat(CdrText.session("credit", "true").provenance().get(ReportColumn.PRICE))
                .isEqualTo(Provenance.computed("credit negated"));
    }

    @Test
    void rejectsARecordWithoutId() {
        var cdr = CdrText.with("id", "null");
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(CdrText.bytes(cdr), RecordPlace.item("cdrs", 3));
        assertThat(cdrs.delivery().rejects())
                .containsExactly(
                        new Reject(
                                        RecordPlace.item("cdrs", 3),
                                        "",
                                        Reason.MISSING_VALUE,
                                        "id",
                                        "",
                                        cdr)
                                .of(RawMessage.Form.OCPI_CDR));
    }

    @Test
    void rejectsACreditBeyondAllNumbers() {
        assertThat(
                        CdrText.reject("credit", "true", "total_energy", "-9223372036854.775808")
                                .reason())
                .isEqualTo(Reason.OUT_OF_RANGE);
    }

    @Test
    void rejectsWhatIsNoObject() {
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(CdrText.bytes("[1]"), new RecordPlace.Line(1));
        cdrs.read(CdrText.bytes("{\"id\": "), new RecordPlace.Line(2));
        assertThat(cdrs.delivery().rejects())
                .extracting(Reject::reason)
                .containsExactly(Reason.NOT_AN_OBJECT, Reason.NOT_AN_OBJECT);
    }

    @Test
    void readsTheRestWhenOneRecordIsBad() {
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(CdrText.bytes(CdrText.with("id", "\"1\"")), RecordPlace.item("cdrs", 0));
        cdrs.read(
                CdrText.bytes(CdrText.with("total_energy", "\"lots\"")),
                RecordPlace.item("cdrs", 1));
        cdrs.read(CdrText.bytes(CdrText.with("id", "\"2\"")), RecordPlace.item("cdrs", 2));
        var delivery = cdrs.delivery();
        assertThat(delivery.sessions())
                .extracting(delivered -> delivered.session().cdrId())
                .isEqualTo(List.of("1", "2"));
        assertThat(delivery.rejects()).extracting(Reject::id).containsExactly("Cdr-1");
    }

    @Test
    void handsOutEachRecordOnce() {
        var cdrs = new OcpiCdrs(MappingContext.NONE);
        cdrs.read(CdrText.bytes(CdrText.with()), RecordPlace.item("cdrs", 0));
        cdrs.delivery();
        assertThat(cdrs.delivery().sessions()).isEmpty();
    }

    private static String json(@Nullable String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }
}
