package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.sample.BackOfficeFigures;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// The main job, end to end: sync from the sample back office, export, read back by readers that
/// are not ours, compare with the back office's own database.
@Tag("slow")
class MainJobTest {

    private static final int SESSIONS = 100_000;

    @TempDir Path folder;

    /// What a reader found in an exported file.
    private static final class Found {
        private final TreeSet<String> ids = new TreeSet<>();
        private final Map<String, Sums> byCurrency = new TreeMap<>();
        private long rows;

        void add(String id, String currency, String energy, String price, String vat) {
            rows++;
            ids.add(id);
            var sums = byCurrency.computeIfAbsent(currency, _ -> new Sums());
            sums.rows++;
            sums.wattHours += energy.isEmpty() ? 0 : Long.parseLong(energy);
            sums.gross = sums.gross.add(price.isEmpty() ? BigDecimal.ZERO : new BigDecimal(price));
            sums.vat = sums.vat.add(vat.isEmpty() ? BigDecimal.ZERO : new BigDecimal(vat));
            sums.withoutPrice += price.isEmpty() ? 1 : 0;
        }
    }

    private static final class Sums {
        private long rows;
        private long wattHours;
        private BigDecimal gross = BigDecimal.ZERO;
        private BigDecimal vat = BigDecimal.ZERO;
        private long withoutPrice;
    }

    @Test
    void whatIsExportedIsWhatTheBackOfficeHolds() throws Exception {
        var cli = new Cli(folder);
        var size = new SampleSize(7, SESSIONS, LocalDate.parse("2026-11-01"));
        try (var backOffice = SampleBackOffice.start(0, size, Progress.NONE)) {
            var token = Objects.requireNonNull(backOffice.tokens().get("finance"));
            assertThat(cli.addSource("demo", backOffice.versionsUrl().toString(), token).exit())
                    .isZero();
            var sync = cli.run("sync");
            assertThat(sync.exit()).as(sync.words()).isZero();
            assertThat(sync.json().at("/sources/0/new").asInt()).isEqualTo(SESSIONS);

            var csv = folder.resolve("all.csv");
            var xlsx = folder.resolve("all.xlsx");
            for (var file : new Path[] {csv, xlsx}) {
                var export =
                        cli.run(
                                "export",
                                "--from",
                                "2025-01-01",
                                "--to",
                                "2027-01-01",
                                "--out",
                                file.toString());
                assertThat(export.exit()).as(export.words()).isZero();
                assertThat(export.json().at("/rows").asInt()).isEqualTo(SESSIONS);
            }
            assertSame(readCsv(csv), backOffice);
            assertSame(readXlsx(xlsx), backOffice);

            var again = cli.run("sync");
            assertThat(again.json().at("/sources/0/new").asInt()).isZero();
            assertThat(again.json().at("/sources/0/changed").asInt()).isZero();

            var imported = cli.run("import", csv.toString());
            assertThat(imported.exit()).as(imported.words()).isZero();
            assertThat(imported.json().at("/files/0/new").asInt())
                    .as("a session that was synced and is imported again is still one session")
                    .isZero();
        }
    }

    private static void assertSame(Found found, SampleBackOffice backOffice) {
        var figures = backOffice.figures();
        assertThat(found.rows).isEqualTo(figures.records());
        var ids = new TreeSet<String>();
        backOffice.eachId(ids::add);
        assertThat(found.ids).isEqualTo(ids);
        assertThat(found.byCurrency.keySet()).isEqualTo(figures.byCurrency().keySet());
        found.byCurrency.forEach(
                (currency, sums) -> {
                    BackOfficeFigures.Sums expected =
                            Objects.requireNonNull(figures.byCurrency().get(currency));
                    assertThat(sums.rows).isEqualTo(expected.records());
                    assertThat(sums.wattHours).isEqualTo(expected.wattHours());
                    assertThat(sums.gross).isEqualByComparingTo(expected.gross());
                    assertThat(sums.vat).isEqualByComparingTo(expected.vat());
                    assertThat(sums.withoutPrice).isEqualTo(expected.withoutPrice());
                });
    }

    private static Found readCsv(Path file) throws Exception {
        var found = new Found();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : rows) {
                found.add(
                        // Ids that a spreadsheet would run as a formula are marked with an
                        // apostrophe.
                        row.getField("CDR ID").replaceFirst("^'(?=[=+@-])", ""),
                        row.getField("Currency"),
                        row.getField("Energy (Wh)"),
                        row.getField("Price"),
                        row.getField("VAT amount"));
            }
        }
        return found;
    }

    private static Found readXlsx(Path file) throws Exception {
        var found = new Found();
        try (var workbook = new ReadableWorkbook(Files.newInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            var columns = new HashMap<String, Integer>();
            rows.forEach(
                    row -> {
                        if (row.getRowNum() == 1) {
                            row.forEach(cell -> columns.put(cell.getText(), cell.getColumnIndex()));
                            return;
                        }
                        var values = new ArrayList<String>();
                        for (var name :
                                new String[] {
                                    "CDR ID", "Currency", "Energy (Wh)", "Price", "VAT amount"
                                }) {
                            var cell =
                                    row.getOptionalCell(Objects.requireNonNull(columns.get(name)));
                            values.add(cell.map(known -> known.getRawValue()).orElse(""));
                        }
                        found.add(
                                row.getCellText(Objects.requireNonNull(columns.get("CDR ID"))),
                                row.getCellText(Objects.requireNonNull(columns.get("Currency"))),
                                values.get(2),
                                values.get(3),
                                values.get(4));
                    });
        }
        return found;
    }
}
