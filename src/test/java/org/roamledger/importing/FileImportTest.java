package org.roamledger.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class FileImportTest {

    private static final String HEADER = "CDR ID,Start time,Price\n";

    @TempDir Path folder;
    private final Collected store = new Collected();

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private List<ImportedFile> read(Path... paths) {
        return new FileImport(ImportSettings.NONE, store).read(List.of(paths), Progress.NONE);
    }

    private static String row(String id) {
        return id + ",2026-10-05T10:00:00Z,1.50\n";
    }

    private List<String> problems(List<ImportedFile> files) {
        return files.stream()
                .map(ImportedFile::problem)
                .map(problem -> problem == null ? "" : problem.key())
                .toList();
    }

    @Test
    void aFolderIsReadByNameAndAProblemWithOneFileStopsNoOther() throws IOException {
        file("a.csv", HEADER + row("C1"));
        file("b.csv", "Something else,entirely\n1,2\n");
        file("c.xlsx", HEADER + row("C3"));
        file("d.pdf", "%PDF-1.7");
        file("e.md", "Just a text.");
        file("f.json", "[]");
        file(".hidden", "x");
        file("~$open.xlsx", "x");
        Files.createDirectory(folder.resolve("sub"));
        var files = read(folder);
        assertEquals(
                List.of("a.csv", "b.csv", "c.xlsx", "d.pdf", "e.md", "f.json"),
                files.stream().map(file -> Objects.toString(file.file().getFileName())).toList());
        assertEquals(
                List.of("", "columnsMissing", "notAWorkbook", "formatUnknown", "formatUnknown", ""),
                problems(files));
        assertEquals(
                List.of("report-csv", "report-csv", "", "", "", "ocpi-cdr-json"),
                files.stream().map(ImportedFile::format).toList());
        assertEquals(List.of("C1"), store.ids());
    }

    @Test
    void aFileThatIsNotThereIsToldSo() {
        assertEquals(List.of("fileMissing"), problems(read(folder.resolve("none.csv"))));
    }

    @Test
    void anEmptyFileIsNoReport() throws IOException {
        assertEquals(List.of("formatUnknown"), problems(read(file("empty.csv", ""))));
    }

    @Test
    void theContentDecidesWhateverTheName() throws IOException {
        var table = file("table.dat", HEADER + row("C1"));
        var json = file("json.csv", "[]");
        assertEquals(
                List.of("report-csv", "ocpi-cdr-json"),
                read(table, json).stream().map(ImportedFile::format).toList());
    }

    @Test
    void theOrderOfFilesDoesNotMatter() throws IOException {
        var one = file("1.csv", HEADER + row("C1") + row("C2"));
        var two = file("2.csv", "Price;Starttid;CDR ID\n1,5;2026-10-05 10:00:00Z;C3\n");
        read(one, two);
        var forward = new HashSet<>(store.all());
        store.sessions.clear();
        read(two, one);
        assertEquals(forward, new HashSet<>(store.all()));
        assertEquals(3, forward.size());
    }

    @Test
    void theSettingsFillInWhatTheFileDoesNotSay() throws IOException {
        var file = file("a.csv", "CDR ID,Start time\nC1,2026-07-01 10:00:00\n");
        var settings =
                new ImportSettings(Network.HUBJECT, "Nordic Charge", ZoneId.of("Asia/Tokyo"));
        new FileImport(settings, store).read(List.of(file), Progress.NONE);
        assertEquals(Network.HUBJECT, store.only().network());
        assertEquals("Nordic Charge", store.only().organisation());
        assertEquals(Instant.parse("2026-07-01T01:00:00Z"), store.only().start().at());
    }

    @Test
    void withoutAnyZoneLocalTimesAreReadInTheUsualOne() throws IOException {
        read(file("a.csv", "CDR ID,Start time\nC1,2026-07-01 10:00:00\n"));
        assertEquals(Instant.parse("2026-07-01T08:00:00Z"), store.only().start().at());
    }

    @Test
    void aProblemOfTheStoreIsTheFilesProblem() throws IOException {
        var busy = new Problem.StoreBusy(folder.resolve("store"));
        var files =
                new FileImport(
                                ImportSettings.NONE,
                                _ -> {
                                    throw new ProblemException(busy);
                                })
                        .read(List.of(file("a.csv", HEADER + row("C1"))), Progress.NONE);
        assertEquals(busy, files.getFirst().problem());
    }

    @Test
    void progressGrowsFromNothingToAllBytesOfAllFiles() throws IOException {
        var rows = IntStream.range(0, 20_000).mapToObj(i -> row("C" + i));
        var one = file("1.csv", HEADER + rows.collect(Collectors.joining()));
        var two = file("2.csv", HEADER + row("D1"));
        var seen = new ArrayList<Long>();
        new FileImport(ImportSettings.NONE, store)
                .read(List.of(one, two), (done, total) -> seen.add(done * 1000 / total));
        assertEquals(seen.stream().sorted().toList(), seen);
        assertEquals(0L, seen.getFirst());
        assertEquals(1000L, seen.getLast());
        assertTrue(seen.stream().distinct().count() > 20, seen.toString());
    }

    @Test
    void anInterruptionCancelsAndKeepsWhatWasHandedOn() throws IOException {
        var rows = IntStream.range(0, 20_000).mapToObj(i -> row("C" + i));
        var file = file("1.csv", HEADER + rows.collect(Collectors.joining()));
        try {
            var thrown =
                    assertThrows(
                            ProblemException.class,
                            () ->
                                    new FileImport(
                                                    ImportSettings.NONE,
                                                    delivery -> {
                                                        Thread.currentThread().interrupt();
                                                        return store.merge(delivery);
                                                    })
                                            .read(List.of(file), Progress.NONE));
            assertInstanceOf(Problem.Cancelled.class, thrown.problem());
            assertEquals(1_000, store.sessions.size());
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
