package org.roamledger.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.mutation.Mutation;
import org.roamledger.mutation.Seeds;
import org.roamledger.problem.Progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/// Imports of files that are spoiled: by flipped bits, cuts, wrong types, deep nesting, huge
/// numbers, doubled names and bytes that are no text.
@Tag("slow")
class MutatedFilesTest {

    /// What the import of a file that is there may end with.
    private static final Set<String> PROBLEMS =
            Set.of(
                    "formatUnknown",
                    "notAWorkbook",
                    "columnsMissing",
                    "fileCutOff",
                    "fileUnreadable");

    private static final int CASES = 4_000;
    private static final int RECORDS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String HEADER =
            "CDR ID,Network,Station ID,EVSE-ID,Start time,Stop time,Energy (Wh),Price,Currency,VAT"
                    + " rate,Provider ID,Transaction ID";

    @TempDir Path folder;
    private final Map<String, Integer> endings = new TreeMap<>();

    @Test
    void everyImportEndsWithWhatWasWholeOrWithANamedProblem() throws IOException {
        var files = List.copyOf(files().entrySet());
        for (var seed : Seeds.upTo(CASES).toArray()) {
            var random = Seeds.random(seed);
            var file = files.get(random.nextInt(files.size()));
            read(file.getKey(), spoiled(file.getKey(), file.getValue(), random), seed);
        }
        var problems = new TreeMap<>(endings);
        problems.remove("ok");
        assertThat(PROBLEMS).hasSizeLessThanOrEqualTo(12).containsAll(problems.keySet());
    }

    private static byte[] spoiled(String name, byte[] content, Random random) {
        return name.endsWith(".xlsx")
                ? Mutation.ofZip(content, random)
                : Mutation.ofText(content, random);
    }

    private void read(String name, byte[] content, long seed) throws IOException {
        var path = Files.write(folder.resolve(name), content);
        var sink = new Collected();
        ImportedFile outcome;
        try {
            outcome =
                    assertTimeoutPreemptively(
                            LIMIT,
                            () ->
                                    new FileImport(ImportSettings.NONE, sink)
                                            .read(List.of(path), Progress.NONE)
                                            .getFirst());
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed + ", " + name, e);
        }
        var ending = outcome.problem() == null ? "ok" : outcome.problem().key();
        endings.merge(ending, 1, Integer::sum);
        if (outcome.problem() != null) {
            assertThat(ending).as("seed %d, %s", seed, name).isIn(PROBLEMS);
        }
        assertThat(sink.sizes.stream().mapToInt(Integer::intValue).sum())
                .as("every record is accounted for, seed %d, %s", seed, name)
                .isEqualTo(Math.toIntExact(outcome.rows()));
    }

    private static Map<String, byte[]> files() throws IOException {
        return Map.of(
                "array.json", cdrs(",", "[", "]"),
                "answer.json", cdrs(",", "{\"status_code\":1000,\"data\":[", "]}"),
                "lines.jsonl", cdrs("\n", "", "\n"),
                "report.csv", csv(),
                "report.xlsx", xlsx());
    }

    private static byte[] cdrs(String separator, String begin, String end) {
        BinaryOperator<String> joined = (one, other) -> one + separator + other;
        return (begin
                        + IntStream.range(0, RECORDS)
                                .mapToObj(MutatedFilesTest::cdr)
                                .reduce(joined)
                                .orElseThrow()
                        + end)
                .getBytes(UTF_8);
    }

    private static String cdr(int number) {
        return """
        {"country_code":"SE","party_id":"ABC","id":"c%d","start_date_time":"2026-10-01T10:00:00Z",\
        "end_date_time":"2026-10-01T10:30:00Z","session_id":"s%d","cdr_token":{"country_code":"DE",\
        "party_id":"8EO","uid":"04A2","type":"RFID","contract_id":"DE-8EO-C1"},"auth_method":\
        "WHITELIST","cdr_location":{"id":"l1","name":"Hötorget","evse_uid":"u1","evse_id":\
        "SE*ABC*E1","connector_id":"1","connector_power_type":"AC_3_PHASE"},"currency":"SEK",\
        "tariffs":[{"id":"t1","elements":[{"price_components":[{"type":"ENERGY","price":4.0,"vat":\
        25.0,"step_size":1}]}]}],"total_cost":{"excl_vat":80.00,"incl_vat":100.00},"total_energy":\
        10.5,"total_time":0.5,"credit":false,"last_updated":"2026-10-01T10:30:00Z"}\
        """
                .formatted(number, number);
    }

    private static List<String> row(int number) {
        return List.of(
                "c" + number,
                "Hubject",
                "u1",
                "SE*ABC*E1",
                "2026-10-01T10:00:00Z",
                "2026-10-01T10:30:00Z",
                "10500",
                "100.00",
                "SEK",
                "25",
                "DE-8EO",
                "s" + number);
    }

    private static byte[] csv() {
        var text = new StringBuilder(HEADER);
        for (var number = 0; number < RECORDS; number++) {
            text.append('\n').append(String.join(",", row(number)));
        }
        return text.append('\n').toString().getBytes(UTF_8);
    }

    private static byte[] xlsx() throws IOException {
        try (var workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("Sessions");
            for (var number = -1; number < RECORDS; number++) {
                var cells = number < 0 ? List.of(HEADER.split(",")) : row(number);
                var line = sheet.createRow(number + 1);
                for (var i = 0; i < cells.size(); i++) {
                    if (cells.get(i).matches("[0-9.]+")) {
                        line.createCell(i).setCellValue(Double.parseDouble(cells.get(i)));
                    } else {
                        line.createCell(i).setCellValue(cells.get(i));
                    }
                }
            }
            var out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        }
    }
}
