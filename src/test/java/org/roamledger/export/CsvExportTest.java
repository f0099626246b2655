package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

final class CsvExportTest {

    @TempDir Path folder;

    private String export(ReportView view, ReportColumn... columns) throws IOException {
        return Exports.csv(Exports.request(view, columns), folder);
    }

    private String firstRow(ReportView view, ReportColumn... columns) throws IOException {
        return export(view, columns).split("\r\n", -1)[1];
    }

    private String firstValue(Row row, ReportColumn column) throws IOException {
        var line = firstRow(Exports.view(row), column, ReportColumn.CDR_ID);
        return line.substring(0, line.lastIndexOf(','));
    }

    @Test
    void theHeadersAreThoseOfTheContract() throws IOException {
        assertEquals(
                "Month,Network,CDR ID,Station ID,EVSE-ID,Station name,Start time,Stop time,"
                        + "Energy (Wh),Meter start,Meter stop,Price,Currency,Public/Private,"
                        + "Free usage,Plug type,Charge method,Operator,Provider ID,Transaction ID,"
                        + "Duration,VAT rate,VAT amount\r\n",
                export(Exports.view()));
    }

    @Test
    void aFullRowIsWrittenAsTheContractSays() throws IOException {
        var row =
                new Row("000123")
                        .transaction("1E5")
                        .at("2026-10-05T08:00:00Z")
                        .until("2026-10-05T09:05:07Z")
                        .energy(12_345)
                        .meter("1000.5", "13345")
                        .price("12.34")
                        .vat("2.51", "25.5")
                        .with(ReportColumn.MONTH, "2026-10")
                        .with(ReportColumn.NETWORK, "Hubject")
                        .with(ReportColumn.STATION_ID, "007")
                        .with(ReportColumn.EVSE_ID, "DE*AB7*E840*6487")
                        .with(ReportColumn.STATION_NAME, "Große Straße")
                        .with(ReportColumn.CURRENCY, "EUR")
                        .with(ReportColumn.ACCESS, "Public")
                        .with(ReportColumn.FREE_USAGE, "no")
                        .with(ReportColumn.PLUG_TYPE, "AC")
                        .with(ReportColumn.CHARGE_METHOD, "rfid")
                        .with(ReportColumn.OPERATOR_ID, "DE*AB7")
                        .with(ReportColumn.PROVIDER_ID, "DE-8EO");
        assertEquals(
                "2026-10,Hubject,000123,007,DE*AB7*E840*6487,Große Straße,"
                        + "2026-10-05T10:00:00+02:00,2026-10-05T11:05:07+02:00,12345,1000.5,13345,"
                        + "12.34,EUR,Public,no,AC,rfid,DE*AB7,DE-8EO,1E5,1:05:07,25.5,2.51",
                firstRow(Exports.view(row)));
    }

    @Test
    void missingValuesAreEmpty() throws IOException {
        var values = firstRow(Exports.view(new Row("a")));
        assertEquals(",,a,,,,2026-10-05T10:00:00+02:00,,,,,,,,,,,,,,,,", values);
    }

    @Test
    void aMissingValueInTheOnlyColumnIsNoEmptyLine() throws IOException {
        var view = Exports.view(new Row("a"), new Row("b").transaction("t"));
        assertEquals("Transaction ID\r\n\"\"\r\nt\r\n", export(view, ReportColumn.TRANSACTION_ID));
    }

