package org.roamledger.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.document.PrintOrder.Range;
import org.roamledger.document.PrintOrder.Sides;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.Settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import javax.print.DocFlavor;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;

class PrintersTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:15:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Paper paper() {
        var report = ReportFixture.random(300, ZoneId.of("Europe/Stockholm"), 1);
        return new Paper(
                SettlementDocument.pdf(
                        new SettlementRequest(
                                Settlement.of(ReportFixture.view(report), Settlement.STANDARD),
                                List.of(),
                                DocumentTerms.NONE,
                                new DocumentOptions(Locale.ENGLISH, false),
                                null,
                                NOW)));
    }

    /// A printer that takes no PDF and prints PostScript into memory.
    private static StreamPrintService postScript(ByteArrayOutputStream to) {
        return StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0]
                .getPrintService(to);
    }

    @Test
    void aPrinterThatTakesNoPdfGetsThePagesThatAreWantedDrawn() {
        var printed = new ByteArrayOutputStream();
        try (var paper = paper()) {
            assertThat(paper.pages()).isGreaterThan(4);
            Printers.print(
                    paper,
                    postScript(printed),
                    new PrintOrder(
                            "memory",
                            1,
                            List.of(new Range(1, 1), new Range(3, 4)),
                            Sides.LONG_EDGE),
                    "settlement");
        }
        var text = printed.toString(StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("%!PS");
        assertThat(Pattern.compile("^%%Page: ", Pattern.MULTILINE).matcher(text).results().count())
                .isEqualTo(3);
    }

    @Test
    void pagesThatTheDocumentDoesNotHaveAreNoEmptyJob() {
        try (var paper = paper()) {
            var beyond = List.of(new Range(paper.pages() + 1, paper.pages() + 2));
            var service = postScript(new ByteArrayOutputStream());
            var order = new PrintOrder("memory", 1, beyond, Sides.ONE);
            assertThatThrownBy(() -> Printers.print(paper, service, order, "settlement"))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aPrinterThatIsGoneIsToldByItsName() {
        try (var paper = paper()) {
            assertThatThrownBy(
                            () -> Printers.print(paper, PrintOrder.whole("no such printer"), "job"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e ->
                                    assertThat(e.problem())
                                            .isInstanceOf(Problem.PrintingFailed.class));
        }
    }

    /// Needs CUPS with a queue of cups-pdf, which prints into a folder of the user.
    @Test
    void aJobIsPrintedByCups(@TempDir Path folder) throws Exception {
        var queue = queue(folder);
        assumeTrue(queue.isPresent(), "There is no CUPS queue of cups-pdf on this computer.");
        var job = "roamledger_test_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
        var pages = List.of(new Range(2, 2), new Range(4, 4));
        var order = new PrintOrder(queue.orElseThrow(), 1, pages, Sides.ONE);
        double wanted;
        double alsoWanted;
        try (var paper = paper()) {
            wanted = ink(paper.draw(1, 1));
            alsoWanted = ink(paper.draw(3, 1));
            Printers.print(paper, order, job);
        }
        var file = await(Path.of(System.getProperty("user.home"), "PDF"), job);
        try (var printed = new Paper(Files.readAllBytes(file))) {
            assertThat(printed.pages()).isEqualTo(2);
            assertThat(Set.of(Math.round(printed.width(0)), Math.round(printed.height(0))))
                    .containsExactlyInAnyOrder(595L, 842L);
            // Turned, and with its letters drawn anew, but all of it.
            assertThat(ink(printed.draw(0, 1))).isCloseTo(wanted, withinPercentage(25));
            assertThat(ink(printed.draw(1, 1))).isCloseTo(alsoWanted, withinPercentage(25));
        }
        Files.delete(file);
    }

    private static Optional<String> queue(Path folder) throws InterruptedException {
        var listed = folder.resolve("queues");
        try {
            var lpstat =
                    new ProcessBuilder("lpstat", "-v")
                            .redirectErrorStream(true)
                            .redirectOutput(listed.toFile());
            lpstat.environment().put("LC_ALL", "C");
            var process = lpstat.start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroy();
                return Optional.empty();
            }
            return Pattern.compile("device for (.+): cups-pdf:")
                    .matcher(Files.readString(listed))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> Printers.all().stream().anyMatch(of -> of.name().equals(name)))
                    .findFirst();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /// Waits until the printed file is whole: the queue writes it elsewhere and moves it.
    private static Path await(Path folder, String job) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    var found =
                            files.filter(file -> file.toString().contains(job))
                                    .filter(PrintersTest::isWhole)
                                    .findFirst();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing was printed into " + folder);
    }

    private static boolean isWhole(Path file) {
        try (var document = Loader.loadPDF(file.toFile())) {
            return document.getNumberOfPages() > 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// How dark a page is on the whole: 0 is white, 1 is black.
    private static double ink(Paper.Picture picture) {
        return Arrays.stream(picture.argb())
                        .mapToDouble(point -> 255 - (point & 0xFF))
                        .average()
                        .orElse(0)
                / 255;
    }
}
