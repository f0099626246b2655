package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.DataAge;
import org.roamledger.report.Money;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.report.RoundedSettlement;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementWords;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The settlement as a sheet of the workbook of sessions, as a workbook of its own, and as CSV.
final class SettlementExportTest {

    private static final List<String> TITLES =
            List.of(
                    "Line",
                    "Month",
                    "Network",
                    "Provider ID",
                    "Currency",
                    "VAT rate",
                    "Sessions",
                    "Credits",
                    "Energy (kWh)",
                    "Net",
                    "VAT",
                    "Gross",
                    "Net per kWh",
                    "Gross per kWh",
                    "Without price",
                    "Without VAT",
                    "With findings");

    @TempDir Path folder;

    private static Row row(String id, String provider, String currency) {
        return new Row(id)
                .energy(10_000)
                .with(ReportColumn.MONTH, "2026-10")
                .with(ReportColumn.NETWORK, "Hubject")
                .with(ReportColumn.PROVIDER_ID, provider)
                .with(ReportColumn.CURRENCY, currency);
    }

    /// One provider with two rates and a credit, one in another currency, one that looks like a
    /// formula, and rows that miss something.
    private static ReportView view() {
        return Exports.view(
                row("a", "DE*ABC", "EUR").price("12.00").vat("2.00", "20"),
                row("b", "DE*ABC", "EUR").price("5.3550").vat("0.855", "19"),
                row("c", "DE*ABC", "EUR").energy(-10_000).price("-12").vat("-2", "20").credit(),
                row("d", "=cmd", "SEK").price("90071992547409.9301").vat("0", "0"),
                row("e", "DE*XYZ", "EUR"),
                row("f", "", ""));
    }

    private static void write(Settlement settlement, CsvForm form, Path target) {
        write(settlement, RoundingRules.NONE, form, target);
    }

    private static void write(
            Settlement settlement, RoundingRules rounding, CsvForm form, Path target) {
        SettlementExport.write(
                settlement,
                rounding,
                SettlementWords.STANDARD,
                List.of(new DataAge("demo", Instant.parse("2026-11-01T23:00:00Z"))),
                form,
                target,
                ExportFormat.of(target));
    }

    private static List<List<String>> lines(XSSFSheet sheet) {
        var columns = sheet.getRow(0).getLastCellNum();
        var lines = new ArrayList<List<String>>();
        for (var row : sheet) {
            var line = new ArrayList<String>();
            for (var i = 0; i < columns; i++) {
                var cell = ((XSSFRow) row).getCell(i);
                line.add(
                        cell == null || cell.getCellType() == CellType.BLANK
                                ? ""
                                : cell.getCellType() == CellType.STRING
                                        ? cell.getStringCellValue()
                                        : cell.getRawValue());
            }
            lines.add(line);
        }
        return lines;
    }

    private static List<String> line(String cells) {
        return Arrays.stream(cells.split("\\|", -1)).map(String::strip).toList();
    }

    private static final List<List<String>> EXPECTED =
            List.of(
                    TITLES,
                    line(
                            "Group|2026-10|Hubject|=cmd|SEK|0|1|0|10.000|90071992547409.9301|0.0000"
                                    + "|90071992547409.9301|9007199254740.9930|9007199254740.9930"
                                    + "|0|0|1"),
                    line(
                            "Group|2026-10|Hubject|DE*ABC|EUR|19|1|0|10.000|4.5000|0.8550|5.3550|"
                                    + "0.4500|0.5355|0|0|1"),
                    line(
                            "Group|2026-10|Hubject|DE*ABC|EUR|20|1|1|0.000|0.0000|0.0000|0.0000|||"
                                    + "0|0|1"),
                    line(
                            "Subtotal|2026-10|Hubject|DE*ABC|EUR||2|1|10.000|4.5000|0.8550|5.3550|"
                                    + "0.4500|0.5355|0|0|2"),
                    line("Group|2026-10|Hubject|DE*XYZ|EUR|(missing)|1|0|10.000||||||1|0|1"),
                    line(
                            "Group|2026-10|Hubject|(missing)|(missing)|(missing)|1|0|10.000||||||1|0|1"),
                    line(
                            "Subtotal|2026-10|Hubject||EUR||3|1|20.000|4.5000|0.8550|5.3550|"
                                    + "0.4500|0.5355|1|0|3"),
                    line("Total||||(missing)||1|0|10.000||||||1|0|1"),
                    line("Total||||EUR||3|1|20.000|4.5000|0.8550|5.3550|0.4500|0.5355|1|0|3"),
                    line(
                            "Total||||SEK||1|0|10.000|90071992547409.9301|0.0000"
                                    + "|90071992547409.9301|9007199254740.9930|9007199254740.9930"
                                    + "|0|0|1"));

