package org.roamledger.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.document.SettlementOracle.Session;
import org.roamledger.document.SettlementOracle.Sums;
import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.export.SettlementExport;
import org.roamledger.problem.Progress;
import org.roamledger.report.Column;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementLine;
import org.roamledger.report.SettlementWords;
import org.roamledger.report.SortOrder;
import org.roamledger.report.Totals;
import org.roamledger.session.Delivery;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Random filters over a store: footer, groups, files, paper and the slow way all say the same, in
/// every currency, to the last digit.
class SettlementOracleTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Instant NOW = Instant.parse("2026-11-02T08:15:00Z");
    private static final Clock AFTERWARDS =
            Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
    private static final int FILTERS = Boolean.getBoolean("roamledger.nightly") ? 1_000 : 20;
    private static final int SESSIONS = 500;
    private static final int FILTERS_FOR_EACH_WORKBOOK = 10;

    @Test
    void footerGroupsFilesAndPaperAreTheSums(@TempDir Path folder) throws IOException {
        var random = new Random(20_261_031);
        var sessions = SettlementOracle.sessions(random, SESSIONS);
        try (var store = SessionStore.open(folder.resolve("store"), AFTERWARDS)) {
            store.addSource(
                    new Source("demo", URI.create("https://demo/versions"), null, null, null));
            store.merge(
                    "demo",
                    new Delivery(
                            sessions.stream().map(SettlementOracle::delivered).toList(), List.of()),
                    null);
            for (var round = 0; round < FILTERS; round++) {
                var from = LocalDate.of(2026, 9, 20).plusDays(random.nextInt(30));
                var to = from.plusDays(random.nextInt(1, 45));
                var report =
                        store.load(
                                new ReportParameters(Set.of(), false, from, to, ZONE),
                                Progress.NONE);
                var filter = SettlementOracle.filter(random);
                var loaded =
                        sessions.stream()
                                .filter(session -> SettlementOracle.isIn(session, from, to, ZONE))
                                .toList();
                var wanted =
                        loaded.stream()
                                .filter(session -> SettlementOracle.meets(session, filter))
                                .toList();
                var view = ReportView.of(report, filter, SortOrder.STANDARD);
                var found = SettlementOracle.withFindings(loaded);
                if (random.nextBoolean()) {
                    var findings = SettlementOracle.counted(wanted, found);
                    check(round, view, wanted, findings, random, folder);
                } else {
                    checkSelection(round, view, wanted, found, random, folder);
                }
            }
        }
    }

    /// Some of the rows, as a person selects them.
    private void checkSelection(
            int round,
            ReportView view,
            List<Session> wanted,
            Set<String> found,
            Random random,
            Path folder)
            throws IOException {
        var places = new BitSet();
        for (var place = 0; place < view.size(); place++) {
            places.set(place, random.nextInt(3) == 0);
        }
        var chosen = view.chosen(places);
        var ids = (Column.Ids) chosen.report().column(ReportColumn.CDR_ID);
        var chosenIds = Arrays.stream(chosen.rows()).mapToObj(ids::text).toList();
        var chosenOnes = wanted.stream().filter(of -> chosenIds.contains(of.id())).toList();
        assertThat(chosenOnes).hasSize(chosen.size());
        var findings = SettlementOracle.counted(chosenOnes, found);
        check(round, chosen, chosenOnes, findings, random, folder);
    }

    private void check(
            int round,
            ReportView view,
            List<Session> wanted,
            Map<String, Long> findings,
            Random random,
            Path folder)
            throws IOException {
        var sums = SettlementOracle.sums(wanted);
        var settlement = Settlement.of(view, levels(random));
        var rules = SettlementOracle.rules(random);
        var as = "filter %d: %s of %s".formatted(round, view.filter(), view.report().parameters());
        assertThat(footer(view.totals())).as(as).isEqualTo(sums);
        assertThat(groups(settlement)).as(as).isEqualTo(sums);
        assertThat(settlement.addsUp()).as(as).isTrue();
        assertThat(findings(settlement)).as(as).isEqualTo(findings);
        var csv = csv(settlement, rules, folder);
        assertThat(lines(csv, "Group")).as(as).isEqualTo(sums);
        assertThat(lines(csv, "Total")).as(as).isEqualTo(sums);
        assertThat(findings(csv, "Group")).as(as).isEqualTo(findings);
        assertThat(findings(csv, "Total")).as(as).isEqualTo(findings);
        if (round % FILTERS_FOR_EACH_WORKBOOK == 0) {
            assertThat(xlsx(settlement, rules, folder))
                    .as(as)
                    .isEqualTo(csv(settlement, RoundingRules.NONE, folder));
        }
        var text = text(settlement, rules, random);
        assertThat(paper(text)).as(as).isEqualTo(sums);
        assertThat(findings(text)).as(as).isEqualTo(findings);
        var settled = SettlementOracle.rounded(wanted, rules);
        if (text.contains("Amounts to settle, rounded")) {
            assertThat(gross(text, "To settle, ")).as(as).isEqualTo(settled);
            assertThat(gross(csv)).as(as).isEqualTo(settled);
        } else {
            assertThat(settled).as(as).isEqualTo(SettlementOracle.gross(wanted));
            assertThat(gross(csv)).as(as).isEmpty();
        }
    }

    private static List<ReportColumn> levels(Random random) {
        var all = new ArrayList<>(Settlement.POSSIBLE);
        Collections.shuffle(all, random);
        return random.nextBoolean()
                ? Settlement.STANDARD
                : List.copyOf(all.subList(0, random.nextInt(1, 4)));
    }

    private static Map<String, Sums> footer(Totals totals) {
        var found = new TreeMap<String, Sums>();
        for (var of : totals.byCurrency()) {
            found.put(of.currency(), sums(of));
        }
        return found;
    }

    private static Sums sums(Totals.OfCurrency of) {
        return new Sums(
                of.sessions(),
                of.credits(),
                BigDecimal.valueOf(of.energyWh(), 3),
                of.net().toDecimal(),
                of.vat().toDecimal(),
                of.gross().toDecimal());
    }

    private static Map<String, Sums> groups(Settlement settlement) {
        var found = new TreeMap<String, Sums>();
        for (var line : SettlementLine.of(settlement)) {
            if (line.kind() == SettlementLine.Kind.GROUP) {
                found.merge(line.figures().currency(), sums(line.figures().sums()), Sums::plus);
            }
        }
        return found;
    }

    private static Map<String, Long> findings(Settlement settlement) {
        var found = new TreeMap<String, Long>();
        for (var line : SettlementLine.of(settlement)) {
            if (line.kind() == SettlementLine.Kind.GROUP) {
                found.merge(line.figures().currency(), line.figures().withFindings(), Long::sum);
            }
        }
        return found;
    }

    private static Map<String, Long> findings(List<List<String>> csv, String kind) {
        var titles = csv.getFirst();
        var found = new TreeMap<String, Long>();
        for (var line : csv) {
            if (line.getFirst().equals(kind)) {
                var currency = line.get(titles.indexOf("Currency"));
                found.merge(
                        currency.equals("(missing)") ? "" : currency,
                        Long.parseLong(line.get(titles.indexOf("With findings"))),
                        Long::sum);
            }
        }
        return found;
    }

    /// The last figure of the sums of all rows.
    private static Map<String, Long> findings(String text) {
        var found = new TreeMap<String, Long>();
        for (var figures : totals(text).entrySet()) {
            found.put(
                    figures.getKey(),
                    decimal(figures.getValue()[figures.getValue().length - 1], 0).longValueExact());
        }
        return found;
    }

    private static List<List<String>> csv(Settlement settlement, RoundingRules rules, Path folder)
            throws IOException {
        var target = folder.resolve("settlement.csv");
        SettlementExport.write(
                settlement,
                rules,
                SettlementWords.STANDARD,
                List.of(),
                CsvForm.STANDARD,
                target,
                ExportFormat.CSV);
        try (var reader = CsvReader.builder().ofCsvRecord(target)) {
            return reader.stream().map(CsvRecord::getFields).toList();
        }
    }

    private static List<List<String>> xlsx(Settlement settlement, RoundingRules rules, Path folder)
            throws IOException {
        var target = folder.resolve("settlement.xlsx");
        SettlementExport.write(
                settlement,
                rules,
                SettlementWords.STANDARD,
                List.of(),
                CsvForm.STANDARD,
                target,
                ExportFormat.XLSX);
        try (var workbook = new XSSFWorkbook(target.toFile())) {
            var lines = new ArrayList<List<String>>();
            var sheet = workbook.getSheet("Settlement");
            for (var row : sheet) {
                var line = new ArrayList<String>();
                for (var i = 0; i < sheet.getRow(0).getLastCellNum(); i++) {
                    line.add(text((XSSFCell) row.getCell(i)));
                }
                lines.add(line);
            }
            return lines;
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    private static String text(@Nullable XSSFCell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        return cell.getCellType() == CellType.STRING
                ? cell.getStringCellValue()
                : String.valueOf(cell.getRawValue());
    }

    private static Map<String, Sums> lines(List<List<String>> csv, String kind) {
        var titles = csv.getFirst();
        var found = new TreeMap<String, Sums>();
        for (var line : csv) {
            if (line.getFirst().equals(kind)) {
                var currency = line.get(titles.indexOf("Currency"));
                found.merge(
                        currency.equals("(missing)") ? "" : currency,
                        new Sums(
                                Long.parseLong(line.get(titles.indexOf("Sessions"))),
                                Long.parseLong(line.get(titles.indexOf("Credits"))),
                                decimal(line.get(titles.indexOf("Energy (kWh)")), 3),
                                decimal(line.get(titles.indexOf("Net")), 4),
                                decimal(line.get(titles.indexOf("VAT")), 4),
                                decimal(line.get(titles.indexOf("Gross")), 4)),
                        Sums::plus);
            }
        }
        return found;
    }

    private static BigDecimal decimal(String text, int scale) {
        var figure = text.replace(",", "");
        return figure.isEmpty() || figure.equals("–")
                ? BigDecimal.ZERO.setScale(scale)
                : new BigDecimal(figure).setScale(scale);
    }

    private static String text(Settlement settlement, RoundingRules rules, Random random)
            throws IOException {
        var pdf =
                SettlementDocument.pdf(
                        new SettlementRequest(
                                settlement,
                                List.of(),
                                DocumentTerms.NONE.with(rules),
                                new DocumentOptions(Locale.ENGLISH, random.nextInt(20) == 0),
                                null,
                                NOW));
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static Map<String, Sums> paper(String text) {
        var found = new TreeMap<String, Sums>();
        totals(text)
                .forEach(
                        (currency, figures) ->
                                found.put(
                                        currency,
                                        new Sums(
                                                decimal(figures[0], 0).longValueExact(),
                                                decimal(figures[1], 0).longValueExact(),
                                                decimal(figures[2], 3),
                                                decimal(figures[3], 4),
                                                decimal(figures[4], 4),
                                                decimal(figures[5], 4))));
        return found;
    }

    /// The figures of all rows by currency, which stand first in the document.
    private static Map<String, String[]> totals(String text) {
        var found = new TreeMap<String, String[]>();
        var begin = text.indexOf("Totals per currency");
        var end = text.indexOf("\nGroups");
        for (var line : text.substring(begin, end).lines().toList()) {
            var total = Pattern.compile("Total (not given|[A-Z]{3}) (.*)").matcher(line);
            if (total.matches()) {
                found.put(
                        total.group(1).equals("not given") ? "" : total.group(1),
                        total.group(2).split(" ", -1));
            }
        }
        return found;
    }

    /// What is settled in each currency, as CSV has it.
    private static Map<String, BigDecimal> gross(List<List<String>> csv) {
        var titles = csv.getFirst();
        var found = new TreeMap<String, BigDecimal>();
        for (var line : csv) {
            if (line.getFirst().equals("Total to settle")) {
                var currency = line.get(titles.indexOf("Currency"));
                found.put(
                        currency.equals("(missing)") ? "" : currency,
                        decimal(line.get(titles.indexOf("Gross")), 4));
            }
        }
        return found;
    }

    private static Map<String, BigDecimal> gross(String text, String label) {
        var found = new TreeMap<String, BigDecimal>();
        Pattern.compile(Pattern.quote(label) + "(not given|[A-Z]{3}) (.*)")
                .matcher(text)
                .results()
                .forEach(
                        line -> {
                            var figures = line.group(2).split(" ", -1);
                            var currency = line.group(1).equals("not given") ? "" : line.group(1);
                            found.put(currency, decimal(figures[figures.length - 1], 4));
                        });
        return found;
    }
}