    @Test
    void rowsAndColumnsAreTheVisibleOnesInTheirOrder() throws IOException {
        var report =
                ReportFixture.report(
                        Exports.STOCKHOLM,
                        new Row("a").price("1").with(ReportColumn.NETWORK, "OCPI"),
                        new Row("b").price("3").with(ReportColumn.NETWORK, "OCPI"),
                        new Row("c").price("2").with(ReportColumn.NETWORK, "Hubject"),
                        new Row("d").price("2").with(ReportColumn.NETWORK, "OCPI"));
        var view =
                ReportView.of(
                        report,
                        ReportFilter.NONE.with(ReportColumn.NETWORK, Set.of("OCPI")),
                        new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true))));
        assertEquals(
                "Price,CDR ID\r\n3.00,b\r\n2.00,d\r\n1.00,a\r\n",
                export(view, ReportColumn.PRICE, ReportColumn.CDR_ID));
    }

    @Test
    void theHourThatExistsTwiceIsToldByItsOffset() throws IOException {
        var view =
                Exports.view(new Row("a").at("2026-10-25T00:30:00Z").until("2026-10-25T01:30:00Z"));
        assertEquals(
                "2026-10-25T02:30:00+02:00,2026-10-25T02:30:00+01:00,1:00:00",
                firstRow(
                        view,
                        ReportColumn.START_TIME,
                        ReportColumn.STOP_TIME,
                        ReportColumn.DURATION));
    }

    @Test
    void theOriginalStartHasTheOffsetThatWasSent() throws IOException {
        var row = new Row("a").at("2026-10-05T08:00:00Z").sentAtOffset(-210);
        assertEquals("2026-10-05T04:30:00-03:30", firstValue(row, ReportColumn.ORIGINAL_START));
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 12, 12.00",
        "EUR, 12.3, 12.30",
        "EUR, 12.345, 12.345",
        "EUR, 12.3456, 12.3456",
        "EUR, -0.05, -0.05",
        "EUR, 1234567.8, 1234567.80",
        "JPY, 1200, 1200",
        "JPY, 1200.5, 1200.5",
        "KWD, 1.5, 1.500",
        "'', 1.5, 1.50",
        "XYZ, 1, 1.00"
    })
    void moneyIsExactAndHasAtLeastTheCurrencysMinorUnits(
            String currency, String price, String written) throws IOException {
        var row = new Row("a").price(price).with(ReportColumn.CURRENCY, currency);
        assertEquals(written, firstValue(row, ReportColumn.PRICE));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T08:00:00Z, 0:00:00",
        "2026-10-05T08:00:59Z, 0:00:59",
        "2026-10-06T18:01:01Z, 34:01:01",
        "2026-10-05T07:58:58Z, -0:01:02"
    })
    void durationsAreHoursMinutesSeconds(String stop, String written) throws IOException {
        var row = new Row("a").at("2026-10-05T08:00:00Z").until(stop);
        assertEquals(written, firstValue(row, ReportColumn.DURATION));
    }

    @Test
    void aCreditIsNegative() throws IOException {
        var view =
                Exports.view(
                        new Row("a")
                                .credit()
                                .energy(-1500)
                                .price("-2.5")
                                .vat("-0.5", "25")
                                .with(ReportColumn.CURRENCY, "EUR"));
        assertEquals(
                "-1500,-2.50,-0.50,25",
                firstRow(
                        view,
                        ReportColumn.ENERGY_WH,
                        ReportColumn.PRICE,
                        ReportColumn.VAT_AMOUNT,
                        ReportColumn.VAT_RATE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+49*810*000*438",
                "-5",
                "@SUM(A1)",
                "\tx",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void textsThatLookLikeFormulasGetAnApostrophe(String text) throws IOException {
        assertEquals("'" + text, firstValue(new Row(text), ReportColumn.CDR_ID));
        assertEquals(
                "'" + text,
                firstValue(
                        new Row("a").with(ReportColumn.STATION_NAME, text),
                        ReportColumn.STATION_NAME));
    }

    @Test
    void aFormulaBehindALineEndIsNeutralisedAndQuoted() throws IOException {
        assertEquals("\"'\r=1\"", firstValue(new Row("\r=1"), ReportColumn.CDR_ID));
        assertEquals("\"'\n=1\"", firstValue(new Row("\n=1"), ReportColumn.CDR_ID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "*=", "\uFF21", "ä", "'=1", "\uFF1C"})
    void otherTextsAreLeftAsTheyAre(String text) throws IOException {
        assertEquals(text, firstValue(new Row(text), ReportColumn.CDR_ID));
    }

    @Test
    void separatorsQuotesAndLineEndsAreQuoted() throws IOException {
        var row = new Row("a,b").with(ReportColumn.STATION_NAME, "\"Bei\r\nMüller\"");
        assertEquals(
                "\"a,b\",\"\"\"Bei\r\nMüller\"\"\"\r\n",
                export(Exports.view(row), ReportColumn.CDR_ID, ReportColumn.STATION_NAME)
                        .substring("CDR ID,Station name\r\n".length()));
    }

    @Test
    void excelInSwedenGetsSemicolonsDecimalCommasAndAByteOrderMark() throws IOException {
        var view =
                Exports.view(new Row("a;b,c").price("-12.5").vat("2.5", "25.5").meter("1.5", "2"));
        var request =
                Exports.with(
                        CsvForm.excel(Locale.forLanguageTag("sv-SE")),
                        Exports.request(
                                view,
                                ReportColumn.CDR_ID,
                                ReportColumn.PRICE,
                                ReportColumn.VAT_RATE,
                                ReportColumn.METER_START_WH));
        assertEquals(
                "\uFEFFCDR ID;Price;VAT rate;Meter start\r\n\"a;b,c\";-12,50;25,5;1,5\r\n",
                Exports.csv(request, folder));
    }

    @Test
    void excelInIrelandGetsCommasAndDecimalPoints() {
        assertEquals(new CsvForm(',', '.', true), CsvForm.excel(Locale.forLanguageTag("en-IE")));
    }

    @Test
    void everyCellOfManyBlocksReadsBack() throws IOException {
        var view = ReportFixture.view(ReportFixture.random(5_000, Exports.STOCKHOLM, 42));
        var all = ReportColumn.values();
        var file = folder.resolve("all.csv");
        ReportExport.write(Exports.request(view, all), file, ExportFormat.CSV, Progress.NONE);
        var expected = new Expected(view);
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            var records = reader.stream().toList();
            assertEquals(
                    Arrays.stream(all).map(ReportColumn::header).toList(),
                    records.getFirst().getFields());
            assertEquals(view.size() + 1, records.size());
            for (var position = 0; position < view.size(); position++) {
                assertRow(expected, position, all, records.get(position + 1));
            }
        }
    }

    private static void assertRow(
            Expected expected, int position, ReportColumn[] columns, CsvRecord written) {
        for (var i = 0; i < columns.length; i++) {
            var value = expected.at(position, columns[i]);
            assertEquals(value, parsed(value, written.getField(i)), "row " + position + columns[i]);
        }
    }

    private static @Nullable Object parsed(@Nullable Object kind, String text) {
        return switch (kind) {
            case null -> text.isEmpty() ? null : text;
            case BigDecimal number -> new BigDecimal(text).setScale(number.scale());
            case Instant _ -> OffsetDateTime.parse(text).toInstant();
            case OffsetDateTime _ -> OffsetDateTime.parse(text);
            case Duration _ -> duration(text);
            default -> text;
        };
    }

    private static Duration duration(String text) {
        var parts = text.split(":", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]));
    }
}
