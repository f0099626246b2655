package org.roamledger.wire.ocpi;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Energy;
import org.roamledger.session.Network;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.record.Json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;

/// What rules, other lists and signed meter data add to a CDR.
class CdrEvidenceTest {

    /// A back office that lists one session and one token.
    private static final Joins LISTS =
            new Joins() {
                @Override
                public @Nullable String transactionId(
                        String evseKey, @Nullable String authId, Instant start) {
                    return evseKey.equals("SEABCE9") && "DE8EOC12345678".equals(authId)
                            ? "tx-" + start
                            : null;
                }

                @Override
                public @Nullable KnownToken token(String authId) {
                    return new KnownToken(authId, "u", "RFID", new PartyId("Eight"));
                }
            };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # custom | provider | source | roaming_network | expected | from
                    Gireve   | Hubject  | e-clear | Intercharge | GIREVE      | REPORTED hub
                    -        | Hubject  | e-clear | Intercharge | HUBJECT     | COMPUTED provider rule
                    -        | -        | e-clear | Intercharge | e-clear     | COMPUTED source setting
                    -        | -        | -       | Intercharge | Intercharge | REPORTED roaming_network
                    -        | -        | -       | -           | OCPI        | COMPUTED protocol
                    """)
    void takesTheNetworkFromTheFirstThatTellsIt(
            @Nullable String custom,
            @Nullable String ofProvider,
            @Nullable String source,
            @Nullable String sent,
            String expected,
            String from) {
        var rules =
                NetworkRules.parse(
                        "field:hub"
                                + (ofProvider == null ? "" : "\nprovider:DE-8EO=" + ofProvider));
        var context =
                new MappingContext(
                        source == null ? null : new Network(source), rules, null, Joins.NONE);
        var session = read(context, "hub", json(custom), "roaming_network", json(sent));
        assertThat(session.network()).isEqualTo(new Network(expected));
        var provenance = provenance(session, ReportColumn.NETWORK);
        assertThat(provenance.origin() + " " + provenance.rule()).isEqualTo(from);
    }

    @Test
    void findsTheTransactionInTheSessionList() {
        var session =
                read(lists(), "session_id", CdrText.ABSENT, "cdr_location.evse_uid", "\"other\"");
        assertThat(session.transactionId()).isEqualTo("tx-2026-10-01T10:00:00Z");
        assertThat(provenance(session, ReportColumn.TRANSACTION_ID))
                .isEqualTo(Provenance.computed("session list: EVSE, contract, start within 60 s"));
    }

    @Test
    void believesTheRecordsOwnTransaction() {
        var session = read(lists());
        assertThat(session.transactionId()).isEqualTo("tx-77");
        assertThat(session.provenance()).doesNotContainKey(ReportColumn.TRANSACTION_ID);
    }

    @Test
    void asksTheTokenListWhereTheRecordNamesOnlyAContract() {
        var session = read(lists(), "cdr_token", CdrText.ABSENT, "auth_id", "\"4711\"");
        assertThat(session.provider()).isEqualTo(new PartyId("Eight"));
        assertThat(session.chargeMethod()).isEqualTo(ChargeMethod.RFID);
        assertThat(provenance(session, ReportColumn.PROVIDER_ID))
                .isEqualTo(Provenance.computed("token list"));
        assertThat(provenance(session, ReportColumn.CHARGE_METHOD))
                .isEqualTo(Provenance.computed("token list"));
    }

    @ParameterizedTest
    @CsvSource({"plain, signed_data", "base64, signed_data", "plain, plain_data"})
    void readsTheMeterFromSignedData(String form, String field) {
        var ocmf = ocmf("", "UNDEFINED");
        var sent = form.equals("plain") ? ocmf : base64(ocmf);
        var session = read(MappingContext.NONE, "signed_data", signed(field, sent));
        assertThat(session.meterStart()).isEqualTo(new Energy(10_500_000));
        assertThat(session.meterStop()).isEqualTo(new Energy(22_845_000));
        assertThat(provenance(session, ReportColumn.METER_STOP_WH))
                .isEqualTo(Provenance.reported("signed_data, OCMF"));
    }

    @Test
    void readsPayloadAndSignatureThatAreSentApart() {
        var parts = ocmf("", "UNDEFINED").split("\\|", -1);
        var value =
                "{\"signed_values\": [{\"nature\": \"End\", \"plain_data\": %s, \"signed_data\": %s}]}"
                        .formatted(quoted(parts[1]), quoted(base64(parts[2])));
        assertThat(read(MappingContext.NONE, "signed_data", value).meterStop())
                .isEqualTo(new Energy(22_845_000));
    }

    @Test
    void saysThatSignedDataIsNotOcmf() {
        var session =
                read(
                        MappingContext.NONE,
                        "signed_data",
                        signed("signed_data", "AP;0;3;ALCV3;BIHE"));
        assertThat(session.meterStart()).isNull();
        assertThat(provenance(session, ReportColumn.METER_START_WH))
                .isEqualTo(Provenance.missing("signed_data is not OCMF"));
    }

    @Test
    void saysThatAReadingIsMissingInOcmf() {
        var session =
                read(
                        MappingContext.NONE,
                        "signed_data",
                        signed("signed_data", ocmf("", "X").replace("\"E\"", "\"C\"")));
        assertThat(session.meterStop()).isNull();
        assertThat(provenance(session, ReportColumn.METER_STOP_WH))
                .isEqualTo(Provenance.missing("signed_data, OCMF: no such sound reading"));
    }

    @Test
    void tellsThePlugFromTheMeterWhereTheConnectorDoesNot() {
        var session =
                read(
                        MappingContext.NONE,
                        "cdr_location.connector_power_type",
                        "null",
                        "cdr_location.connector_standard",
                        "\"TESLA_S\"",
                        "signed_data",
                        signed("signed_data", ocmf("", "UNDEFINED")));
        assertThat(session.plugType()).isEqualTo(PlugType.DC);
        assertThat(provenance(session, ReportColumn.PLUG_TYPE))
                .isEqualTo(Provenance.computed("signed_data, OCMF"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    AD_HOC_USER | WHITELIST    | 'OCPP_RS'      | UNDEFINED   | onetime
                    APP_USER    | WHITELIST    | 'RFID_PLAIN'   | ISO14443    | app
                    EMAID       | AUTH_REQUEST | 'OCPP_RS'      | UNDEFINED   | plugandcharge
                    RFID        | WHITELIST    | 'OCPP_RS_TLS'  | CENTRAL     | app
                    RFID        | COMMAND      | 'RFID_PLAIN'   | ISO14443    | rfid
                    RFID        | COMMAND      | 'RFID_NONE'    | UNDEFINED   | app
                    RFID        | WHITELIST    | 'ISO15118_PNC' | EMAID       | plugandcharge
                    RFID        | WHITELIST    | 'RFID_NONE'    | CARD_TXN_NR | onetime
                    OTHER       | WHITELIST    | 'RFID_PLAIN'   | ISO14443    | rfid
                    OTHER       | COMMAND      | 'OCPP_RS'      | CENTRAL_1   | app
                    OTHER       | COMMAND      | 'OCPP_RS'      | CENTRAL_2   | admin
                    OTHER       | WHITELIST    | 'ISO15118_PNC' | EMAID       | plugandcharge
                    OTHER       | COMMAND      | 'RFID_NONE'    | NONE        | unknown
                    """)
    void refinesTheChargeMethodByWhatTheStationSays(
            String token, String authMethod, String flags, String idType, String expected) {
        var session =
                read(
                        MappingContext.NONE,
                        "cdr_token.type",
                        json(token),
                        "auth_method",
                        json(authMethod),
                        "signed_data",
                        signed("signed_data", ocmf(flags, idType)));
        assertThat(session.chargeMethod()).isEqualTo(new ChargeMethod(expected));
    }

    private static MappingContext lists() {
        return new MappingContext(null, NetworkRules.NONE, null, LISTS);
    }

    private static ChargingSession read(MappingContext context, String... pathsAndValues) {
        var cdrs = new OcpiCdrs(context);
        cdrs.read(CdrText.bytes(CdrText.with(pathsAndValues)), RecordPlace.item("cdrs", 0));
        return cdrs.delivery().sessions().getFirst().session();
    }

    private static Provenance provenance(ChargingSession session, ReportColumn column) {
        return Objects.requireNonNull(session.provenance().get(column));
    }

    private static String ocmf(String flags, String idType) {
        return ("OCMF|{'IF':[%s],'IT':'%s','RD':["
                        + "{'TX':'B','RV':10.5,'RU':'kWh','RT':'DC','ST':'G'},"
                        + "{'TX':'E','RV':22.845}]}|{'SD':'30'}")
                .formatted(flags, idType)
                .replace('\'', '"');
    }

    private static String signed(String field, String text) {
        return "{\"encoding_method\": \"any\", \"signed_values\": [{\"nature\": \"End\", \"%s\": %s}]}"
                .formatted(field, quoted(text));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    private static String json(@Nullable String text) {
        return text == null ? "null" : quoted(text);
    }
}
