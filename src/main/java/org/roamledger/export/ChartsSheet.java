package org.roamledger.export;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.roamledger.report.Chart;
import org.roamledger.report.ChartFigures;
import org.roamledger.report.ChartPart;
import org.roamledger.report.ChartPart.Measure;
import org.roamledger.report.ChartTable;
import org.roamledger.report.ChartTable.LeftOut;

import java.math.BigDecimal;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.Stream;

/// The sheet of charts: each beside the exact figures that it is drawn from.
///
/// The charts are the spreadsheet's own and depend on the visible rows only, so that every way of
/// exporting them writes the same.
final class ChartsSheet {

    static final String NAME = "Charts";

    /// Where the figures begin; the charts stand left of them.
    private static final int FIRST_COLUMN = 10;

    private static final int ROWS_OF_CHART = 22;
    private static final int WIDTH = 18 * 256;

    private final XSSFSheet sheet;
    private final SheetStyles styles;
    private int row;

    private ChartsSheet(XSSFSheet sheet, SheetStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    /// Adds nothing if there is nothing to draw.
    static void add(XSSFWorkbook workbook, SheetStyles styles, ExportRequest request) {
        var figures = ChartFigures.of(request.view());
        var currencies = figures.currencies();
        var first = currencies.isEmpty() ? "" : currencies.getFirst();
        var tables =
                Stream.concat(
                                figures.tables(first).stream(),
                                currencies.stream()
                                        .skip(1)
                                        .flatMap(other -> figures.tables(other).stream())
                                        .filter(table -> table.chart().isOfCurrency()))
                        .filter(table -> !table.isEmpty())
                        .toList();
        if (tables.isEmpty()) {
            return;
        }
        var charts = new ChartsSheet(workbook.createSheet(NAME), styles);
        tables.forEach(charts::add);
        for (var column = FIRST_COLUMN; column < FIRST_COLUMN + 8; column++) {
            charts.sheet.setColumnWidth(column, WIDTH);
        }
        SheetPaper.fit(charts.sheet);
    }

    private void add(ChartTable table) {
        var top = row;
        text(row++, 0, title(table), styles.header);
        var header = row++;
        for (var part = 0; part < table.series().size(); part++) {
            var name = name(table.series().get(part), table);
            text(header, part + 1, name, styles.headerOf(name));
        }
        for (var line = 0; line < table.lines().size(); line++) {
            var name = name(table.lines().get(line), table);
            text(row, 0, name, styles.of(name));
            for (var part = 0; part < table.series().size(); part++) {
                put(table, line, part);
            }
            row++;
        }
        var area =
                new CellRangeAddress(
                        header, row - 1, FIRST_COLUMN, FIRST_COLUMN + table.series().size());
        for (var reason : LeftOut.values()) {
            var rows = table.leftOut().get(reason);
            if (rows != null) {
                text(row++, 0, said(reason, rows), styles.text);
            }
        }
        if (table.chart() == Chart.TIMES) {
            NativeChart.shade(sheet, area);
            row++;
        } else {
            NativeChart.draw(sheet, table, title(table), axis(table), top, area);
            row = Math.max(row, top + ROWS_OF_CHART) + 1;
        }
    }

    private void text(int at, int column, String text, XSSFCellStyle style) {
        var line = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
        var cell = line.createCell(FIRST_COLUMN + column);
        cell.setCellValue(XmlText.forPoi(text));
        cell.setCellStyle(style);
    }

    private void put(ChartTable table, int line, int part) {
        var at = row;
        table.at(line, part)
                .ifPresent(
                        figure ->
                                ParametersSheet.set(
                                        sheet.getRow(at).createCell(FIRST_COLUMN + part + 1),
                                        literal(figure),
                                        switch (table.measure(line, part)) {
                                            case GROSS, NET_PER_KWH, GROSS_PER_KWH -> styles.money;
                                            case ENERGY -> styles.decimal;
                                            case SESSIONS -> styles.whole;
                                        }));
    }

    private static String literal(BigDecimal figure) {
        return figure.stripTrailingZeros().toPlainString();
    }

    private static String title(ChartTable table) {
        return switch (table.chart()) {
            case PAYERS -> "Gross by provider (" + table.currency() + ")";
            case GROSS -> "Gross by month and provider (" + table.currency() + ")";
            case ENERGY -> "Energy by month and provider (kWh, all currencies)";
            case PRICES -> "Average price per kWh by provider (" + table.currency() + ")";
            case NETWORKS ->
                    table.currency().isEmpty()
                            ? "Share per network"
                            : "Share per network (gross in " + table.currency() + ")";
            case TIMES -> "Sessions by hour and day of the week of their start";
        };
    }

    /// What stands at the axis of the figures.
    private static String axis(ChartTable table) {
        return switch (table.chart()) {
            case PAYERS, GROSS -> named(Measure.GROSS, table.currency());
            case ENERGY -> named(Measure.ENERGY, "");
            case PRICES -> table.currency() + " per kWh";
            case NETWORKS -> "Share";
            case TIMES -> named(Measure.SESSIONS, "");
        };
    }

    private static String named(Measure measure, String currency) {
        return switch (measure) {
            case GROSS -> "Gross (" + currency + ")";
            case ENERGY -> "Energy (kWh)";
            case SESSIONS -> "Sessions";
            case NET_PER_KWH -> "Net (" + currency + "/kWh)";
            case GROSS_PER_KWH -> "Gross (" + currency + "/kWh)";
        };
    }

    private static String name(ChartPart part, ChartTable table) {
        return switch (part) {
            case ChartPart.Value(_, var text) -> text.isEmpty() ? "(missing)" : text;
            case ChartPart.Others(_, var texts) -> "Others (" + texts.size() + ")";
            case ChartPart.Day(var day) ->
                    day.getDisplayName(TextStyle.FULL_STANDALONE, Locale.ENGLISH);
            case ChartPart.Hour(var hour) -> String.format(Locale.ROOT, "%02d:00", hour);
            case ChartPart.Of(var measure) -> named(measure, table.currency());
        };
    }

    private static String said(LeftOut reason, long rows) {
        return rows
                + switch (reason) {
                    case WITHOUT_PRICE -> " rows without price are not in it";
                    case WITHOUT_CURRENCY -> " rows without currency are not in it";
                    case OTHER_CURRENCY -> " rows in other currencies are not in it";
                    case WITHOUT_ENERGY -> " rows without energy are not in it";
                    case WITHOUT_VAT -> " rows without VAT are not in net";
                    case CREDIT -> " credits are not counted as sessions";
                };
    }
}
