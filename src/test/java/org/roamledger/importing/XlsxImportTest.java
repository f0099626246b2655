package org.roamledger.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.session.Amount;
import org.roamledger.session.Energy;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Moment;
import org.roamledger.session.VatRate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class XlsxImportTest {

    private static final LocalDateTime TEN = LocalDateTime.parse("2026-10-05T10:00");

    @TempDir Path folder;
    private final Collected store = new Collected();
    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private ImportedFile read() throws IOException {
        var file = folder.resolve("report.xlsx");
        try (var out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return read(file);
    }

    private ImportedFile read(Path file) {
        return new FileImport(ImportSettings.NONE, store)
                .read(List.of(file), Progress.NONE)
                .getFirst();
    }

    private void row(Sheet sheet, Object... values) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (var i = 0; i < values.length; i++) {
            var cell = row.createCell(i);
            switch (values[i]) {
                case Double number -> cell.setCellValue(number);
                case LocalDateTime at -> {
                    cell.setCellValue(at);
                    format(cell, "yyyy-mm-dd hh:mm:ss");
                }
                default -> cell.setCellValue(values[i].toString());
            }
        }
    }

    private void format(Cell cell, String code) {
        var style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        cell.setCellStyle(style);
    }

    @Test
    void aWorkbookIsReadWithItsDatesNumbersAndDurations() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time (Europe/Stockholm)", "Energy (kWh)", "Price", "Duration");
        row(sheet, "000123", TEN, 12.345, 0.1 + 0.2, 0.0625);
        format(sheet.getRow(1).getCell(4), "[h]:mm:ss");
        var file = read();
        assertEquals(
                new ImportedFile(
                        folder.resolve("report.xlsx"),
                        true,
                        "report-xlsx",
                        1,
                        new MergeCounts(1, 0, 0, 0),
                        null,
                        List.of()),
                file);
        var session = store.only();
        assertEquals("000123", session.cdrId());
        assertEquals(
                new Moment(Instant.parse("2026-10-05T08:00:00Z"), ZoneOffset.ofHours(2)),
                session.start());
        assertEquals(
                new Moment(Instant.parse("2026-10-05T09:30:00Z"), ZoneOffset.ofHours(2)),
                session.stop());
        assertEquals(new Energy(12_345_000), session.energy());
        assertEquals(new Amount(3_000), session.price().gross());
    }

    @Test
    void idsInTextAndInNumberCellsKeepTheirDigits() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time", "Station ID");
        for (var id : List.of("000123", "123456789012345678", "1E5", "12-03", "MARCH1")) {
            row(sheet, id, TEN, 42.0);
        }
        row(sheet, 77.0, TEN, "x");
        format(sheet.getRow(6).getCell(0), "000000");
        read();
        assertEquals(
                List.of("000123", "123456789012345678", "1E5", "12-03", "MARCH1", "000077"),
                store.ids());
        assertEquals("42", store.all().getFirst().chargePoint().stationId());
    }

    @Test
    void percentagesAreReadAsTheyAreShown() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time", "VAT rate");
        row(sheet, "C1", TEN, 0.255);
        format(sheet.getRow(1).getCell(2), "0.0%");
        row(sheet, "C2", TEN, 25.5);
        row(sheet, "C3", TEN, "25,5 %");
        read();
        var rate = new VatRate(255_000);
        assertEquals(
                List.of(rate, rate, rate),
                store.all().stream().map(s -> s.price().vatRate()).toList());
    }

    @Test
    void everySheetWithTheHeaderIsReadAndOthersArePassedOver() throws IOException {
        row(workbook.createSheet("Parameters"), "From", "2026-10-01");
        for (var name : List.of("Sessions", "Sessions (2)")) {
            var sheet = workbook.createSheet(name);
            row(sheet, "Roaming sessions, October");
            row(sheet, "Start time", "CDR ID");
            row(sheet, TEN, name);
        }
        assertEquals(2, read().rows());
        assertEquals(List.of("Sessions", "Sessions (2)"), store.ids());
    }

    @Test
    void aRejectNamesSheetAndRow() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time");
        row(sheet, "C1", "never");
        var file = read();
        assertEquals(new MergeCounts(0, 0, 0, 1), file.counts());
        assertEquals("Sessions row 2", store.rejects.getFirst().where().text());
    }

    @Test
    void missingColumnsAreNamedBesideWhatWasFound() throws IOException {
        row(workbook.createSheet("Parameters"), "From", "2026-10-01");
        row(workbook.createSheet("Sessions"), "CDR ID", "Begin", "Price");
        assertEquals(
                new Problem.ColumnsMissing(
                        folder.resolve("report.xlsx"),
                        List.of("Start time"),
                        List.of("CDR ID", "Begin", "Price")),
                read().problem());
    }

    @Test
    void formulasAreNeverCalculated() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time", "Price", "Station name");
        row(sheet, "C1", TEN, "", "=1+1");
        sheet.getRow(1).getCell(2).setCellFormula("1+1");
        read();
        assertNull(store.only().price().gross());
        assertEquals("=1+1", store.only().chargePoint().stationName());
    }

    @Test
    void textsThatReadInTwoWaysAreDecidedByTheRestOfTheirColumn() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time", "Price");
        row(sheet, "C1", TEN, "1,234");
        row(sheet, "C2", TEN, "2,5");
        read();
        assertEquals(new Amount(12_340), store.all().getFirst().price().gross());
    }

    @Test
    void datesThatCountFrom1904AreRead() throws IOException {
        workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time (UTC)");
        row(sheet, "C1", 44_838.5);
        format(sheet.getRow(1).getCell(1), "yyyy-mm-dd hh:mm");
        read();
        assertEquals(Instant.parse("2026-10-05T12:00:00Z"), store.only().start().at());
    }

    @Test
    void aWorkbookUnderAnotherNameIsAWorkbook() throws IOException {
        var sheet = workbook.createSheet("Sessions");
        row(sheet, "CDR ID", "Start time");
        row(sheet, "C1", TEN);
        read();
        var file = Files.move(folder.resolve("report.xlsx"), folder.resolve("report.csv"));
        assertEquals("report-xlsx", read(file).format());
    }

    @Test
    void aZipFileThatIsNoWorkbookIsToldSo() throws IOException {
        var file = zip("report.xlsx", "hello.txt", "hello");
        assertEquals(new Problem.NotAWorkbook(file), read(file).problem());
        var photos = read(zip("photos.zip", "hello.jpg", "\0"));
        assertEquals(new Problem.FormatUnknown(photos.file()), photos.problem());
    }

    @Test
    void aWorkbookThatWasCutOffIsToldSo() throws IOException {
        row(workbook.createSheet("Sessions"), "CDR ID", "Start time");
        read();
        var file = folder.resolve("report.xlsx");
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertEquals(new Problem.FileCutOff(file, 0), read(file).problem());
    }

    private Path zip(String name, String... entries) throws IOException {
        var file = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry(entries[i]));
                out.write(entries[i + 1].getBytes(UTF_8));
            }
        }
        return file;
    }

    /// A workbook of the fewest parts: no styles, no shared strings, no cell references.
    private Path plain(String rows) throws IOException {
        var main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        return zip(
                "plain.xlsx",
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                <Default Extension="rels" \
                ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>\
                <Override PartName="/xl/sheet1.xml" ContentType="%1$s.worksheet+xml"/></Types>\
                """
                        .formatted(types),
                "_rels/.rels",
                """
                <Relationships \
                xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="r1" Type="%s/officeDocument" Target="xl/workbook.xml"/>\
                </Relationships>\
                """
                        .formatted(links),
                "xl/workbook.xml",
                """
                <workbook xmlns="%s" xmlns:r="%s"><sheets>\
                <sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>\
                """
                        .formatted(main, links),
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships \
                xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                <Relationship Id="r1" Type="%s/worksheet" Target="sheet1.xml"/></Relationships>\
                """
                        .formatted(links),
                "xl/sheet1.xml",
                "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
                        .formatted(main, rows));
    }

    private static String text(String text) {
        return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    @Test
    void aWorkbookWithoutStylesSharedStringsAndReferencesIsRead() throws IOException {
        var file =
                plain(
                        "<row>%s%s%s%s</row><row>%s%s%s%s</row>"
                                .formatted(
                                        text("CDR ID"),
                                        text("Start time (UTC)"),
                                        text("Price"),
                                        text("Station name"),
                                        "<c><v>123456789012345678</v></c>",
                                        "<c><v>46300.416666666664</v></c>",
                                        "<c><v>0.30000000000000004</v></c>",
                                        text("a_x000D_b")));
        assertNull(read(file).problem());
        assertEquals("123456789012345678", store.only().cdrId());
        assertEquals(Instant.parse("2026-10-05T10:00:00Z"), store.only().start().at());
        assertEquals(new Amount(3_000), store.only().price().gross());
        assertEquals("a\rb", store.only().chargePoint().stationName());
    }

    @Test
    void aNumberOfAMillionDigitsIsRejectedInsteadOfFillingTheMemory() throws IOException {
        var file =
                plain(
                        "<row>%s%s%s</row><row>%s%s%s</row>"
                                .formatted(
                                        text("CDR ID"),
                                        text("Start time"),
                                        text("Price"),
                                        text("C1"),
                                        text("2026-10-05T10:00:00Z"),
                                        "<c><v>1E999999999</v></c>"));
        assertEquals(new MergeCounts(0, 0, 0, 1), read(file).counts());
        assertEquals("1E999999999", store.rejects.getFirst().value());
    }

    @Test
    void aZipBombIsNotUnpacked() throws IOException {
        var file = plain("<row>" + text("x".repeat(20_000_000)) + "</row>");
        assertInstanceOf(Problem.FileUnreadable.class, read(file).problem());
    }
}
