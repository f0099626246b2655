package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportView;
import org.roamledger.report.Totals;
import org.roamledger.session.ReportColumn;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Many random rows, read back by two readers that share nothing with the writer: POI's event
/// reader and LibreOffice. In the nightly build a million rows by each, and two and a half million
/// over three sheets; otherwise fewer.
@Tag("slow")
final class ManyRowsTest {

    private static final boolean NIGHTLY = Boolean.getBoolean("roamledger.nightly");
    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
    private static final List<ReportColumn> COLUMNS = ReportColumn.STANDARD;

    @TempDir Path folder;

    private static ReportView view(int rows) {
        return ReportFixture.view(ReportFixture.random(rows, Exports.STOCKHOLM, rows));
    }

    private Path write(ReportView view, int rowsPerSheet) {
        var file = folder.resolve("many.xlsx");
        WholeFile.write(
                file,
                channel ->
                        XlsxFile.write(
                                Exports.request(view), rowsPerSheet, channel, Progress.NONE));
        return file;
    }

    @Test
    void poiReadsEveryCell() throws Exception {
        var view = view(NIGHTLY ? 1_000_000 : 20_000);
        assertEquals(List.of("Sessions"), readBack(view, write(view, XlsxFile.ROWS_PER_SHEET)));
    }

    @Test
    void rowsGoOnInFurtherSheetsThatAddUp() throws Exception {
        var view = view(25_000);
        assertEquals(
                List.of("Sessions", "Sessions (2)", "Sessions (3)"),
                readBack(view, write(view, 10_001)));
    }

    @Test
    @Tag("nightly")
    void twoAndAHalfMillionRowsAreThreeSheets() throws Exception {
        var view = view(2_500_000);
        assertEquals(
                List.of("Sessions", "Sessions (2)", "Sessions (3)"),
                readBack(view, write(view, XlsxFile.ROWS_PER_SHEET)));
    }

    /// Compares all cells, the sums per currency and the control totals of each sheet.
    ///
    /// @return the sheets with rows
    private static List<String> readBack(ReportView view, Path file) throws Exception {
        var expected = new Expected(view);
        var sheets = new ArrayList<String>();
        var grossBySheet = new TreeMap<String, BigDecimal>();
        var parameters = new ArrayList<List<@Nullable String>>();
        var position = new int[1];
        EventRows.read(
                file,
                COLUMNS.size(),
                (sheet, row, cells) -> {
                    if (sheet.equals("Parameters")) {
                        parameters.add(new ArrayList<>(Arrays.asList(cells)));
                    }
                    if (!sheet.startsWith("Sessions")) {
                        return;
                    }
                    if (row == 1) {
                        sheets.add(sheet);
                        assertEquals("CDR ID", cells[COLUMNS.indexOf(ReportColumn.CDR_ID)], sheet);
                        return;
                    }
                    for (var i = 0; i < cells.length; i++) {
                        assertCell(expected, position[0], COLUMNS.get(i), cells[i]);
                    }
                    grossBySheet.merge(
                            sheet + " " + cells[COLUMNS.indexOf(ReportColumn.CURRENCY)],
                            new BigDecimal(cells[COLUMNS.indexOf(ReportColumn.PRICE)]),
                            BigDecimal::add);
                    position[0]++;
                });
        assertEquals(view.size(), position[0]);
        var totals = new TreeMap<String, BigDecimal>();
        grossBySheet.forEach(
                (key, gross) -> {
                    var currency = key.substring(key.lastIndexOf(' ') + 1);
                    totals.merge(currency, gross, BigDecimal::add);
                });
        for (var of : view.totals().byCurrency()) {
            assertEquals(0, of.gross().toDecimal().compareTo(totals.get(of.currency())));
        }
        assertControlTotals(sheets, grossBySheet, parameters);
        return sheets;
    }

    private static void assertControlTotals(
            List<String> sheets,
            Map<String, BigDecimal> grossBySheet,
            List<List<@Nullable String>> parameters) {
        var control =
                parameters.stream()
                        .filter(line -> Objects.toString(line.getFirst()).startsWith("Sessions"))
                        .toList();
        assertEquals(sheets.size() > 1 ? grossBySheet.size() : 0, control.size());
        for (var line : control) {
            assertEquals(
                    0,
                    new BigDecimal(line.get(7))
                            .compareTo(grossBySheet.get(line.get(0) + " " + line.get(1))),
                    line::toString);
        }
    }

