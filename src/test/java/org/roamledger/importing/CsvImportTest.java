package org.roamledger.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.session.Amount;
import org.roamledger.session.Energy;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Reject;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class CsvImportTest {

    @TempDir Path folder;
    private final Collected store = new Collected();

    private ImportedFile read(String name, byte[] content) throws IOException {
        var file = Files.write(folder.resolve(name), content);
        return new FileImport(ImportSettings.NONE, store)
                .read(List.of(file), Progress.NONE)
                .getFirst();
    }

    private ImportedFile read(String content) throws IOException {
        return read("report.csv", content.getBytes(UTF_8));
    }

    @Test
    void aCommaSeparatedFileIsRead() throws IOException {
        var file =
                read(
                        """
                        Month,Network,CDR ID,Start time,Energy (Wh),Price,Currency
                        2026-10,Hubject,000123,2026-10-05T10:00:00+02:00,12345,12.34,EUR
                        2026-10,OCPI,1E5,2026-10-06T10:00:00+02:00,1,0.01,EUR
                        """);
        assertEquals(
                new ImportedFile(
                        folder.resolve("report.csv"),
                        true,
                        "report-csv",
                        2,
                        new MergeCounts(2, 0, 0, 0),
                        null,
                        List.of()),
                file);
        assertEquals(List.of("000123", "1E5"), store.ids());
        assertEquals(new Amount(123_400), store.all().getFirst().price().gross());
    }

    @Test
    void aSemicolonSeparatedFileWithDecimalCommasIsRead() throws IOException {
        read(
                """
                CDR ID;Starttid;Energi (kWh);Pris;Station
                C1;05.10.2026 10:00;1.234,5;1,234;"Torget; norra"
                """);
        assertEquals(new Energy(1_234_500_000), store.only().energy());
        assertEquals(new Amount(12_340), store.only().price().gross());
        assertEquals("Torget; norra", store.only().chargePoint().stationName());
        assertEquals(Instant.parse("2026-10-05T08:00:00Z"), store.only().start().at());
    }

    @Test
    void aLaterValueDecidesAboutAnEarlierOne() throws IOException {
        read(
                """
                CDR ID;Start time (UTC);Price
                C1;2026-10-05 10:00:00;1.234
                C2;2026-10-05 10:00:00;2.5
                """);
        assertEquals(new Amount(12_340), store.all().getFirst().price().gross());
    }

    @Test
    void aTabSeparatedFileIsRead() throws IOException {
        read("CDR ID\tStart time\tPrice\nC1\t2026-10-05T10:00:00Z\t1.50\n");
        assertEquals(new Amount(15_000), store.only().price().gross());
    }

    enum Encoding {
        UTF_8_PLAIN("", UTF_8),
        UTF_8_MARKED("\ufeff", UTF_8),
        UTF_16_LITTLE("\ufeff", UTF_16LE),
        UTF_16_BIG("\ufeff", UTF_16BE),
        WINDOWS("", Charset.forName("windows-1252"));

        private final String mark;
        private final Charset charset;

        Encoding(String mark, Charset charset) {
            this.mark = mark;
            this.charset = charset;
        }

        byte[] encode(String text) {
            return (mark + text).getBytes(charset);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEncodingIsFoundOut(Encoding encoding) throws IOException {
        var text = "CDR ID,Start time,Station name\nC1,2026-10-05T10:00:00Z,Östra Ån – Škoda\n";
        read("report.csv", encoding.encode(text));
        assertEquals("Östra Ån – Škoda", store.only().chargePoint().stationName());
    }

    @Test
    void theEncodingIsDecidedForTheWholeFile() throws IOException {
        var rows =
                IntStream.range(0, 5_000)
                        .mapToObj(i -> "C" + i + ",2026-10-05T10:00:00Z,Ort")
                        .collect(Collectors.joining("\n"));
        var text = "CDR ID,Start time,Station name\n" + rows + "\nLAST,2026-10-05T10:00:00Z,Å\n";
        read("report.csv", text.getBytes(Charset.forName("windows-1252")));
        assertEquals("Å", store.all().getLast().chargePoint().stationName());
    }

    @Test
    void linesAboveTheHeaderArePassedOver() throws IOException {
        var file =
                read(
                        """
                        sep=;
                        Roaming sessions;October 2026

                        CDR ID;Start time
                        C1;2026-10-05T10:00:00Z

                        ;
                        """);
        assertEquals(1, file.rows());
        assertEquals(List.of("C1"), store.ids());
    }

    @Test
    void missingColumnsAreNamedBesideWhatWasFound() throws IOException {
        var file = read("Session;Begin;Price\nC1;now;1\n");
        assertEquals(
                new Problem.ColumnsMissing(
                        folder.resolve("report.csv"),
                        List.of("CDR ID", "Start time"),
                        List.of("Session", "Begin", "Price")),
                file.problem());
        assertEquals(MergeCounts.NONE, file.counts());
    }

    @Test
    void aRowWithTooFewOrTooManyValuesIsRejectedWithItsLine() throws IOException {
        var file =
                read(
                        """
                        CDR ID,Start time,Price
                        C1,2026-10-05T10:00:00Z
                        C2,2026-10-05T10:00:00Z,1,5
                        C3,2026-10-05T10:00:00Z,1.5,
                        """);
        assertEquals(new MergeCounts(1, 0, 0, 2), file.counts());
        assertEquals(3, file.rows());
        assertEquals(List.of("C3"), store.ids());
        assertEquals(
                List.of("line 2 C1", "line 3 C2"),
                store.rejects.stream().map(r -> r.where().text() + " " + r.id()).toList());
        assertEquals(Reject.Reason.WRONG_NUMBER_OF_VALUES, store.rejects.getFirst().reason());
    }

    @Test
    void lineBreaksInsideQuotesBelongToTheValue() throws IOException {
        read("CDR ID,Start time,Station name\r\nC1,2026-10-05T10:00:00Z,\"a\r\n\"\"b\"\"\"\r\n");
        assertEquals("a\r\n\"b\"", store.only().chargePoint().stationName());
    }

    @Test
    void aFileThatEndsInsideAQuoteIsCutOffAndItsGoodRowsAreKept() throws IOException {
        var file =
                read(
                        """
                        CDR ID,Start time,Station name,Price
                        C1,2026-10-05T10:00:00Z,Ort,"1,234"
                        C2,2026-10-05T10:00:00Z,Ort,2.5
                        C3,2026-10-05T10:00:00Z,"Or\
                        """);
        assertEquals(new Problem.FileCutOff(folder.resolve("report.csv"), 2), file.problem());
        assertEquals(List.of("C1", "C2"), store.ids());
    }

    @Test
    void formulasAreTexts() throws IOException {
        read("CDR ID,Start time,Station name\n'=1+1,2026-10-05T10:00:00Z,=cmd|'/C calc'!A0\n");
        assertEquals("=1+1", store.only().cdrId());
        assertEquals("=cmd|'/C calc'!A0", store.only().chargePoint().stationName());
    }

    @Test
    void sessionsAreHandedOnAThousandAtATime() throws IOException {
        var rows =
                IntStream.range(0, 2_500)
                        .mapToObj(i -> "C" + i + ",2026-10-05T10:00:00Z")
                        .collect(Collectors.joining("\n"));
        read("CDR ID,Start time\n" + rows);
        assertEquals(List.of(1_000, 1_000, 500), store.sizes);
    }
}
