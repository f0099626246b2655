package org.roamledger.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Network;
import org.roamledger.session.Reject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class CdrImportTest {

    @TempDir Path folder;
    private final Collected store = new Collected();

    private ImportedFile read(String content) throws IOException {
        return read(ImportSettings.NONE, content);
    }

    private ImportedFile read(ImportSettings settings, String content) throws IOException {
        var file = Files.writeString(folder.resolve("cdrs.json"), content);
        return new FileImport(settings, store).read(List.of(file), Progress.NONE).getFirst();
    }

    private static String cdr(String id) {
        return """
        {"country_code": "NL", "party_id": "TNM", "id": "%s", "note": "Å \\u00e5 {[\\"]}",\
         "start_date_time": "2026-10-05T08:00:00Z", "end_date_time": "2026-10-05T09:00:00Z",\
         "currency": "EUR", "total_energy": 12.345, "total_cost": {"excl_vat": 10.00, "incl_vat": 12.10}}\
        """
                .formatted(id);
    }

    private static String cdrs(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> cdr("C" + i))
                .collect(Collectors.joining(",\n  "));
    }

    @Test
    void anArrayIsRead() throws IOException {
        var file = read("[\n  " + cdrs(3) + "\n]\n");
        assertEquals(
                new ImportedFile(
                        folder.resolve("cdrs.json"),
                        true,
                        "ocpi-cdr-json",
                        3,
                        new MergeCounts(3, 0, 0, 0),
                        null,
                        List.of()),
                file);
        assertEquals(List.of("C0", "C1", "C2"), store.ids());
    }

    @Test
    void theRawMessageIsTheRecordExactlyAsItStoodInTheFile() throws IOException {
        read("\ufeff[" + cdrs(400) + "]");
        assertEquals(
                IntStream.range(0, 400).mapToObj(i -> cdr("C" + i)).toList(),
                store.sessions.values().stream().map(s -> s.raw().text()).toList());
    }

    @Test
    void anAnswerOfABackOfficeIsRead() throws IOException {
        read(
                """
                {"status_code": 1000, "extra": {"data": [1]}, "data": [%s], "timestamp": "x"}\
                """
                        .formatted(cdrs(2)));
        assertEquals(List.of("C0", "C1"), store.ids());
    }

    @Test
    void anAnswerWithOneRecordIsRead() throws IOException {
        read("{\"data\": " + cdr("C1") + ", \"status_code\": 1000}");
        assertEquals(List.of("C1"), store.ids());
        assertEquals(cdr("C1"), store.sessions.values().iterator().next().raw().text());
    }

    @Test
    void aSingleRecordIsRead() throws IOException {
        read(cdr("C1"));
        assertEquals(cdr("C1"), store.sessions.values().iterator().next().raw().text());
    }

    @Test
    void aBrokenLineCostsNoOtherOne() throws IOException {
        var file = read(cdr("C1") + "\n{\"id\": \"C2\", oops}\n\n" + cdr("C3") + "\n");
        assertEquals(new MergeCounts(2, 0, 0, 1), file.counts());
        assertEquals(3, file.rows());
        assertEquals(List.of("C1", "C3"), store.ids());
        assertEquals("line 2", store.rejects.getFirst().where().text());
        assertEquals("{\"id\": \"C2\", oops}", store.rejects.getFirst().raw());
    }

    @Test
    void aBrokenFirstLineCostsNoOtherOne() throws IOException {
        read("{\"id\": \"C1\", oops}\n" + cdr("C2") + "\n" + cdr("C3"));
        assertEquals(List.of("C2", "C3"), store.ids());
        assertEquals("line 1", store.rejects.getFirst().where().text());
    }

    @Test
    void aBadRecordIsRejectedWithItsPlaceAndTheOthersAreKept() throws IOException {
        var file = read("[" + cdr("C1") + ", 7, {\"id\": \"C2\"}, \"x\", null, " + cdr("C3") + "]");
        assertEquals(new MergeCounts(2, 0, 0, 4), file.counts());
        assertEquals(true, file.ok());
        assertEquals(
                List.of(
                        "cdrs[1] NOT_AN_OBJECT 7",
                        "cdrs[2] MISSING_VALUE {\"id\": \"C2\"}",
                        "cdrs[3] NOT_AN_OBJECT \"x\"",
                        "cdrs[4] NOT_AN_OBJECT null"),
                store.rejects.stream().map(CdrImportTest::told).toList());
    }

    private static String told(Reject reject) {
        return reject.where().text() + " " + reject.reason() + " " + reject.raw();
    }

    @Test
    void aTruncatedArrayKeepsItsGoodRecordsAndSaysThatItWasCutOff() throws IOException {
        var whole = "[" + cdrs(1_500) + "]";
        var file = read(whole.substring(0, whole.length() - 40));
        assertEquals(new Problem.FileCutOff(folder.resolve("cdrs.json"), 1_499), file.problem());
        assertEquals(new MergeCounts(1_499, 0, 0, 0), file.counts());
        assertEquals(false, file.ok());
    }

    @Test
    void anArrayWithoutItsEndIsCutOff() throws IOException {
        var file = read("[" + cdrs(2));
        assertEquals(new Problem.FileCutOff(folder.resolve("cdrs.json"), 2), file.problem());
    }

    @Test
    void aTruncatedLastLineIsCutOff() throws IOException {
        var file = read(cdr("C1") + "\n" + cdr("C2").substring(0, 60));
        assertEquals(new Problem.FileCutOff(folder.resolve("cdrs.json"), 1), file.problem());
        assertEquals(List.of("C1"), store.ids());
    }

    @Test
    void whatIsBrokenInTheMiddleIsToldWithItsPlace() throws IOException {
        var file = read("[" + cdr("C1") + ",\n{\"id\" 1}]");
        var problem = assertInstanceOf(Problem.FileUnreadable.class, file.problem());
        assertEquals(true, problem.detail().contains("line 2"), problem.detail());
        assertEquals(List.of("C1"), store.ids());
    }

    @Test
    void networkAndOrganisationOfTheImportAreApplied() throws IOException {
        read(new ImportSettings(Network.GIREVE, "Nordic Charge", null), "[" + cdr("C1") + "]");
        assertEquals(Network.GIREVE, store.only().network());
        assertEquals("Nordic Charge", store.only().organisation());
    }

    @Test
    void aFileInAnotherEncodingThanJsonHasIsToldSo() throws IOException {
        var file = folder.resolve("cdrs.json");
        Files.write(file, ("\ufeff[" + cdr("C1") + "]").getBytes(UTF_16LE));
        var read = new FileImport(ImportSettings.NONE, store).read(List.of(file), Progress.NONE);
        assertInstanceOf(Problem.FileUnreadable.class, read.getFirst().problem());
    }
}
