package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads exported rows back by a reader that shares no code with the writer.
final class XlsxRowsTest {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

    @TempDir Path folder;

    private List<Row> rows(Path file, String sheet) throws IOException {
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            return workbook.findSheet(sheet).orElseThrow().read();
        }
    }

    private static ReportView view(int rows) {
        return ReportFixture.view(ReportFixture.random(rows, Exports.STOCKHOLM, 42));
    }

    @Test
    void everyCellOfManyBlocksReadsBack() throws IOException {
        var view = view(5_000);
        var columns = ReportColumn.values();
        var rows = rows(Exports.xlsx(Exports.request(view, columns), folder), "Sessions");
        assertEquals(view.size() + 1, rows.size());
        for (var position = 0; position < view.size(); position++) {
            assertRow(new Expected(view), position, columns, rows.get(position + 1));
        }
    }

    private static void assertRow(
            Expected expected, int position, ReportColumn[] columns, Row written) {
        // Missing values at the end of a row have no cell.
        assertTrue(written.getCellCount() <= columns.length);
        for (var i = 0; i < columns.length; i++) {
            var what = "row " + position + " " + columns[i];
            assertCell(expected, expected.at(position, columns[i]), cell(written, i), what);
        }
    }

    private static @Nullable Cell cell(Row row, int at) {
        return at < row.getCellCount() && row.hasCell(at) ? row.getCell(at) : null;
    }

    private static void assertCell(
            Expected expected, @Nullable Object value, @Nullable Cell cell, String what) {
        if (value == null || cell == null) {
            assertNull(value, what);
            assertNull(cell, what);
            return;
        }
        switch (value) {
            case BigDecimal number -> {
                assertEquals(CellType.NUMBER, cell.getType(), what);
                assertEquals(
                        number, new BigDecimal(cell.getRawValue()).setScale(number.scale()), what);
            }
            case Instant time -> {
                assertEquals(CellType.NUMBER, cell.getType(), what);
                assertEquals(expected.local(time), EPOCH.plus(days(cell)), what);
            }
            case Duration duration -> {
                assertEquals(CellType.NUMBER, cell.getType(), what);
                assertEquals(duration, days(cell), what);
            }
            case OffsetDateTime time ->
                    assertEquals(time, OffsetDateTime.parse(cell.asString()), what);
            default -> {
                assertEquals(CellType.STRING, cell.getType(), what);
                assertEquals(value, cell.asString(), what);
            }
        }
    }

    /// As exact as a millisecond, which is all that a cell of a workbook promises.
    private static Duration days(Cell cell) {
        return Duration.ofMillis(Math.round(Double.parseDouble(cell.getRawValue()) * 86_400_000));
    }

    @Test
    void headersCarryTheZoneOfTimes() throws IOException {
        var rows = rows(Exports.xlsx(Exports.request(view(0)), folder), "Sessions");
        var headers = rows.getFirst().stream().map(Cell::asString).toList();
        assertEquals(1, rows.size());
        assertEquals(
                List.of(
                        "Month",
                        "Network",
                        "CDR ID",
                        "Station ID",
                        "EVSE-ID",
                        "Station name",
                        "Start time (Europe/Stockholm)",
                        "Stop time (Europe/Stockholm)",
                        "Energy (Wh)",
                        "Meter start",
                        "Meter stop",
                        "Price",
                        "Currency",
                        "Public/Private",
                        "Free usage",
                        "Plug type",
                        "Charge method",
                        "Operator",
                        "Provider ID",
                        "Transaction ID",
                        "Duration",
                        "VAT rate",
                        "VAT amount"),
                headers);
    }

    @Test
    void missingValuesAreNoCells() throws IOException {
        var view = Exports.view(new ReportFixture.Row("a"));
        var row = rows(Exports.xlsx(Exports.request(view), folder), "Sessions").get(1);
        var present = row.stream().filter(cell -> cell != null).map(Cell::getColumnIndex).toList();
        assertEquals(List.of(2, 6), present);
    }

    @Test
    void anyAmountIsTheSameWhenReadBack() throws IOException {
        var view = view(20_000);
        var rows =
                rows(
                        Exports.xlsx(
                                Exports.request(view, ReportColumn.PRICE, ReportColumn.VAT_AMOUNT),
                                folder),
                        "Sessions");
        var gross = BigDecimal.ZERO;
        var vat = BigDecimal.ZERO;
        for (var row : rows.subList(1, rows.size())) {
            gross = gross.add(row.getCellAsNumber(0).orElseThrow());
            vat = vat.add(row.getCellAsNumber(1).orElseThrow());
        }
        var totals = view.totals().byCurrency();
        assertEquals(
                totals.stream()
                        .map(of -> of.gross().toDecimal())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                gross.setScale(4));
        assertEquals(
                totals.stream()
                        .map(of -> of.vat().toDecimal())
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                vat.setScale(4));
    }

    @Test
    void rowsThatDoNotFitGoOnInFurtherSheets() throws IOException {
        var view = view(25);
        var file = folder.resolve("small.xlsx");
        var request = Exports.request(view, ReportColumn.CDR_ID, ReportColumn.PRICE);
        WholeFile.write(file, channel -> XlsxFile.write(request, 11, channel, Progress.NONE));
        var expected = new Expected(view);
        var position = 0;
        for (var name : List.of("Sessions", "Sessions (2)", "Sessions (3)")) {
            var rows = rows(file, name);
            assertEquals("CDR ID", rows.getFirst().getCell(0).asString());
            for (var row : rows.subList(1, rows.size())) {
                assertEquals(row.getRowNum(), position % 10 + 2);
                assertEquals(expected.at(position, ReportColumn.CDR_ID), row.getCell(0).asString());
                position++;
            }
        }
        assertEquals(25, position);
    }

    @Test
    void aFullSheetHasNoEmptyOneBehindIt() throws IOException {
        var file = folder.resolve("full.xlsx");
        WholeFile.write(
                file,
                channel -> XlsxFile.write(Exports.request(view(20)), 11, channel, Progress.NONE));
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            assertEquals(
                    List.of("Sessions", "Sessions (2)", "Settlement", "Charts", "Parameters"),
                    workbook.getSheets().map(sheet -> sheet.getName()).toList());
        }
    }

    @Test
    void oneViewMakesTheSameBytesAtAnyTime() throws IOException, InterruptedException {
        var request = Exports.request(view(3_000));
        var first = Files.readAllBytes(Exports.xlsx(request, folder));
        // Zip files and document properties have times of two and one seconds.
        Thread.sleep(2_100);
        var second = Files.readAllBytes(Exports.xlsx(request, folder));
        assertFalse(first.length == 0);
        assertEquals(-1, Arrays.mismatch(first, second));
    }

    @Test
    void thePersonsLanguageChangesNothing() throws IOException {
        var request = Exports.request(view(100));
        var usual = Locale.getDefault();
        var first = Files.readAllBytes(Exports.xlsx(request, folder));
        try {
            // Its digits are not those of ASCII.
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            var second = Files.readAllBytes(Exports.xlsx(request, folder));
            assertEquals(-1, Arrays.mismatch(first, second));
        } finally {
            Locale.setDefault(usual);
        }
    }
}
