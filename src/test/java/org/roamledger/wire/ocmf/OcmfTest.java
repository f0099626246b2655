package org.roamledger.wire.ocmf;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.Energy;
import org.roamledger.session.PlugType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

class OcmfTest {

    private static final String BEGIN =
            "{'TM':'2026-10-01T12:00:00,000+0200 S','TX':'B','RV':120.507,'RI':'1-b:1.8.0',"
                    + "'RU':'kWh','RT':'DC','EF':'','ST':'G'}";
    private static final String END =
            "{'TM':'2026-10-01T12:40:00,000+0200 S','TX':'E','RV':151.25}";
    private static final String WHOLE = ocmf(BEGIN, END);

    @Test
    void readsBothReadingsExactly() {
        var ocmf = read(WHOLE);
        assertThat(ocmf.meterStart()).isEqualTo(new Energy(120_507_000));
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(151_250_000));
        assertThat(ocmf.current()).isEqualTo(PlugType.DC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "base64", "base64 in lines", "url base64", "hex", "xml", "payload"})
    void readsTheWaysInWhichItTravels(String way) {
        var bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        var text =
                switch (way) {
                    case "base64" -> Base64.getEncoder().encodeToString(bytes);
                    case "base64 in lines" -> Base64.getMimeEncoder().encodeToString(bytes);
                    case "url base64" ->
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
                    case "hex" -> HexFormat.of().formatHex(bytes);
                    case "xml" ->
                            "<values><value><signedData format=\"OCMF\">"
                                    + WHOLE
                                    + "</signedData></value></values>";
                    case "payload" -> WHOLE.substring(WHOLE.indexOf('{'), WHOLE.lastIndexOf('|'));
                    default -> "\n " + WHOLE.replace("\",\"", "\" ,\n\"");
                };
        assertThat(Ocmf.read(text)).contains(read(WHOLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AP;0;3;ALCV3ABBBISHMA2RYEGAZE3HV5YQBQRQAEHAR2MN;BIHEIWSHAAA2W2V7OYYDCNQ=;",
                "<signedMeterValue><meterValue>abc</meterValue></signedMeterValue>",
                "OCMF|",
                "OCMF|{\"RD\":[",
                "OCMF|{\"FV\":\"1.0\"}|{}",
                "{\"SD\":\"887FABF4\"}",
                "AAAA",
                "AA=",
                "AAA==",
                "=",
                "A",
                "0F0",
                "ÅÄÖ"
            })
    void leavesWhatIsSomethingElse(String text) {
        assertThat(Ocmf.read(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "0", "{", "[", "OCMF|", "OCMF|{\"RD\":["})
    void survivesEndlessText(String part) {
        assertThat(Ocmf.read(part.repeat(200_000))).isEmpty();
    }

    @Test
    void carriesOmittedFieldsOverFromTheReadingBefore() {
        var ocmf =
                read(ocmf(BEGIN, "{'TX':'C','RV':130}", "{'RV':140}", "{'TX':'R','RV':'150,5'}"));
        assertThat(ocmf.readings())
                .extracting(OcmfReading::reason)
                .containsExactly("B", "C", "C", "R");
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(150_500_000));
    }

    @Test
    void readsWattHours() {
        var ocmf = read(ocmf("{'TX':'B','RV':0,'RU':'Wh'}", "{'TX':'L','RV':18250.5}"));
        assertThat(ocmf.meterStart()).isEqualTo(new Energy(0));
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(18_250_500));
    }

    @ParameterizedTest
    @CsvSource({
        "E, 151250",
        "L, 151250",
        "R, 151250",
        "A, 151250",
        "P, 151250",
        "C, ",
        "S, ",
        "T, "
    })
    void endsWithAnyReasonToEndButNoOther(String reason, @Nullable Long wattHours) {
        var stop = read(ocmf(BEGIN, END.replace("'TX':'E'", "'TX':'" + reason + "'"))).meterStop();
        assertThat(stop == null ? null : stop.wattHours()).isEqualTo(wattHours);
    }

    @Test
    void takesTheFirstBeginAndTheLastEnd() {
        var ocmf = read(ocmf(BEGIN, END, "{'TX':'B','RV':151.25}", "{'TX':'E','RV':160}"));
        assertThat(ocmf.meterStart()).isEqualTo(new Energy(120_507_000));
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(160_000_000));
    }

    @Test
    void keepsToTheRegisterOfTheBegin() {
        var ocmf = read(ocmf(BEGIN, END, "{'TX':'E','RV':31.5,'RI':'1-b:1.8.1'}"));
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(151_250_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'EF':'E'             | false
                    'EF':'Et'            | false
                    'EF':'t'             | true
                    'ST':'M'             | false
                    'ST':'F'             | false
                    'RU':'mOhm'          | false
                    'RV':'lots'          | false
                    'RV':1e400000        | false
                    'RV':null            | true
                    'CL':0.5             | true
                    """)
    void doesNotTakeAReadingThatTheMeterDoubts(String field, boolean taken) {
        var ocmf = read(ocmf(BEGIN, "{'TX':'E','RV':150," + field + "}"));
        assertThat(ocmf.meterStop() != null).isEqualTo(taken);
        assertThat(ocmf.meterStart()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"'EF':'E', false", "'RV':130, false", "'EF':'t', true"})
    void anExceptionSpoilsTheEnergyUnlessItIsOfTheTime(String field, boolean taken) {
        var ocmf = read(ocmf(BEGIN, "{'TX':'X'," + field + "}", "{'TX':'E','RV':150}"));
        assertThat(ocmf.meterStop() != null).isEqualTo(taken);
    }

    @Test
    void joinsBeginAndEndThatComeApart() {
        var ocmf = read(ocmf(BEGIN)).and(read(ocmf(BEGIN.replace("'B','RV':120", "'E','RV':140"))));
        assertThat(ocmf.meterStart()).isEqualTo(new Energy(120_507_000));
        assertThat(ocmf.meterStop()).isEqualTo(new Energy(140_507_000));
    }

    @Test
    void readsSeveralRecordsInOneText() {
        assertThat(
                        read(
                                ocmf(BEGIN)
                                        + "\n"
                                        + ocmf(END.replace("}", ",'RI':'1-b:1.8.0','RU':'kWh'}"))))
                .extracting(OcmfRecord::meterStop)
                .isEqualTo(new Energy(151_250_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'RFID_PLAIN','OCPP_AUTH'    | ISO14443    | rfid
                    'RFID_PLAIN','OCPP_RS_TLS'  | ISO14443    | rfid
                    'RFID_NONE','OCPP_RS'       | CENTRAL     | app
                    'rfid_none','ocpp_rs_tls'   | UNDEFINED   | app
                    'RFID_NONE'                 | CENTRAL_1   | app
                    'OCPP_RS'                   | CENTRAL_2   | admin
                    'ISO15118_PNC'              | EMAID       | plugandcharge
                    'OCPP_RS'                   | CARD_TXN_NR | onetime
                    'RFID_NONE','ISO15118_NONE' | NONE        | unknown
                    """)
    void tellsWhoStartedTheSession(String flags, String type, String method) {
        var text = WHOLE.replace("\"RD\"", json("'IF':[%s],'IT':'%s','RD'".formatted(flags, type)));
        assertThat(read(text).chargeMethod()).isEqualTo(new ChargeMethod(method));
    }

    private static OcmfRecord read(String text) {
        return Ocmf.read(text).orElseThrow();
    }

    private static String ocmf(String... readings) {
        return json(
                "OCMF|{'FV':'1.2','PG':'T17','RD':["
                        + String.join(",", readings)
                        + "]}|{'SD':'30'}");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
