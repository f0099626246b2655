package org.roamledger.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Network;
import org.roamledger.session.RawMessage.Form;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class ArchiveImportTest {

    private static final String OCPI =
            """
            {"country_code": "NL", "party_id": "TNM", "id": "C1", "start_date_time": "2026-10-05T08:00:00Z",
             "currency": "EUR", "total_energy": 1, "total_cost": {"excl_vat": 1}}\
            """;

    @TempDir Path folder;
    private final Collected store = new Collected();

    private static String oicp(String id) {
        return """
        {"SessionID": "%s", "EvseID": "DE*ABC*E1", "Identification": {"RFIDIdentification": {"UID": "1"}},
         "SessionStart": "2026-10-05T10:00:00+02:00", "SessionEnd": "2026-10-05T11:00:00+02:00"}\
        """
                .formatted(id);
    }

    private static String emip(String id, int nature) {
        return """
        <e:eMIP_ToIOP_SetChargeDetailRecordRequest><operatorId>FR*798</operatorId><chargeDetailRecord>
        <CDRNature>%d</CDRNature><serviceSessionId>%s</serviceSessionId>
        <startTime>2026-10-05T08:00:00Z</startTime><endTime>2026-10-05T09:00:00Z</endTime>
        </chargeDetailRecord></e:eMIP_ToIOP_SetChargeDetailRecordRequest>
        """
                .formatted(nature, id);
    }

    private List<ImportedFile> read(Path... paths) {
        return new FileImport(ImportSettings.NONE, store).read(List.of(paths), Progress.NONE);
    }

    private Path file(String name, String content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(folder.resolve(name).getParent()));
        return Files.writeString(folder.resolve(name), content);
    }

    /// As `name, content, …`.
    private Path zip(String name, Object... entries) throws IOException {
        return zip(name, UTF_8, entries);
    }

    private Path zip(String name, Charset names, Object... entries) throws IOException {
        var file = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(file), names)) {
            for (var i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) entries[i]));
                zip.write(
                        entries[i + 1] instanceof byte[] bytes
                                ? bytes
                                : ((String) entries[i + 1]).getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static List<String> names(List<ImportedFile> files) {
        return files.stream().map(file -> Objects.toString(file.file().getFileName())).toList();
    }

    private static List<String> formats(List<ImportedFile> files) {
        return files.stream().map(ImportedFile::format).toList();
    }

    @Test
    void aPageOfHubjectIsRead() throws IOException {
        var page =
                file(
                        "page.json",
                        "{\"content\": [" + oicp("A") + ", " + oicp("B") + "], \"last\": true}");
        assertEquals(
                new ImportedFile(
                        page,
                        true,
                        "oicp-cdr-json",
                        2,
                        new MergeCounts(2, 0, 0, 0),
                        null,
                        List.of()),
                read(page).getFirst());
        assertEquals(List.of("A", "B"), store.ids());
    }

    @Test
    void theListOfOicp22AndASingleRecordAndLinesAreRead() throws IOException {
        read(
                file("1.json", "{\"eroamingChargeDetailRecords\": [" + oicp("A") + "]}"),
                file("2.json", oicp("B")),
                file(
                        "3.json",
                        oicp("C").replace("\n", "") + "\n" + oicp("D").replace("\n", "") + "\n"));
        assertEquals(List.of("A", "B", "C", "D"), store.ids());
        assertEquals(oicp("B"), raw("B"));
    }

    private String raw(String id) {
        return store.sessions.values().stream()
                .filter(sent -> sent.session().cdrId().equals(id))
                .findFirst()
                .orElseThrow()
                .raw()
                .text();
    }

    @Test
    void eachRecordOfAMixedFileIsReadAsWhatItIs() throws IOException {
        var files = read(file("mixed.json", "[" + OCPI + "," + oicp("A") + ", 7]"));
        assertEquals(List.of("ocpi-cdr-json, oicp-cdr-json"), formats(files));
        assertEquals(
                List.of(Form.OCPI_CDR, Form.OICP_CDR),
                store.sessions.values().stream().map(sent -> sent.raw().form()).toList());
        assertEquals(1, store.rejects.size());
    }

    @Test
    void theNetworkOfAnOicpRecordIsHubjectWhateverTheImportSays() throws IOException {
        var settings = new ImportSettings(Network.GIREVE, "City Parking", null);
        new FileImport(settings, store).read(List.of(file("1.json", oicp("A"))), Progress.NONE);
        assertEquals(Network.HUBJECT, store.only().network());
        assertEquals("City Parking", store.only().organisation());
    }

    @Test
    void messagesOfEmipAreReadAndThoseWithoutARecordPassedOver() throws IOException {
        var files =
                read(
                        file("1.xml", emip("G1", 1)),
                        file("2.xml", emip("G2", 2)),
                        file("3.xml", "<e:eMIP_ToIOP_HeartbeatRequest/>"));
        assertEquals(List.of("emip-cdr-xml", "emip-cdr-xml", "emip-cdr-xml"), formats(files));
        assertEquals(List.of(true, true, true), files.stream().map(ImportedFile::ok).toList());
        assertEquals(List.of("G1"), store.ids());
        assertEquals("G2", store.rejects.getFirst().id());
    }

    @Test
    void xmlThatIsNotOfEmipIsNotKnownAndThatWithADefinitionIsRefused() throws IOException {
        var files =
                read(
                        file("1.xml", "<html><body/></html>"),
                        file("2.xml", "<html><p>"),
                        file("3.xml", "<!DOCTYPE html><html/>"),
                        file("4.xml", "<!DOCTYPE x SYSTEM 'y'>" + emip("G1", 1)),
                        file("5.xml", emip("G1", 1).substring(0, 200)));
        assertEquals(
                List.of(
                        "formatUnknown",
                        "formatUnknown",
                        "formatUnknown",
                        "fileUnreadable",
                        "fileUnreadable"),
                files.stream().map(ArchiveImportTest::problem).toList());
        var refused = assertInstanceOf(Problem.FileUnreadable.class, files.get(3).problem());
        assertTrue(refused.detail().contains("DOCTYPE"), refused.detail());
        assertEquals(List.of(), store.ids());
    }

    private static String problem(ImportedFile file) {
        return Objects.requireNonNull(file.problem()).key();
    }

    @Test
    void anArchiveIsReadFileByFile() throws IOException {
        var archive =
                zip(
                        "a.zip",
                        "2026/10/b.json",
                        oicp("A"),
                        "2026/a.xml",
                        emip("G1", 1),
                        "c.json",
                        "[" + OCPI + "]",
                        "__MACOSX/._c.json",
                        "x",
                        ".hidden/d.json",
                        "x",
                        "broken.json",
                        "[{");
        var files = read(archive);
        assertEquals(
                List.of(
                        "a.zip!2026/10/b.json",
                        "a.zip!2026/a.xml",
                        "a.zip!broken.json",
                        "a.zip!c.json"),
                files.stream()
                        .map(file -> folder.relativize(file.file()).toString().replace('\\', '/'))
                        .toList());
        assertEquals(
                List.of("oicp-cdr-json", "emip-cdr-xml", "ocpi-cdr-json", "ocpi-cdr-json"),
                formats(files));
        assertEquals(new Problem.FileCutOff(files.get(2).file(), 0), files.get(2).problem());
        assertEquals(List.of("A", "G1", "C1"), store.ids());
    }

    @Test
    void foldersAreReadWithThoseBelowThem() throws IOException {
        file("in/b/2.json", oicp("B"));
        file("in/a.json", oicp("A"));
        file("in/.git/3.json", oicp("C"));
        zip("in/b/z.zip", "4.json", oicp("D"));
        assertEquals(
                List.of("a.json", "2.json", "z.zip!4.json"), names(read(folder.resolve("in"))));
        assertEquals(List.of("A", "B", "D"), store.ids());
    }

    @Test
    void namesInAnArchiveAreOnlyLabels() throws IOException {
        var archive =
                zip(
                        "a.zip",
                        "../../evil.json",
                        oicp("A"),
                        "/etc/x.json",
                        oicp("B"),
                        "c:\\d?.json",
                        oicp("C"));
        var files = read(archive);
        assertEquals(
                List.of("a.zip!_/_/evil.json", "a.zip!/etc/x.json", "a.zip!c__d_.json"),
                files.stream()
                        .map(file -> folder.relativize(file.file()).toString().replace('\\', '/'))
                        .toList());
        assertEquals(List.of("A", "B", "C"), store.ids());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(archive), left.toList());
        }
    }

    @Test
    void namesInOtherEncodingsAreRead() throws IOException {
        read(zip("a.zip", Charset.forName("IBM437"), "Lösung.json", oicp("A")));
        assertEquals(List.of("A"), store.ids());
    }

    @Test
    void whatHasToBeUnpackedFirstIsToldSo() throws IOException {
        var inner = Files.readAllBytes(zip("inner.zip", "a.json", oicp("A")));
        var files = read(zip("a.zip", "1.zip", inner, "2.csv", "CDR ID,Start time\n"));
        assertEquals(
                List.of("fileUnreadable", "fileUnreadable"),
                files.stream().map(ArchiveImportTest::problem).toList());
        assertEquals(List.of(), store.ids());
    }

    @Test
    void anArchiveThatGrowsBeyondMeasureIsStopped() throws IOException {
        var bomb = new byte[80 << 20];
        Arrays.fill(bomb, (byte) ' ');
        bomb[0] = '[';
        var files = read(zip("a.zip", "1.json", bomb, "2.json", oicp("A")));
        var stopped = assertInstanceOf(Problem.FileUnreadable.class, files.getFirst().problem());
        assertTrue(stopped.detail().contains("grows"), stopped.detail());
        assertEquals(List.of(), store.ids());
    }

    @Test
    void anArchiveThatWasCutOffIsToldSo() throws IOException {
        var whole = Files.readAllBytes(zip("a.zip", "1.json", oicp("A")));
        var cut = folder.resolve("b.zip");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 30));
        assertEquals("fileCutOff", problem(read(cut).getFirst()));
    }

    @Test
    void anEmptyArchiveIsNoFileOfRecords() throws IOException {
        assertEquals("formatUnknown", problem(read(zip("a.zip")).getFirst()));
        assertEquals("formatUnknown", problem(read(zip("b.zip", ".hidden", "x")).getFirst()));
    }

    @Test
    void progressNeverRunsBackwardsNorBeyondTheEnd() throws IOException {
        var archive = zip("a.zip", "1.json", oicp("A"), "2.json", oicp("B"));
        var last = new long[1];
        new FileImport(ImportSettings.NONE, store)
                .read(
                        List.of(archive, file("3.json", oicp("C"))),
                        (done, total) -> {
                            assertTrue(done >= last[0] && done <= total, done + " of " + total);
                            last[0] = done;
                        });
    }
}
