package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.cli.Cli.Outcome;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/// Settlements, letterhead and rounding from the command line.
class SettlementCommandTest {

    private static final String SESSIONS =
            """
            CDR ID,Start time,Energy (Wh),Price,Currency,VAT rate,VAT amount,Provider ID,Network
            1,2026-10-05 01:30:00,10000,12.345,EUR,25,2.469,DE*8EO,Hubject
            2,2026-10-06 01:30:00,20000,7.105,EUR,25,1.421,DE-8EO,Hubject
            3,2026-10-07 01:30:00,30000,100,SEK,25,20,FR*GIR,Gireve
            4,2026-10-08 01:30:00,5000,,EUR,,,FR*GIR,Gireve
            """;

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(folder);
        var file = Files.writeString(folder.resolve("sessions.csv"), SESSIONS);
        assertThat(cli.run("import", file.toString()).exit()).isZero();
    }

    private Outcome settle(String... options) {
        var arguments =
                new ArrayList<>(
                        List.of("settlement", "--from", "2026-10-01", "--to", "2026-11-01"));
        arguments.addAll(List.of(options));
        return cli.run(arguments.toArray(String[]::new));
    }

    private String text(String file) throws IOException {
        try (var document = Loader.loadPDF(folder.resolve(file).toFile())) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void aSettlementIsWrittenAsPdfWorkbookAndCsvWithTheSameSummary() throws IOException {
        var pdf = settle("--out", path("october.pdf"));
        assertThat(pdf.exit()).as(pdf.words()).isZero();
        assertThat(pdf.json().get("number").asString()).matches("\\d{4}-0001");
        assertThat(pdf.json().at("/totals/0/currency").asString()).isEqualTo("EUR");
        assertThat(pdf.json().at("/totals/0/gross").asString()).isEqualTo("19.4500");
        assertThat(pdf.json().at("/totals/0/without_price").asInt()).isEqualTo(1);
        // The one without a price; on a computer whose clock is behind, all of them.
        assertThat(pdf.json().at("/totals/0/with_findings").asInt()).isPositive();
        assertThat(text("october.pdf"))
                .contains("Total EUR 3 0 35.000 15.56 3.89 19.45")
                .contains("Total SEK 1 0 30.000 80.00 20.00 100.00");
        for (var name : List.of("october.xlsx", "october.csv")) {
            var table = settle("--out", path(name));
            assertThat(table.exit()).as(table.words()).isZero();
            assertThat(table.json().get("totals")).isEqualTo(pdf.json().get("totals"));
        }
        assertThat(Files.readString(folder.resolve("october.csv")))
                .contains("Total,", ",EUR,", ",15.56,3.89,19.45,");
    }

    @Test
    void theSameSettlementKeepsItsNumberAlsoInAnotherLanguage() throws IOException {
        var first = settle("--out", path("a.pdf")).json().get("number").asString();
        var other = settle("--provider", "FR*GIR", "--out", path("b.pdf"));
        var again = settle("--language", "fi", "--out", path("c.pdf"));
        assertThat(other.json().get("number").asString()).isNotEqualTo(first).endsWith("-0002");
        assertThat(again.json().get("number").asString()).isEqualTo(first);
        assertThat(text("c.pdf")).contains("Roaming-lataustapahtumien tilitys", first);
        var draft = settle("--draft", "--network", "Hubject", "--out", path("d.pdf"));
        assertThat(draft.json().has("number")).isFalse();
        assertThat(text("d.pdf")).contains("none yet");
    }

    @Test
    void tablesSpeakTheLanguageThatIsAskedFor() throws IOException {
        settle("--language", "sv", "--out", path("oktober.csv"));
        assertThat(Files.readAllLines(folder.resolve("oktober.csv")))
                .anyMatch(line -> line.startsWith("Rad,Månad,Nätverk,Leverantörs-ID,Valuta,"))
                .anyMatch(line -> line.startsWith("Summa,,,,SEK,,1,0,30.000,80.00,20.00,100.00"));
        settle("--language", "fi", "--out", path("lokakuu.xlsx"));
        try (var workbook = new ReadableWorkbook(folder.resolve("lokakuu.xlsx").toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("Tilitys", "Parametrit");
        }
    }

    @Test
    void everyPartnerGetsAFile() throws IOException {
        var outcome = settle("--with-sessions", "--partner-files", path("partners"));
        assertThat(outcome.exit()).as(outcome.words()).isEqualTo(1);
        assertThat(outcome.json().get("problem").asString()).isEqualTo("folderMissing");
        Files.createDirectory(folder.resolve("partners"));
        var made = settle("--with-sessions", "--partner-files", path("partners"));
        assertThat(made.exit()).as(made.words()).isZero();
        assertThat(made.json().get("documents")).hasSize(2);
        assertThat(made.json().at("/documents/0/partner").asString()).isEqualTo("DE*8EO");
        assertThat(text("partners/settlement_DE-8EO_2026-10-01_2026-10-31.pdf"))
                .contains("2026-0001".substring(4), "Total EUR 2 0 30.000", "The sessions behind")
                .doesNotContain("SEK");
        assertThat(text("partners/settlement_FR-GIR_2026-10-01_2026-10-31.pdf"))
                .contains("Total SEK 1 0 30.000 80.00 20.00 100.00");
    }

    @Test
    void letterheadAndRoundingAreInTheDocument() throws IOException, InvalidFormatException {
        var logo = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", logo.toFile());
        var letterhead =
                cli.run(
                        "documents",
                        "letterhead",
                        "--name",
                        "Nordvolt Öy",
                        "--address",
                        "Katu 1",
                        "--address",
                        "Helsinki",
                        "--vat-id",
                        "FI12345671",
                        "--logo",
                        logo.toString());
        assertThat(letterhead.exit()).as(letterhead.words()).isZero();
        cli.run("documents", "rounding", "--mode", "half-up", "--per", "group");
        var rounding = cli.run("documents", "rounding", "de8eo", "--mode", "up", "--per", "row");
        assertThat(rounding.json().at("/rounding_by_partner/de8eo").asString())
                .isEqualTo("up per row");
        settle("--out", path("october.pdf"));
        // Net 9.876 and 5.684, VAT 2.469 and 1.421, each of them up.
        assertThat(text("october.pdf"))
                .contains("Nordvolt Öy", "Katu 1", "Helsinki", "VAT ID FI12345671")
                .contains("DE*8EO EUR 25 % up, each session 2 15.57 3.90 19.47")
                .contains("Rounding difference, EUR 0.01 0.01 0.02")
                .contains("Exact sum, EUR 15.56 3.89 19.45");
        settle("--out", path("october.csv"));
        assertThat(Files.readAllLines(folder.resolve("october.csv")))
                .contains(
                        "To settle,,,DE*8EO,EUR,25,,,,15.57,3.90,19.47,,,,,,\"up, each session\",2",
                        "Total to settle,,,,EUR,,,,,15.57,3.90,19.47,,,,,,,",
                        "Rounding difference,,,,EUR,,,,,0.01,0.01,0.02,,,,,,,")
                .endsWith("Rounding difference,,,,SEK,,,,,0.00,0.00,0.00,,,,,,,");
        settle("--out", path("october.xlsx"));
        try (var workbook = new XSSFWorkbook(folder.resolve("october.xlsx").toFile())) {
            var cells = new ArrayList<String>();
            workbook.getSheet("Amounts to settle")
                    .getRow(1)
                    .forEach(cell -> cells.add(cell.toString()));
            assertThat(cells)
                    .containsExactly(
                            "To settle",
                            "DE*8EO",
                            "EUR",
                            "25.0",
                            "up, each session",
                            "2.0",
                            "15.57",
                            "3.9",
                            "19.47");
        }
    }

    @Test
    void whatWasTypedWrongIsUsage() {
        assertThat(settle("--out", path("october.docx")).exit()).isEqualTo(2);
        assertThat(settle("--out", path("o.pdf"), "--language", "el").exit()).isEqualTo(2);
        assertThat(settle().exit()).isEqualTo(2);
        assertThat(cli.run("documents", "rounding", "--mode", "nearest").exit()).isEqualTo(2);
        assertThat(cli.run("documents", "letterhead", "--logo", path("sessions.csv")).exit())
                .isEqualTo(1);
    }
}