    @Test
    void theWorkbookOfSessionsHasTheSettlement() throws IOException, InvalidFormatException {
        var file = Exports.xlsx(Exports.request(view()), folder);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            assertEquals(EXPECTED, lines(workbook.getSheet("Settlement")));
        }
    }

    @Test
    void aSettlementIsAWorkbookOfItsOwn() throws IOException, InvalidFormatException {
        var file = folder.resolve("settlement.xlsx");
        write(Settlement.of(view(), Settlement.STANDARD), CsvForm.STANDARD, file);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            assertEquals(2, workbook.getNumberOfSheets());
            assertEquals(EXPECTED, lines(workbook.getSheet("Settlement")));
            var parameters = workbook.getSheet("Parameters");
            assertEquals(
                    "Settlement of roaming sessions",
                    parameters.getRow(0).getCell(1).getStringCellValue());
        }
    }

    @Test
    void sumsAreValuesInBoldAndNothingIsAFormula() throws IOException, InvalidFormatException {
        var file = Exports.xlsx(Exports.request(view()), folder);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            var sheet = workbook.getSheet("Settlement");
            for (var row : sheet) {
                var sum = !row.getCell(0).getStringCellValue().equals("Group");
                for (var cell : row) {
                    assertTrue(cell.getCellType() != CellType.FORMULA);
                    var style = ((XSSFRow) row).getCell(cell.getColumnIndex()).getCellStyle();
                    assertEquals(sum, style.getFont().getBold(), cell::toString);
                }
            }
            var provider = sheet.getRow(1).getCell(3);
            assertEquals("=cmd", provider.getStringCellValue());
            assertTrue(provider.getCellStyle().getQuotePrefixed());
            // Both rates can be folded into their sum, and nothing else can.
            var depths = new ArrayList<Integer>();
            for (var row : sheet) {
                depths.add(row.getOutlineLevel());
            }
            assertEquals(List.of(0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0), depths);
        }
    }

    @Test
    void everySheetIsPrintedOnA4AsWideAsThePage() throws IOException, InvalidFormatException {
        var file = Exports.xlsx(Exports.request(view()), folder);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            for (var sheet : workbook) {
                assertEquals(PrintSetup.A4_PAPERSIZE, sheet.getPrintSetup().getPaperSize());
                assertTrue(sheet.getPrintSetup().getLandscape());
                assertTrue(sheet.getFitToPage());
                assertEquals(1, sheet.getPrintSetup().getFitWidth());
            }
        }
    }

    @Test
    void csvHasTheSameCells() throws IOException {
        var file = folder.resolve("settlement.csv");
        write(Settlement.of(view(), Settlement.STANDARD), CsvForm.STANDARD, file);
        try (var reader = CsvReader.builder().ofCsvRecord(file)) {
            var lines = reader.stream().map(CsvRecord::getFields).toList();
            assertEquals("'=cmd", lines.get(1).get(3));
            var compared = new ArrayList<>(lines);
            compared.set(1, new ArrayList<>(lines.get(1)));
            compared.get(1).set(3, "=cmd");
            assertEquals(EXPECTED, compared);
        }
    }

    @Test
    void excelGetsNumbersThatItReadsAsNumbers() throws IOException {
        var view =
                Exports.view(row("a", "DE*ABC", "EUR").credit().price("-12.5").vat("-2.5", "25.5"));
        var file = folder.resolve("settlement.csv");
        write(
                Settlement.of(view, List.of(ReportColumn.CURRENCY, ReportColumn.VAT_RATE)),
                CsvForm.excel(Locale.forLanguageTag("sv-SE")),
                file);
        var text = Files.readString(file);
        assertTrue(text.startsWith("\uFEFFLine;Currency;VAT rate;"), text);
        assertTrue(
                text.contains("\r\nGroup;EUR;25,5;0;1;10,000;-10,00;-2,50;-12,50;-1,0000;-1,2500"),
                text);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void groupsAndTotalsComeToTheTotalsOfTheView(long seed)
            throws IOException, InvalidFormatException {
        var view = ReportFixture.view(ReportFixture.random(3_000, Exports.STOCKHOLM, seed));
        var file = folder.resolve("settlement.xlsx");
        write(Settlement.of(view, Settlement.STANDARD), CsvForm.STANDARD, file);
        var gross = TITLES.indexOf("Gross");
        var groups = new TreeMap<String, BigDecimal>();
        var totals = new TreeMap<String, BigDecimal>();
        var expected = new TreeMap<String, BigDecimal>();
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            for (var line : lines(workbook.getSheet("Settlement"))) {
                var sums =
                        switch (line.getFirst()) {
                            case "Group" -> groups;
                            case "Total" -> totals;
                            default -> new TreeMap<String, BigDecimal>();
                        };
                if (!line.getFirst().equals("Line")) {
                    sums.merge(line.get(4), new BigDecimal(line.get(gross)), BigDecimal::add);
                }
            }
        }
        for (var of : view.totals().byCurrency()) {
            expected.put(of.currency(), of.gross().toDecimal().setScale(4));
        }
        groups.replaceAll((_, sum) -> sum.setScale(4));
        totals.replaceAll((_, sum) -> sum.setScale(4));
        assertEquals(expected, groups);
        assertEquals(expected, totals);
    }

    @Test
    void oneSettlementMakesTheSameBytes() throws IOException {
        var settlement = Settlement.of(view(), Settlement.STANDARD);
        write(settlement, CsvForm.STANDARD, folder.resolve("one.xlsx"));
        write(settlement, CsvForm.STANDARD, folder.resolve("two.xlsx"));
        assertEquals(-1, Files.mismatch(folder.resolve("one.xlsx"), folder.resolve("two.xlsx")));
    }

    @Test
    void everyFigureHasATitleAndAColumn() {
        var cells =
                new SettlementCells(
                                Settlement.of(view(), Settlement.STANDARD),
                                SettlementWords.STANDARD)
                        .groups();
        assertEquals(TITLES, cells.titles());
        assertEquals(SettlementColumn.values().length, cells.titles().size() - cells.textColumns());
    }

    private static final RoundingRules RULES =
            RoundingRules.NONE
                    .with(null, new Rounding(Rounding.Mode.HALF_EVEN, Rounding.Each.GROUP))
                    .with("DE*ABC", new Rounding(Rounding.Mode.UP, Rounding.Each.ROW));

    private static final List<List<String>> AMOUNTS =
            List.of(
                    line(
                            "Line|Provider ID|Currency|VAT rate|Rounding|Sessions and"
                                    + " credits|Net|VAT|Gross"),
                    line(
                            "To settle|=cmd|SEK|0|half to even, each line|1|90071992547409.93|0.00"
                                    + "|90071992547409.93"),
                    line("To settle|DE*ABC|EUR|19|up, each session|1|4.50|0.86|5.36"),
                    line("To settle|DE*ABC|EUR|20|up, each session|2|0.00|0.00|0.00"),
                    line("To settle|DE*XYZ|EUR|(missing)|half to even, each line|1|||"),
                    line("To settle|(missing)|(missing)|(missing)|half to even, each line|1|||"),
                    line("Total to settle||(missing)||||||"),
                    line("Rounding difference||(missing)||||||"),
                    line("Total to settle||EUR||||4.50|0.86|5.36"),
                    line("Rounding difference||EUR||||0.0000|0.0050|0.0050"),
                    line("Total to settle||SEK||||90071992547409.93|0.00|90071992547409.93"),
                    line("Rounding difference||SEK||||-0.0001|0.0000|-0.0001"));

    @Test
    void whatIsSettledIsASheetOfExactNumbers() throws IOException, InvalidFormatException {
        var file = folder.resolve("settlement.xlsx");
        write(Settlement.of(view(), Settlement.STANDARD), RULES, CsvForm.STANDARD, file);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            assertEquals(3, workbook.getNumberOfSheets());
            assertEquals(EXPECTED, lines(workbook.getSheet("Settlement")));
            var sheet = workbook.getSheetAt(1);
            assertEquals("Amounts to settle", sheet.getSheetName());
            assertEquals(AMOUNTS, lines(sheet));
            assertEquals(1, sheet.getPaneInformation().getHorizontalSplitTopRow());
            var settled = sheet.getRow(2);
            for (var column : List.of(3, 5, 6, 7, 8)) {
                assertEquals(CellType.NUMERIC, settled.getCell(column).getCellType());
            }
            assertEquals("0\" %\"", settled.getCell(3).getCellStyle().getDataFormatString());
            assertEquals("#,##0.00##", settled.getCell(8).getCellStyle().getDataFormatString());
            assertTrue(sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed());
            assertFalse(settled.getCell(8).getCellStyle().getFont().getBold());
            assertTrue(sheet.getRow(8).getCell(8).getCellStyle().getFont().getBold());
        }
    }

    @Test
    void whatIsSettledStandsBelowTheTotalsOfCsv() throws IOException {
        var file = folder.resolve("settlement.csv");
        // Neither the partner nor the rate is a level: they get columns of their own.
        var settlement = Settlement.of(view(), List.of(ReportColumn.MONTH));
        write(settlement, RULES, CsvForm.STANDARD, file);
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            var all = reader.stream().toList();
            var begin = all.size() - AMOUNTS.size() + 1;
            assertEquals("Total", all.get(begin - 1).getField("Line"));
            assertEquals("", all.get(begin - 1).getField("Provider ID"));
            var titles = AMOUNTS.getFirst();
            var found = new ArrayList<List<String>>(List.of(titles));
            for (var line : all.subList(begin, all.size())) {
                assertEquals("", line.getField("Energy (kWh)") + line.getField("Month"));
                found.add(
                        titles.stream()
                                .map(line::getField)
                                .map(SettlementExportTest::plain)
                                .toList());
            }
            assertEquals(AMOUNTS, found);
            assertEquals(
                    TITLES.subList(TITLES.indexOf("Sessions"), TITLES.size()),
                    all.getFirst().getHeader().subList(3, 14));
            assertEquals(
                    List.of("Provider ID", "VAT rate", "Rounding", "Sessions and credits"),
                    all.getFirst().getHeader().subList(14, 18));
        }
    }

    @Test
    void aPartnerWithoutRoundingIsSettledExactly() throws IOException {
        var view =
                Exports.view(
                        row("a", "DE*ABC", "EUR").price("1.001").vat("0.1", "20"),
                        row("b", "DE*XYZ", "EUR").price("2.0015").vat("0.2", "20"));
        var rules =
                RoundingRules.NONE.with(
                        "DE*ABC", new Rounding(Rounding.Mode.DOWN, Rounding.Each.GROUP));
        var file = folder.resolve("settlement.csv");
        write(
                Settlement.of(view, List.of(ReportColumn.PROVIDER_ID)),
                rules,
                new CsvForm(';', '.', false),
                file);
        assertEquals(
                List.of(
                        "To settle;DE*ABC;EUR;;;;0.90;0.10;1.00;;;;;;20;down, each line;1",
                        "To settle;DE*XYZ;EUR;;;;1.8015;0.2000;2.0015;;;;;;20;not rounded;1",
                        "Total to settle;;EUR;;;;2.7015;0.30;3.0015;;;;;;;;",
                        "Rounding difference;;EUR;;;;-0.0010;0.0000;-0.0010;;;;;;;;"),
                Files.readAllLines(file).subList(4, 8));
    }

    private static String plain(String text) {
        return text.equals("'=cmd") ? "=cmd" : text;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void amountsAreThoseOfTheRoundedSettlement(long seed) throws IOException {
        var view = ReportFixture.view(ReportFixture.random(3_000, Exports.STOCKHOLM, seed));
        var file = folder.resolve("settlement.csv");
        write(Settlement.of(view, Settlement.STANDARD), RULES, CsvForm.STANDARD, file);
        var rounded = RoundedSettlement.of(view, RULES);
        var expected = new ArrayList<List<@Nullable Amount>>();
        rounded.lines().forEach(line -> expected.add(amounts(line.rounded())));
        for (var total : rounded.totals()) {
            expected.add(amounts(total.rounded()));
            expected.add(amounts(total.difference()));
        }
        try (var reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            var kinds = List.of("To settle", "Total to settle", "Rounding difference");
            var found =
                    reader.stream()
                            .filter(line -> kinds.contains(line.getField("Line")))
                            .map(
                                    line ->
                                            Stream.of("Net", "VAT", "Gross")
                                                    .map(line::getField)
                                                    .map(SettlementExportTest::amount)
                                                    .toList())
                            .toList();
            assertEquals(expected, found);
        }
    }

    private static List<@Nullable Amount> amounts(Money money) {
        return Arrays.asList(money.net(), money.vat(), money.gross());
    }

    private static @Nullable Amount amount(String text) {
        return text.isEmpty()
                ? null
                : new Amount(new BigDecimal(text).movePointRight(4).longValueExact());
    }
}
