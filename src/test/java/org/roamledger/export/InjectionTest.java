package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.roamledger.problem.Progress;
import org.roamledger.report.DataAge;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// Whatever stands in an id or a name, no spreadsheet runs it, and no number is touched for that.
final class InjectionTest {

    /// A sign that begins a formula, after all that a spreadsheet may skip.
    private static final Pattern DANGEROUS =
            Pattern.compile("(?s)[ \u00A0\u200B\uFEFF]*[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.,][0-9]+)?");

    private static final List<ReportColumn> TEXTS =
            Arrays.stream(ReportColumn.values())
                    .filter(ReportColumn::isText)
                    // A currency for every row would make hundreds of charts, and findings are
                    // words
                    // of our own.
                    .filter(
                            column ->
                                    column != ReportColumn.CURRENCY
                                            && column != ReportColumn.FINDINGS)
                    .toList();

    static final List<CsvForm> FORMS =
            List.of(
                    CsvForm.STANDARD,
                    CsvForm.TSV,
                    CsvForm.excel(Locale.forLanguageTag("sv")),
                    CsvForm.excel(Locale.ENGLISH),
                    new CsvForm('|', ',', false));

    @TempDir Path folder;

    private static ReportView view() {
        var rows = new ArrayList<Row>();
        for (var text : InjectionCorpus.texts()) {
            var row =
                    new Row(text).transaction(text).energy(-1_000).price("-12.5").vat("-2.5", "25");
            TEXTS.forEach(column -> row.with(column, text));
            rows.add(row.with(ReportColumn.CURRENCY, "EUR"));
        }
        return Exports.view(rows.toArray(Row[]::new));
    }

    @Test
    void theCorpusIsLarge() {
        assertTrue(InjectionCorpus.texts().size() >= 200);
        assertTrue(
                InjectionCorpus.texts().stream()
                                .filter(text -> DANGEROUS.matcher(text).matches())
                                .count()
                        >= 200);
    }

    @Test
    void noCellOfAWorkbookIsAFormula() throws IOException, InvalidFormatException {
        var view = view();
        var request =
                new ExportRequest(
                        view,
                        TEXTS,
                        List.of(new DataAge("=cmd|' /C calc'!A0", null)),
                        CsvForm.STANDARD);
        var file = Exports.xlsx(request, folder);
        var cells = 0;
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            for (var sheet : workbook) {
                for (var row : sheet) {
                    for (var cell : row) {
                        assertIsNoFormula((XSSFCell) cell);
                        cells++;
                    }
                }
            }
            var sessions = workbook.getSheetAt(0);
            for (var position = 0; position < view.size(); position++) {
                var text = new Expected(view).at(position, ReportColumn.CDR_ID);
                for (var cell : sessions.getRow(position + 1)) {
                    assertEquals(text, cell.getStringCellValue());
                }
            }
        }
        assertTrue(cells > TEXTS.size() * view.size());
        assertNothingLeadsOut(file);
    }

    private static void assertIsNoFormula(XSSFCell cell) {
        assertTrue(cell.getCellType() != CellType.FORMULA, cell::toString);
        assertTrue(cell.getHyperlink() == null, cell::toString);
        if (cell.getCellType() == CellType.STRING
                && DANGEROUS.matcher(cell.getStringCellValue()).matches()) {
            assertTrue(
                    cell.getCellStyle().getQuotePrefixed(),
                    () -> cell.getSheet().getSheetName() + " " + cell.getAddress());
        }
    }

    private static void assertNothingLeadsOut(Path workbook) throws IOException {
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var entry : zip.stream().toList()) {
                var name = entry.getName();
                assertFalse(name.contains("externalLink") || name.contains("vbaProject"), name);
                if (name.startsWith("xl/worksheets/sheet")) {
                    var xml =
                            new String(
                                    zip.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8);
                    assertFalse(xml.contains("<f>") || xml.contains("<f "), name);
                }
                if (name.endsWith(".rels")) {
                    var xml =
                            new String(
                                    zip.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8);
                    assertFalse(xml.contains("TargetMode=\"External\""), name);
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void textsOfCsvAreNeutralisedAndNumbersAreNot(CsvForm form) throws IOException {
        var view = view();
        var columns = new ArrayList<>(TEXTS);
        var numbers =
                List.of(
                        ReportColumn.ENERGY_WH,
                        ReportColumn.PRICE,
                        ReportColumn.VAT_AMOUNT,
                        ReportColumn.VAT_RATE,
                        ReportColumn.NET_PRICE,
                        ReportColumn.NET_PER_KWH);
        columns.addAll(numbers);
        var records = records(new ExportRequest(view, columns, List.of(), form));
        assertEquals(view.size() + 1, records.size());
        for (var position = 0; position < view.size(); position++) {
            var text = (String) new Expected(view).at(position, ReportColumn.CDR_ID);
            var written = DANGEROUS.matcher(text).matches() ? "'" + text : text;
            var fields = records.get(position + 1).getFields();
            for (var i = 0; i < TEXTS.size(); i++) {
                assertEquals(written, fields.get(i));
                assertFalse(DANGEROUS.matcher(fields.get(i)).matches(), text);
            }
            assertEquals(
                    List.of("-1000", "-12.50", "-2.50", "25", "-10.00", "10.00"),
                    fields.subList(TEXTS.size(), fields.size()).stream()
                            .map(field -> field.replace(',', '.'))
                            .toList());
        }
    }

    @ParameterizedTest
    @FieldSource("FORMS")
    void everyNumberOfCsvIsANumberOfAnySpreadsheet(CsvForm form) throws IOException {
        var numbers =
                Arrays.stream(ReportColumn.values())
                        .filter(
                                column ->
                                        switch (column.kind()) {
                                            case WATT_HOURS,
                                                    READING,
                                                    MONEY,
                                                    MONEY_PER_KWH,
                                                    PERCENT ->
                                                    true;
                                            default -> false;
                                        })
                        .toList();
        var view = ReportFixture.view(ReportFixture.random(3_000, Exports.STOCKHOLM, 7));
        for (var record :
                records(new ExportRequest(view, numbers, List.of(), form)).subList(1, 3_001)) {
            for (var field : record.getFields()) {
                assertTrue(NUMBER.matcher(field).matches(), field);
                assertEquals(-1, field.indexOf(form.decimalPoint() == '.' ? ',' : '.'), field);
            }
        }
    }

    private List<CsvRecord> records(ExportRequest request) throws IOException {
        var file = folder.resolve("report.csv");
        ReportExport.write(request, file, ExportFormat.CSV, Progress.NONE);
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(request.csv().separator())
                        .detectBomHeader(true)
                        .ofCsvRecord(file)) {
            return reader.stream().toList();
        }
    }

    @Test
    void aSettlementIsNoWayInEither() throws IOException, InvalidFormatException {
        var file = folder.resolve("report.xlsx");
        var currencies =
                Exports.view(
                        new Row("a").price("1").with(ReportColumn.CURRENCY, "=1+1"),
                        new Row("b").price("2").with(ReportColumn.CURRENCY, "\uFF0B1"));
        Exports.xlsx(Exports.request(currencies), folder);
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            for (var sheet : workbook) {
                for (var row : sheet) {
                    row.forEach(cell -> assertIsNoFormula((XSSFCell) cell));
                }
            }
        }
        assertNothingLeadsOut(file);
    }
}
