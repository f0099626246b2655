package org.roamledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.report.Chart;
import org.roamledger.report.ChartFigures;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class ChartsSheetTest {

    private static final int FIRST = 10;

    @TempDir Path folder;

    private static ReportView some() {
        return ReportFixture.view(ReportFixture.random(2_000, Exports.STOCKHOLM, 3));
    }

    private XSSFWorkbook export(ReportView view) throws IOException, InvalidFormatException {
        return new XSSFWorkbook(Exports.xlsx(Exports.request(view), folder).toFile());
    }

    /// The figures below a title, line by line.
    private static List<List<Optional<BigDecimal>>> figures(
            XSSFSheet sheet, String title, int lines, int series) {
        var figures = new ArrayList<List<Optional<BigDecimal>>>();
        for (var row : sheet) {
            var cell = row.getCell(FIRST);
            if (cell != null && cell.getStringCellValue().equals(title)) {
                for (var line = 0; line < lines; line++) {
                    var read = new ArrayList<Optional<BigDecimal>>();
                    for (var part = 0; part < series; part++) {
                        var figure =
                                sheet.getRow(row.getRowNum() + 2 + line).getCell(FIRST + 1 + part);
                        read.add(
                                Optional.ofNullable(figure)
                                        .map(found -> new BigDecimal(found.getRawValue())));
                    }
                    figures.add(read);
                }
                return figures;
            }
        }
        throw new AssertionError(title);
    }

    @Test
    void theCellsBesideAChartAreItsExactFigures() throws IOException, InvalidFormatException {
        var view = some();
        var table = ChartFigures.of(view).table(Chart.GROSS, "EUR");
        try (var workbook = export(view)) {
            var read =
                    figures(
                            workbook.getSheet("Charts"),
                            "Gross by month and provider (EUR)",
                            table.lines().size(),
                            table.series().size());
            for (var line = 0; line < table.lines().size(); line++) {
                for (var part = 0; part < table.series().size(); part++) {
                    assertThat(read.get(line).get(part).orElseThrow())
                            .isEqualByComparingTo(table.at(line, part).orElseThrow());
                }
            }
        }
    }

    @Test
    void everyCurrencyHasItsOwnChartsAndTheParametersComeLast()
            throws IOException, InvalidFormatException {
        try (var workbook = export(some())) {
            var titles =
                    workbook.getSheet("Charts").getDrawingPatriarch().getCharts().stream()
                            .map(chart -> chart.getTitleText().getString())
                            .toList();
            assertThat(titles)
                    .containsExactly(
                            "Gross by provider (EUR)",
                            "Gross by month and provider (EUR)",
                            "Energy by month and provider (kWh, all currencies)",
                            "Average price per kWh by provider (EUR)",
                            "Share per network (gross in EUR)",
                            "Gross by provider (SEK)",
                            "Gross by month and provider (SEK)",
                            "Average price per kWh by provider (SEK)",
                            "Share per network (gross in SEK)");
            assertThat(workbook.getSheetName(workbook.getNumberOfSheets() - 1))
                    .isEqualTo("Parameters");
        }
    }

    @Test
    void aChartReadsTheCellsBesideIt() throws IOException, InvalidFormatException {
        var view =
                Exports.view(
                        new Row("a")
                                .with(ReportColumn.PROVIDER_ID, "=A*1")
                                .with(ReportColumn.CURRENCY, "EUR")
                                .price("-1.2345"));
        try (var workbook = export(view)) {
            var chart = workbook.getSheet("Charts").getDrawingPatriarch().getCharts().getFirst();
            var series = chart.getChartSeries().getFirst().getSeries(0);
            assertThat(series.getValuesData().getDataRangeReference()).isEqualTo("Charts!$L$3");
            assertThat(series.getCategoryData().getDataRangeReference()).isEqualTo("Charts!$K$3");
            assertThat(series.getValuesData().getPointAt(0)).isEqualTo(-1.2345);
            assertThat(series.getCategoryData().getPointAt(0)).isEqualTo("=A*1");
        }
    }

    @Test
    void hoursAreShadedByTheirSessions() throws IOException, InvalidFormatException {
        try (var workbook = export(some())) {
            var formatting = workbook.getSheet("Charts").getSheetConditionalFormatting();
            assertThat(formatting.getNumConditionalFormattings()).isEqualTo(1);
            assertThat(
                            formatting
                                    .getConditionalFormattingAt(0)
                                    .getRule(0)
                                    .getColorScaleFormatting())
                    .isNotNull();
        }
    }

    @Test
    void nothingToDrawIsNoSheet() throws IOException, InvalidFormatException {
        try (var workbook = export(Exports.view())) {
            assertThat(workbook.getSheet("Charts")).isNull();
        }
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws IOException {
        var view = some();
        var first = Files.readAllBytes(Exports.xlsx(Exports.request(view), folder));
        assertThat(Exports.xlsx(Exports.request(view), folder)).hasBinaryContent(first);
    }
}
