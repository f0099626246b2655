package org.roamledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;

import org.apache.poi.ss.util.WorkbookUtil;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.DataAge;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementWords;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Settlements in files speak the language of the document, read back by readers that share no code
/// with the writers.
final class SettlementLanguagesTest {

    private static final RoundingRules RULES =
            RoundingRules.NONE.with(null, new Rounding(Rounding.Mode.HALF_UP, Rounding.Each.GROUP));

    @TempDir Path folder;

    private static Row row(String id, String plug) {
        return new Row(id)
                .energy(10_000)
                .price("12.345")
                .vat("2.469", "25")
                .with(ReportColumn.MONTH, "2026-10")
                .with(ReportColumn.NETWORK, "Hubject")
                .with(ReportColumn.PROVIDER_ID, "DE*8EO")
                .with(ReportColumn.CURRENCY, "EUR")
                .with(ReportColumn.PLUG_TYPE, plug);
    }

    private static Settlement settlement() {
        var report = ReportFixture.report(Exports.STOCKHOLM, row("a", "AC"), row("b", "unknown"));
        var filter = ReportFilter.NONE.with(ReportColumn.NETWORK, Set.of("Hubject"));
        return Settlement.of(
                ReportView.of(report, filter, SortOrder.STANDARD),
                List.of(ReportColumn.MONTH, ReportColumn.PLUG_TYPE));
    }

    private Path written(String name, String language) {
        return written(settlement(), name, language);
    }

    private Path written(Settlement settlement, String name, String language) {
        var file = folder.resolve(name);
        SettlementExport.write(
                settlement,
                RULES,
                new SettlementWords(Locale.forLanguageTag(language)),
                List.of(
                        new DataAge("demo", Instant.parse("2026-11-01T23:00:00Z")),
                        new DataAge("other", null)),
                CsvForm.STANDARD,
                file,
                ExportFormat.of(file));
        return file;
    }

    private static List<String> texts(Sheet sheet, int row) throws IOException {
        return sheet.read().get(row).stream().map(SettlementLanguagesTest::text).toList();
    }

    private static String text(Cell cell) {
        return cell == null || cell.getRawValue() == null ? "" : cell.getText();
    }

    private static List<List<String>> labels(Sheet sheet) throws IOException {
        return sheet.read().stream()
                .map(row -> row.stream().map(SettlementLanguagesTest::text).toList())
                .toList();
    }

    @Test
    void aSwedishWorkbookIsSwedish() throws IOException {
        try (var workbook = new ReadableWorkbook(written("sv.xlsx", "sv").toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("Avräkning", "Belopp att avräkna", "Parametrar");
            var groups = workbook.findSheet("Avräkning").orElseThrow();
            assertThat(texts(groups, 0))
                    .startsWith("Rad", "Månad", "Kontakttyp", "Valuta", "Sessioner", "Krediter")
                    .endsWith("Brutto per kWh", "Utan pris", "Utan moms", "Med anmärkning");
            assertThat(texts(groups, 1)).startsWith("Grupp", "2026-10", "AC", "EUR", "1", "0");
            assertThat(texts(groups, 2)).startsWith("Grupp", "2026-10", "okänd", "EUR");
            assertThat(texts(groups, 3)).startsWith("Summa", "", "", "EUR", "2");
            var amounts = workbook.findSheet("Belopp att avräkna").orElseThrow();
            assertThat(texts(amounts, 1))
                    .startsWith("Att avräkna", "DE*8EO", "EUR", "25", "halva uppåt, per rad", "2");
            assertThat(labels(workbook.findSheet("Parametrar").orElseThrow()))
                    .contains(
                            List.of("Rapport", "Avräkning av roamingsessioner"),
                            List.of("Organisationer", "Alla"),
                            List.of("Datum avser", "Starttid"),
                            List.of("Filter", "Nätverk är Hubject"),
                            List.of("Ordning", "Starttid, sedan CDR-ID"),
                            List.of("Grupper", "Månad, Kontakttyp"),
                            List.of("Källa", "Data per (Europe/Stockholm)"),
                            List.of("other", "aldrig läst"));
        }
    }

    @Test
    void aFinnishWorkbookIsFinnishAndItsFiguresAreNumbers() throws IOException {
        try (var workbook = new ReadableWorkbook(written("fi.xlsx", "fi").toFile())) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly("Tilitys", "Tilitettävät määrät", "Parametrit");
            var groups = workbook.findSheet("Tilitys").orElseThrow();
            assertThat(texts(groups, 0))
                    .startsWith("Rivi", "Kuukausi", "Pistoketyyppi", "Valuutta", "Lataukset");
            var total = groups.read().get(3);
            assertThat(text(total.getCell(0))).isEqualTo("Yhteensä");
            for (var column = 4; column < texts(groups, 0).size(); column++) {
                assertThat(total.getCell(column).getType()).isEqualTo(CellType.NUMBER);
            }
            assertThat(total.getCell(9).asNumber()).isEqualByComparingTo("24.69");
            var amounts = workbook.findSheet("Tilitettävät määrät").orElseThrow();
            assertThat(texts(amounts, 1)).startsWith("Tilitettävä", "DE*8EO");
            assertThat(texts(amounts, 2)).startsWith("Tilitettävä yhteensä");
            assertThat(texts(amounts, 3)).startsWith("Pyöristysero");
            assertThat(labels(workbook.findSheet("Parametrit").orElseThrow()))
                    .contains(
                            List.of("Raportti", "Roaming-lataustapahtumien tilitys"),
                            List.of("Suodatin", "Verkosto on Hubject"),
                            List.of("Lähde", "Tiedot haettu (Europe/Stockholm)"));
        }
    }

    @Test
    void aSettlementOfSelectedRowsSaysSo() throws IOException {
        var all = settlement();
        var first = new BitSet();
        first.set(0);
        var chosen = Settlement.of(all.view().chosen(first), all.levels());
        try (var workbook = new ReadableWorkbook(written(chosen, "one.xlsx", "sv").toFile())) {
            assertThat(labels(workbook.findSheet("Parametrar").orElseThrow()))
                    .contains(
                            List.of("Urval", "1 av 2 sessioner och krediter, markerade för hand"),
                            List.of("Rader", "1"));
            assertThat(texts(workbook.getFirstSheet(), 2)).startsWith("Summa", "", "", "EUR", "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "fi", "nl"})
    void everyLanguageHasSheetsThatAreAllowedAndTheTitlesOfTheSheetsInCsv(String language)
            throws IOException {
        try (var workbook = new ReadableWorkbook(written("table.xlsx", language).toFile());
                var csv = CsvReader.builder().ofNamedCsvRecord(written("table.csv", language))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets).hasSize(3);
            for (var sheet : sheets) {
                assertThat(WorkbookUtil.createSafeSheetName(sheet.getName()))
                        .isEqualTo(sheet.getName());
            }
            var titles = csv.iterator().next().getHeader();
            assertThat(titles)
                    .doesNotHaveDuplicates()
                    .containsAll(texts(sheets.getFirst(), 0))
                    .containsAll(texts(sheets.get(1), 0));
        }
    }
}
