package org.roamledger.wire.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.session.Access;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargeMethod;
import org.roamledger.session.ChargePoint;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.Credit;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.Moment;
import org.roamledger.session.Network;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionKey;
import org.roamledger.session.StationSetting;
import org.roamledger.session.VatRate;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class RowReaderTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final TableContext NOTHING_KNOWN = new TableContext(null, null, STOCKHOLM);
    private static final String START = "2026-10-05T10:00:00+02:00";

    private static List<Cell> texts(String... values) {
        return Arrays.stream(values).<Cell>map(Cell.Text::new).toList();
    }

    private static RowReader reader(TableContext context, char separator, String... headers) {
        var columns = TableColumns.of(List.of(headers));
        return new RowReader(columns, context, () -> new TableEvidence(columns, separator));
    }

    private static ChargingSession session(RowOutcome outcome) {
        return assertInstanceOf(RowOutcome.Read.class, outcome).session().session();
    }

    private static Reject reject(RowOutcome outcome) {
        return assertInstanceOf(RowOutcome.Refused.class, outcome).reject();
    }

    /// Reads one row of the two required columns and the given others.
    private static RowOutcome read(Map<String, String> others) {
        var headers = new ArrayList<>(List.of("CDR ID", "Start time"));
        var values = new ArrayList<Cell>(texts("C1", START));
        others.forEach(
                (header, value) -> {
                    headers.add(header);
                    values.add(new Cell.Text(value));
                });
        return reader(NOTHING_KNOWN, ',', headers.toArray(String[]::new))
                .read(values, new RecordPlace.Line(2));
    }

    private static RowOutcome read(String header, String value) {
        return read(Map.of(header, value));
    }

    @Test
    void aWholeRowBecomesASession() {
        var reader =
                reader(
                        new TableContext(null, "Nordic Charge", STOCKHOLM),
                        ',',
                        "Month,Network,CDR ID,Station ID,EVSE-ID,Station name,Start time,Stop time,Energy (Wh),Meter start,Meter stop,Price,Currency,Public/Private,Free usage,Plug type,Charge method,Operator,Provider ID,Transaction ID,Duration,VAT rate,VAT amount"
                                .split(","));
        var outcome =
                reader.read(
                        texts(
                                "2026-10,Girève,C-1,000123,SE*NCH*E1,Torget,2026-10-05T10:00:00+02:00,2026-10-05T11:30:00+02:00,12345,1000.5,13345.5,12.34,eur,Public,no,DC,RFID,SE*NCH,DE-8EO,T9,1:30:00,25,2.468"
                                        .split(",")),
                        new RecordPlace.Line(2));
        var session = session(outcome);
        assertEquals(
                new ChargingSession(
                        new SessionKey("SENCH", "c-1"),
                        Network.GIREVE,
                        "C-1",
                        new ChargePoint("000123", new EvseId("SE*NCH*E1"), "Torget"),
                        moment("2026-10-05T10:00:00+02:00"),
                        moment("2026-10-05T11:30:00+02:00"),
                        new Energy(12_345_000),
                        new Energy(1_000_500),
                        new Energy(13_345_500),
                        new Price(
                                new Amount(123_400),
                                new VatRate(250_000),
                                new Amount(24_680),
                                "EUR"),
                        new StationSetting(Access.PUBLIC, FreeUsage.NO),
                        PlugType.DC,
                        ChargeMethod.RFID,
                        new PartyId("SE*NCH"),
                        new PartyId("DE-8EO"),
                        "T9",
                        null,
                        "Nordic Charge",
                        Map.of(
                                ReportColumn.ORGANISATION,
                                Provenance.computed("setting of the import"))),
                session);
    }

    private static Moment moment(String iso) {
        return Moment.of(OffsetDateTime.parse(iso));
    }

    @Test
    void whatIsNotThereStaysMissing() {
        var session = session(read(Map.of("Price", "", "VAT rate", " ", "Stop time", "")));
        assertNull(session.price().gross());
        assertNull(session.price().vatRate());
        assertNull(session.energy());
        assertNull(session.stop());
        assertEquals(StationSetting.UNKNOWN, session.stationSetting());
        assertEquals(PlugType.UNKNOWN, session.plugType());
        assertEquals(ChargeMethod.UNKNOWN, session.chargeMethod());
        assertEquals(
                Provenance.missing("empty in the file"),
                session.provenance().get(ReportColumn.PRICE));
        assertEquals(
                Provenance.missing("no column"), session.provenance().get(ReportColumn.VAT_AMOUNT));
    }

    @Test
    void aZeroPriceIsZeroAndNotMissing() {
        assertEquals(new Amount(0), session(read("Price", "0.00")).price().gross());
    }

    @Test
    void inTheLegacyProfileVatPIsTheRateAndVatTheAmount() {
        var price = session(read(Map.of("VAT P", "25,5 %", "VAT", "2,55"))).price();
        assertEquals(new VatRate(255_000), price.vatRate());
        assertEquals(new Amount(25_500), price.vat());
    }

    @Test
    void kilowattHoursBecomeWattHoursExactly() {
        assertEquals(new Energy(12_345_600), session(read("Energy (kWh)", "12.3456")).energy());
        assertEquals(new Energy(7_000), session(read("Meter stop (kWh)", "0.007")).meterStop());
    }

    @Test
    void theNetworkOfTheImportFillsInWhereTheRowHasNone() {
        var context = new TableContext(Network.HUBJECT, null, STOCKHOLM);
        var reader = reader(context, ',', "CDR ID", "Start time", "Network");
        assertEquals(
                Network.HUBJECT,
                session(reader.read(texts("C1", START, ""), RecordPlace.unknown())).network());
        assertEquals(
                Network.OCPI,
                session(reader.read(texts("C1", START, "ocpi"), RecordPlace.unknown())).network());
    }

    @Test
    void withoutAnyNetworkItIsMissing() {
        var session = session(read(Map.of()));
        assertEquals(new Network(""), session.network());
        assertEquals(
                Provenance.missing("not in the file"),
                session.provenance().get(ReportColumn.NETWORK));
    }

    @ParameterizedTest
    @CsvSource({"-12.50,10000", "\u221212.50,10000", "-12.50,-10000", "12.50,-10000"})
    void aNegativePriceOrEnergyMakesACreditWithBothNegative(String price, String energy) {
        var session = session(read(Map.of("Price", price, "Energy (Wh)", energy, "VAT", "2.50")));
        assertEquals(new Credit(null), session.credit());
        assertEquals(new Energy(-10_000_000), session.energy());
        assertEquals(new Amount(-125_000), session.price().gross());
        assertEquals(new Amount(-25_000), session.price().vat());
    }

    @Test
    void anUsualRowIsNoCredit() {
        assertNull(session(read(Map.of("Price", "1.00", "Energy (Wh)", "5"))).credit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000123", "123456789012345678", "1E5", "12-03", "MARCH1", "1,5"})
    void idsStayAsTheyAre(String id) {
        var reader = reader(NOTHING_KNOWN, ',', "CDR ID", "Start time", "Transaction ID");
        var session = session(reader.read(texts(id, START, id), RecordPlace.unknown()));
        assertEquals(id, session.cdrId());
        assertEquals(id, session.transactionId());
    }

    @Test
    void anIdThatASpreadsheetShortenedIsRefusedBecauseTwoMayHaveBecomeOne() {
        var reader = reader(NOTHING_KNOWN, ',', "CDR ID", "Start time");
        var reject = reject(reader.read(texts("1,23457E+17", START), new RecordPlace.Line(7)));
        assertEquals(Reject.Reason.OUT_OF_RANGE, reject.reason());
        var number = new Cell.Numeric(new BigDecimal("1.2345678901234568E+17"), 0);
        assertEquals(
                Reject.Reason.OUT_OF_RANGE,
                reject(reader.read(List.of(number, new Cell.Text(START)), RecordPlace.unknown()))
                        .reason());
    }

    @Test
    void numberCellsOfIdsKeepTheirDigits() {
        var reader = reader(NOTHING_KNOWN, ',', "CDR ID", "Start time", "Station ID");
        var row =
                List.<Cell>of(
                        new Cell.Numeric(new BigDecimal("123456789012345678"), 0),
                        new Cell.Text(START),
                        new Cell.Numeric(new BigDecimal("123"), 6));
        var session = session(reader.read(row, RecordPlace.unknown()));
        assertEquals("123456789012345678", session.cdrId());
        assertEquals("000123", session.chargePoint().stationId());
    }

    @Test
    void theApostropheOfACarefulWriterIsTakenBack() {
        var session =
                session(
                        read(
                                Map.of(
                                        "EVSE-ID", "'+49*810*000*438",
                                        "Station name", "'=HYPERLINK(\"x\")",
                                        "Station ID", "'quoted'")));
        assertEquals(new EvseId("+49*810*000*438"), session.chargePoint().evseId());
        assertEquals("=HYPERLINK(\"x\")", session.chargePoint().stationName());
        assertEquals("'quoted'", session.chargePoint().stationId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF20x"})
    void everySignThatIsNeutralisedIsTakenBack(String text) {
        assertEquals(text, session(read("Station name", "'" + text)).chargePoint().stationName());
        assertEquals(text, session(read("Station name", text)).chargePoint().stationName());
    }

    @Test
    void choicesAreReadInAnyCaseAndUnknownWordsAreUnknown() {
        var session =
                session(
                        read(
                                Map.of(
                                        "Public/Private", "PRIVATE",
                                        "Free usage", "Yes",
                                        "Plug type", "ac",
                                        "Charge method", "PlugAndCharge")));
        assertEquals(new StationSetting(Access.PRIVATE, FreeUsage.YES), session.stationSetting());
        assertEquals(PlugType.AC, session.plugType());
        assertEquals(ChargeMethod.PLUG_AND_CHARGE, session.chargeMethod());
        assertEquals(PlugType.UNKNOWN, session(read("Plug type", "CCS")).plugType());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Price|12 EUR|NOT_A_NUMBER",
                "Energy (Wh)|much|NOT_A_NUMBER",
                "VAT rate|250|OUT_OF_RANGE",
                "Price|99999999999999999999|OUT_OF_RANGE",
                "Stop time|soon|NOT_A_TIME"
            })
    void aValueThatCannotBeReadRejectsTheRowAndIsNamed(
            String header, String value, Reject.Reason reason) {
        var reject = reject(read(header, value));
        assertEquals("line 2", reject.where().text());
        assertEquals("C1", reject.id());
        assertEquals(reason, reject.reason());
        assertEquals(header, reject.field());
        assertEquals(value, reject.value());
    }

    @Test
    void aRowWithoutIdOrStartIsRejected() {
        var reader = reader(NOTHING_KNOWN, ',', "Session ID", "Starttid");
        assertEquals(
                new Reject(
                                new RecordPlace.Line(3),
                                "",
                                Reject.Reason.MISSING_VALUE,
                                "Session ID",
                                "",
                                "{\"Starttid\":\"" + START + "\"}")
                        .of(RawMessage.Form.REPORT_ROW),
                reject(reader.read(texts("", START), new RecordPlace.Line(3))));
        assertEquals(
                Reject.Reason.MISSING_VALUE,
                reject(reader.read(texts("C1"), new RecordPlace.Line(4))).reason());
    }

    @Test
    void theRowIsKeptAsJsonWithoutColumnsThatAreNotTheReports() {
        var outcome = read(Map.of("EV User ID", "secret", "Price", "1,50 \"x\""));
        assertEquals(
                "{\"CDR ID\":\"C1\",\"Start time\":\"" + START + "\",\"Price\":\"1,50 \\\"x\\\"\"}",
                reject(outcome).raw());
        var good = assertInstanceOf(RowOutcome.Read.class, read("EV User ID", "secret"));
        assertEquals(RawMessage.Form.REPORT_ROW, good.session().raw().form());
        assertEquals(
                "{\"CDR ID\":\"C1\",\"Start time\":\"" + START + "\"}",
                good.session().raw().text());
    }

    @Test
    void netAndVatMakeAPriceThatSaysSo() {
        var session = session(read(Map.of("Net price", "10.00", "VAT amount", "2.50")));
        assertEquals(new Amount(125_000), session.price().gross());
        assertEquals(
                Provenance.computed("net price + VAT amount"),
                session.provenance().get(ReportColumn.PRICE));
    }

    // Which of two readings is right

    private static ChargingSession withEvidence(char separator, String header, String... values) {
        var columns = TableColumns.of(List.of("CDR ID", "Start time", header));
        var evidence = new TableEvidence(columns, separator);
        for (var value : values) {
            evidence.add(texts("C1", START, value));
        }
        var reader = new RowReader(columns, NOTHING_KNOWN, () -> evidence);
        return session(reader.read(texts("C1", START, values[0]), RecordPlace.unknown()));
    }

    @Test
    void theOtherValuesOfTheColumnDecideAboutAnAmbiguousNumber() {
        assertEquals(
                new Amount(12_340), withEvidence(',', "Price", "1,234", "5,75").price().gross());
        assertEquals(
                new Amount(12_340_000),
                withEvidence(';', "Price", "1,234", "5.75").price().gross());
        assertEquals(
                new Amount(12_340_000),
                withEvidence(';', "Price", "1.234", "1.000.000").price().gross());
    }

    @Test
    void withoutEvidenceTheSeparatorOfTheFileDecides() {
        assertEquals(new Amount(12_340), withEvidence(';', "Price", "1,234").price().gross());
        assertEquals(new Amount(12_340), withEvidence(',', "Price", "1.234").price().gross());
    }

    @Test
    void groupedWattHoursNeedNoEvidence() {
        assertEquals(new Energy(1_234_000), withEvidence(',', "Energy (Wh)", "1,234").energy());
        assertEquals(new Energy(1_234_000), withEvidence(';', "Energy (Wh)", "1.234").energy());
    }

    @Test
    void whereNobodyCanTellTheRowIsRejected() {
        assertEquals(Reject.Reason.NOT_A_NUMBER, reject(read("Price", "1,234")).reason());
        var columns = TableColumns.of(List.of("CDR ID", "Start time", "Price"));
        var evidence = new TableEvidence(columns, ',');
        evidence.add(texts("C1", START, "1,5"));
        evidence.add(texts("C1", START, "1.5"));
        var reader = new RowReader(columns, NOTHING_KNOWN, () -> evidence);
        assertEquals(
                Reject.Reason.NOT_A_NUMBER,
                reject(reader.read(texts("C1", START, "1.234"), RecordPlace.unknown())).reason());
    }

    @Test
    void theOtherDatesOfTheFileDecideAboutTheOrderOfDayAndMonth() {
        var columns = TableColumns.of(List.of("CDR ID", "Start time (UTC)"));
        var american = new TableEvidence(columns, ',');
        american.add(texts("C1", "10/25/2026 10:00"));
        assertEquals(
                moment("2026-03-04T10:00:00Z"),
                session(
                                new RowReader(columns, NOTHING_KNOWN, () -> american)
                                        .read(
                                                texts("C1", "03/04/2026 10:00"),
                                                RecordPlace.unknown()))
                        .start());
        assertEquals(
                moment("2026-04-03T10:00:00Z"),
                session(
                                reader(NOTHING_KNOWN, ',', "CDR ID", "Start time (UTC)")
                                        .read(
                                                texts("C1", "03/04/2026 10:00"),
                                                RecordPlace.unknown()))
                        .start());
    }

    // Local times

    private static ChargingSession local(String start, String stop, String duration) {
        var reader =
                reader(
                        NOTHING_KNOWN,
                        ',',
                        "CDR ID",
                        "Start time (Europe/Stockholm)",
                        "Stop time (Europe/Stockholm)",
                        "Duration");
        return session(reader.read(texts("C1", start, stop, duration), RecordPlace.unknown()));
    }

    private static String start(ChargingSession session) {
        return session.start().at().atOffset(session.start().sentOffset()).toString();
    }

    private static String stop(ChargingSession session) {
        var stop = session.stop();
        assertNotNull(stop);
        return stop.at().atOffset(stop.sentOffset()).toString();
    }

    @Test
    void localTimesAreReadInTheZoneOfTheHeader() {
        var session = local("2026-07-01 10:00:00", "2026-12-01 10:00:00", "");
        assertEquals("2026-07-01T10:00+02:00", start(session));
        assertEquals("2026-12-01T10:00+01:00", stop(session));
        assertNull(session.provenance().get(ReportColumn.START_TIME));
    }

    @Test
    void aZoneThatTheFileDoesNotNameIsTold() {
        var reader = reader(NOTHING_KNOWN, ',', "CDR ID", "Start time");
        var session = session(reader.read(texts("C1", "01.07.2026 10:00"), RecordPlace.unknown()));
        assertEquals("2026-07-01T10:00+02:00", start(session));
        assertEquals(
                Provenance.computed("local time in Europe/Stockholm"),
                session.provenance().get(ReportColumn.START_TIME));
    }

    @Test
    void anHourThatIsShownTwiceIsTheEarlierOne() {
        var session = local("2026-10-25 02:30:00", "", "");
        assertEquals("2026-10-25T02:30+02:00", start(session));
        assertEquals(
                Provenance.computed(SessionTimes.EARLIER),
                session.provenance().get(ReportColumn.START_TIME));
    }

    @Test
    void theDurationTellsWhichOfTheTwoHoursItWas() {
        var session = local("2026-10-25 02:30:00", "2026-10-25 03:15:00", "0:45:00");
        assertEquals("2026-10-25T02:30+01:00", start(session));
        assertEquals(
                Provenance.computed(SessionTimes.BY_DURATION),
                session.provenance().get(ReportColumn.START_TIME));
        assertEquals(
                "2026-10-25T02:15+01:00",
                stop(local("2026-10-25 01:50:00", "2026-10-25 02:15:00", "1:25:00")));
    }

    @Test
    void aSessionDoesNotStopBeforeItStarts() {
        var session = local("2026-10-25 02:50:00", "2026-10-25 02:10:00", "");
        assertEquals("2026-10-25T02:50+02:00", start(session));
        assertEquals("2026-10-25T02:10+01:00", stop(session));
        assertEquals(
                Provenance.computed(SessionTimes.BY_ORDER),
                session.provenance().get(ReportColumn.STOP_TIME));
    }

    @Test
    void anHourThatIsSkippedIsMovedOn() {
        var session = local("2026-03-29 02:30:00", "", "");
        assertEquals("2026-03-29T03:30+02:00", start(session));
        assertEquals(
                Provenance.computed(SessionTimes.MOVED),
                session.provenance().get(ReportColumn.START_TIME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31 10:00", "31.12.1989 10:00", "9999-12-31T10:00:00Z"})
    void aTimeAtWhichNothingCanHaveBeenChargedRejectsTheRow(String stop) {
        var reject = reject(read("Stop time", stop));
        assertEquals(Reject.Reason.OUT_OF_RANGE, reject.reason());
        assertEquals("Stop time", reject.field());
        assertEquals(stop, reject.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P36500D", "PT90000000000000H"})
    void anAbsurdDurationTellsNoStop(String duration) {
        assertNull(session(read("Duration", duration)).stop());
    }

    @Test
    void aMissingStopIsStartPlusDuration() {
        var session = local("2026-10-05 10:00:00", "", "26:00:01");
        assertEquals("2026-10-06T12:00:01+02:00", stop(session));
        assertEquals(
                Provenance.computed(SessionTimes.BY_START_AND_DURATION),
                session.provenance().get(ReportColumn.STOP_TIME));
    }

    @Test
    void theOriginalStartTellsWhichOfTheTwoHoursItWas() {
        var reader =
                reader(
                        NOTHING_KNOWN,
                        ',',
                        "CDR ID",
                        "Start time (Europe/Stockholm)",
                        "Original start");
        var row = texts("C1", "2026-10-25 02:30:00", "2026-10-25T01:30:00.250Z");
        assertEquals(
                "2026-10-25T02:30+01:00", start(session(reader.read(row, RecordPlace.unknown()))));
    }

    @Test
    void dateCellsOfAWorkbookAreLocalTimes() {
        var reader =
                reader(NOTHING_KNOWN, ',', "CDR ID", "Start time (Europe/Stockholm)", "Duration");
        var row =
                List.<Cell>of(
                        new Cell.Text("C1"),
                        new Cell.Time(
                                new BigDecimal("46300.5"), LocalDateTime.parse("2026-10-05T12:00")),
                        new Cell.Time(
                                new BigDecimal("0.0625"), LocalDateTime.parse("1899-12-30T01:30")));
        var session = session(reader.read(row, RecordPlace.unknown()));
        assertEquals("2026-10-05T12:00+02:00", start(session));
        assertEquals("2026-10-05T13:30+02:00", stop(session));
    }
}
