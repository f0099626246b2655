package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.DataAge;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
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
                    "Without VAT");

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

    private void write(Settlement settlement, CsvForm form, Path target) {
        SettlementExport.write(
                settlement,
                SettlementNames.STANDARD,
                List.of(new DataAge("demo", Instant.parse("2026-11-01T23:00:00Z"))),
                form,
                target,
                ExportFormat.of(target));
    }

    private static List<List<String>> lines(XSSFSheet sheet) {
        var lines = new ArrayList<List<String>>();
        for (var row : sheet) {
            var line = new ArrayList<String>();
            for (var i = 0; i < TITLES.size(); i++) {
                var cell = ((XSSFRow) row).getCell(i);
                line.add(
                        cell == null
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
                                    + "|0|0"),
                    line(
                            "Group|2026-10|Hubject|DE*ABC|EUR|19|1|0|10.000|4.5000|0.8550|5.3550|"
                                    + "0.4500|0.5355|0|0"),
                    line(
                            "Group|2026-10|Hubject|DE*ABC|EUR|20|1|1|0.000|0.0000|0.0000|0.0000|||"
                                    + "0|0"),
                    line(
                            "Subtotal|2026-10|Hubject|DE*ABC|EUR||2|1|10.000|4.5000|0.8550|5.3550|"
                                    + "0.4500|0.5355|0|0"),
                    line("Group|2026-10|Hubject|DE*XYZ|EUR|(missing)|1|0|10.000||||||1|0"),
                    line("Group|2026-10|Hubject|(missing)|(missing)|(missing)|1|0|10.000||||||1|0"),
                    line(
                            "Subtotal|2026-10|Hubject||EUR||3|1|20.000|4.5000|0.8550|5.3550|"
                                    + "0.4500|0.5355|1|0"),
                    line("Total||||(missing)||1|0|10.000||||||1|0"),
                    line("Total||||EUR||3|1|20.000|4.5000|0.8550|5.3550|0.4500|0.5355|1|0"),
                    line(
                            "Total||||SEK||1|0|10.000|90071992547409.9301|0.0000"
                                    + "|90071992547409.9301|9007199254740.9930|9007199254740.9930"
                                    + "|0|0"));

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
                    "Settlement of roaming sessions (CPO view)",
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
                        Settlement.of(view(), Settlement.STANDARD), SettlementNames.STANDARD);
        assertEquals(TITLES, cells.titles());
        assertEquals(SettlementColumn.values().length, cells.titles().size() - cells.textColumns());
    }
}