    private static void assertCell(
            Expected expected, int position, ReportColumn column, @Nullable String cell) {
        var value = expected.at(position, column);
        if (value == null || cell == null) {
            assertNull(value, column::header);
            assertNull(cell, column::header);
            return;
        }
        var same =
                switch (value) {
                    case BigDecimal number -> number.compareTo(new BigDecimal(cell)) == 0;
                    case Instant time ->
                            expected.local(time).equals(EPOCH.plusSeconds(seconds(cell)));
                    case Duration duration -> duration.toSeconds() == seconds(cell);
                    default -> value.toString().equals(cell);
                };
        assertTrue(same, () -> "row " + position + " " + column + ": " + value + ", " + cell);
    }

    private static long seconds(String days) {
        return new BigDecimal(days)
                .multiply(SECONDS_A_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    @Test
    void libreOfficeReadsEveryCell() throws Exception {
        var office = office();
        assumeTrue(office != null, "LibreOffice is not installed");
        var view = view(NIGHTLY ? 1_000_000 : 3_000);
        var file = write(view, XlsxFile.ROWS_PER_SHEET);
        var csv = converted(Objects.requireNonNull(office), file);
        var expected = new Expected(view);
        var position = -1;
        var totals = new TreeMap<String, BigDecimal>();
        try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
            for (var line : reader) {
                if (position >= 0) {
                    for (var i = 0; i < COLUMNS.size(); i++) {
                        assertShown(expected, position, COLUMNS.get(i), line.getField(i));
                    }
                    totals.merge(
                            field(line, ReportColumn.CURRENCY),
                            number(field(line, ReportColumn.PRICE)),
                            BigDecimal::add);
                }
                position++;
            }
        }
        assertEquals(view.size(), position);
        for (Totals.OfCurrency of : view.totals().byCurrency()) {
            assertEquals(0, of.gross().toDecimal().compareTo(totals.get(of.currency())));
        }
    }

    private static String field(CsvRecord line, ReportColumn column) {
        return line.getField(COLUMNS.indexOf(column));
    }

    private static @Nullable String office() {
        return Arrays.stream(
                        Objects.toString(System.getenv("PATH"), "").split(File.pathSeparator, -1))
                .flatMap(
                        entry ->
                                List.of("soffice", "libreoffice", "soffice.exe").stream()
                                        .map(name -> Path.of(entry).resolve(name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }

    /// The first sheet as CSV, with the values as a person sees them.
    private Path converted(String office, Path workbook) throws IOException, InterruptedException {
        var log = folder.resolve("office.log").toFile();
        var process =
                new ProcessBuilder(
                                office,
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033",
                                "--outdir",
                                folder.resolve("converted").toString(),
                                workbook.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start();
        try {
            assertTrue(process.waitFor(60, TimeUnit.MINUTES), "LibreOffice does not end");
        } finally {
            process.destroyForcibly();
        }
        var csv = folder.resolve("converted").resolve("many.csv");
        assertTrue(Files.exists(csv), () -> "LibreOffice wrote nothing: " + text(log));
        return csv;
    }

    private static String text(File log) {
        try {
            return Files.readString(log.toPath());
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void assertShown(
            Expected expected, int position, ReportColumn column, String shown) {
        var value = expected.at(position, column);
        if (value == null) {
            assertEquals("", shown, column::header);
            return;
        }
        assertNotNull(shown);
        var same =
                switch (value) {
                    case BigDecimal number -> number.compareTo(number(shown)) == 0;
                    case Instant time ->
                            expected.local(time)
                                    .equals(LocalDateTime.parse(shown.replace(' ', 'T')));
                    case Duration duration -> duration.equals(duration(shown));
                    default -> value.toString().equals(shown);
                };
        assertTrue(same, () -> "row " + position + " " + column + ": " + value + ", " + shown);
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace(",", "").replace(" %", ""));
    }

    private static Duration duration(String shown) {
        var parts = shown.split(":", -1);
        return Duration.ofHours(Long.parseLong(parts[0]))
                .plusMinutes(Long.parseLong(parts[1]))
                .plusSeconds(Long.parseLong(parts[2]));
    }
}
