package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Opens exported workbooks as Apache POI's users do.
final class XlsxWorkbookTest {

    @TempDir Path folder;

    private XSSFWorkbook export(ReportView view, ReportColumn... columns)
            throws IOException, InvalidFormatException {
        return new XSSFWorkbook(Exports.xlsx(Exports.request(view, columns), folder).toFile());
    }

    private XSSFCell cell(Row row, ReportColumn column) throws IOException, InvalidFormatException {
        try (var workbook = export(Exports.view(row), column)) {
            return workbook.getSheetAt(0).getRow(1).getCell(0);
        }
    }

    private String part(Path workbook, String name) throws IOException {
        try (var zip = new ZipFile(workbook.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "000123",
                "123456789012345678",
                "1E5",
                "12-03",
                "MARCH1",
                "+49*810*000*438",
                "ID_x0041_5",
                "a&b<c>\"d'",
                " outer space ",
                "\uD83D\uDE97"
            })
    void idsAreTextAndStayText(String id) throws IOException, InvalidFormatException {
        var row =
                new Row(id)
                        .transaction(id)
                        .with(ReportColumn.STATION_ID, id)
                        .with(ReportColumn.EVSE_ID, id)
                        .with(ReportColumn.OPERATOR_ID, id)
                        .with(ReportColumn.PROVIDER_ID, id);
        try (var workbook =
                export(
                        Exports.view(row),
                        ReportColumn.CDR_ID,
                        ReportColumn.TRANSACTION_ID,
                        ReportColumn.STATION_ID,
                        ReportColumn.EVSE_ID,
                        ReportColumn.OPERATOR_ID,
                        ReportColumn.PROVIDER_ID)) {
            var written = workbook.getSheetAt(0).getRow(1);
            assertEquals(6, written.getPhysicalNumberOfCells());
            for (var cell : written) {
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals(id, cell.getStringCellValue());
                assertTrue(cell.getCellStyle().getQuotePrefixed());
                assertEquals("@", cell.getCellStyle().getDataFormatString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20x"
            })
    void nothingBecomesAFormula(String text) throws IOException, InvalidFormatException {
        var row = new Row(text).with(ReportColumn.STATION_NAME, text);
        try (var workbook =
                export(Exports.view(row), ReportColumn.CDR_ID, ReportColumn.STATION_NAME)) {
            for (var cell : workbook.getSheetAt(0).getRow(1)) {
                assertEquals(CellType.STRING, cell.getCellType());
                assertEquals(text, cell.getStringCellValue());
                assertTrue(cell.getCellStyle().getQuotePrefixed());
            }
        }
        assertFalse(part(folder.resolve("report.xlsx"), "xl/worksheets/sheet1.xml").contains("<f"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Große Straße „Süd“",
                "two\nlines",
                "two\r\nlines",
                "tab\there",
                "nul\u0000bell\u0007",
                "not\uFFFEa\uFFFFcharacter",
                "_x000A_",
                "x_x",
                "]]>"
            })
    void anyTextSurvives(String text) throws IOException, InvalidFormatException {
        var row = new Row(text).with(ReportColumn.STATION_NAME, text);
        try (var workbook =
                export(Exports.view(row), ReportColumn.CDR_ID, ReportColumn.STATION_NAME)) {
            for (var cell : workbook.getSheetAt(0).getRow(1)) {
                assertEquals(text, cell.getStringCellValue());
            }
        }
    }

    @Test
    void halfACharacterIsReplaced() throws IOException, InvalidFormatException {
        var name =
                cell(
                        new Row("a").with(ReportColumn.STATION_NAME, "x\uD83D"),
                        ReportColumn.STATION_NAME);
        assertEquals("x\uFFFD", name.getStringCellValue());
    }

    @Test
    void aTextThatNoCellCanHoldIsCutVisibly() throws IOException, InvalidFormatException {
        var id = cell(new Row("x".repeat(40_000)), ReportColumn.CDR_ID).getStringCellValue();
        assertEquals("x".repeat(32_766) + "…", id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "START_TIME | 2026-10-25T02:30 | yyyy-mm-dd hh:mm:ss",
                "STOP_TIME | 2026-10-25T02:30 | yyyy-mm-dd hh:mm:ss",
            })
    void timesAreDatesOfTheReportZone(ReportColumn column, LocalDateTime local, String format)
            throws IOException, InvalidFormatException {
        // The hour exists twice that night: the two cells are equal, an hour lies between them.
        var row = new Row("a").at("2026-10-25T00:30:00Z").until("2026-10-25T01:30:00Z");
        var cell = cell(row, column);
        assertEquals(local, cell.getLocalDateTimeCellValue());
        assertEquals(format, cell.getCellStyle().getDataFormatString());
        assertEquals(1 / 24.0, cell(row, ReportColumn.DURATION).getNumericCellValue());
    }

    @Test
    void aTimeBeforeExcelsCalendarIsText() throws IOException, InvalidFormatException {
        var start = cell(new Row("a").at("1899-12-31T12:00:00Z"), ReportColumn.START_TIME);
        assertEquals("1899-12-31T13:00:00+01:00", start.getStringCellValue());
    }

    @Test
    void theOriginalStartIsTextWithItsOffset() throws IOException, InvalidFormatException {
        var row = new Row("a").at("2026-10-05T08:00:00Z").sentAtOffset(-210);
        assertEquals(
                "2026-10-05T04:30:00-03:30",
                cell(row, ReportColumn.ORIGINAL_START).getStringCellValue());
    }

    @Test
    void everySecondOfADayIsTheNearestNumberThereIs() {
        for (var second = 0; second < 86_400; second++) {
            var bytes = new Bytes(32);
            bytes.putShortest(second / 86_400.0);
            assertEquals(
                    second / 86_400.0,
                    Double.parseDouble(new String(bytes.toArray(), StandardCharsets.UTF_8)));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENERGY_WH | 12345 | #,##0",
                "METER_START_WH | 1000 | #,##0",
                "METER_STOP_WH | 13345.125 | #,##0.0##",
                "PRICE | -0.0005 | #,##0.00##",
                "VAT_AMOUNT | 2.5 | #,##0.00##",
                "VAT_RATE | 25.5 | 0.0###\" %\"",
                "NET_PRICE | -2.5005 | #,##0.00##"
            })
    void numbersAreExactLiterals(ReportColumn column, String literal, String format)
            throws IOException, InvalidFormatException {
        var row =
                new Row("a")
                        .energy(12_345)
                        .meter("1000", "13345.125")
                        .price("-0.0005")
                        .vat("2.5", "25.5");
        var cell = cell(row, column);
        assertEquals(literal, cell.getRawValue());
        assertEquals(format, cell.getCellStyle().getDataFormatString());
    }

    @Test
    void aWholeVatRateShowsNoPoint() throws IOException, InvalidFormatException {
        var cell = cell(new Row("a").vat("1", "20"), ReportColumn.VAT_RATE);
        assertEquals("0\" %\"", cell.getCellStyle().getDataFormatString());
    }

    @Test
    void theHeaderIsBoldAndFrozenAndTheRowsAreATable() throws IOException, InvalidFormatException {
        var view = ReportFixture.view(ReportFixture.random(25, Exports.STOCKHOLM, 1));
        var file = folder.resolve("small.xlsx");
        WholeFile.write(
                file, channel -> XlsxFile.write(Exports.request(view), 11, channel, Progress.NONE));
        try (var workbook = new XSSFWorkbook(file.toFile())) {
            for (var i = 0; i < 3; i++) {
                var sheet = workbook.getSheetAt(i);
                var lastRow = i < 2 ? 11 : 6;
                assertTrue(sheet.getRow(0).getCell(0).getCellStyle().getFont().getBold());
                assertEquals(1, sheet.getPaneInformation().getHorizontalSplitTopRow());
                assertTrue(sheet.getPaneInformation().isFreezePane());
                var table = sheet.getTables().getFirst();
                assertEquals(
                        List.of("Sessions", "Sessions_2", "Sessions_3").get(i), table.getName());
                assertEquals("A1:W" + lastRow, table.getCTTable().getRef());
                assertEquals("A1:W" + lastRow, table.getCTTable().getAutoFilter().getRef());
                assertEquals(
                        Stream.iterate(0, column -> column + 1)
                                .limit(23)
                                .map(column -> sheet.getRow(0).getCell(column).getStringCellValue())
                                .toList(),
                        table.getColumns().stream().map(column -> column.getName()).toList());
                assertTrue(table.getStyle().isShowRowStripes());
                assertEquals("A1:W" + lastRow, sheet.getCTWorksheet().getDimension().getRef());
                assertEquals(lastRow - 1, sheet.getLastRowNum());
            }
        }
    }

    @Test
    void textsOfRowsThatAreNotVisibleAreNotInTheFile() throws IOException {
        var report =
                ReportFixture.report(
                        Exports.STOCKHOLM,
                        new Row("a").with(ReportColumn.PROVIDER_ID, "DE*SHOWN"),
                        new Row("b").with(ReportColumn.PROVIDER_ID, "DE*HIDDEN"));
        var view =
                ReportView.of(
                        report,
                        ReportFilter.NONE.with(ReportColumn.PROVIDER_ID, Set.of("DE*SHOWN")),
                        SortOrder.STANDARD);
        var strings = part(Exports.xlsx(Exports.request(view), folder), "xl/sharedStrings.xml");
        assertTrue(strings.contains("DE*SHOWN"));
        assertFalse(strings.contains("DE*HIDDEN"));
    }

    @Test
    void aViewWithoutRowsOpens() throws IOException, InvalidFormatException {
        try (var workbook = export(Exports.view())) {
            assertEquals(0, workbook.getSheetAt(0).getLastRowNum());
            assertNull(workbook.getSheetAt(0).getRow(1));
            assertEquals("A1:W1", workbook.getSheetAt(0).getCTWorksheet().getAutoFilter().getRef());
        }
    }
}
