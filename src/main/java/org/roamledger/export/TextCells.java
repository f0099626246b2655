package org.roamledger.export;

import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The values of a report as files of text have them.
final class TextCells {

    /// Writes the value of one column; nothing if it is missing.
    @FunctionalInterface
    interface Cell {
        void put(int row, Bytes out);
    }

    private final Report report;
    private final List<ReportColumn> columns;
    private final char decimalPoint;
    private final CellText texts;
    private final Map<ReportColumn, byte[][]> coded = new EnumMap<>(ReportColumn.class);
    private final int[] decimalsByCurrency;

    /// @param decimalPoint before decimals
    TextCells(ExportRequest request, CellText texts, char decimalPoint) {
        report = request.view().report();
        columns = request.columns();
        this.decimalPoint = decimalPoint;
        this.texts = texts;
        for (var column : columns) {
            if (report.column(column) instanceof Column.Coded of) {
                coded.put(column, of.texts().stream().map(texts::of).toArray(byte[][]::new));
            }
        }
        decimalsByCurrency =
                report.coded(ReportColumn.CURRENCY).texts().stream()
                        .mapToInt(CurrencyDigits::of)
                        .toArray();
    }

    /// Cells for one thread.
    Cell[] forOneThread() {
        var times = new IsoTimes(report.parameters().zone());
        Function<ReportColumn, Cell> cell = column -> cell(column, times);
        return columns.stream().map(cell).toArray(Cell[]::new);
    }

    private Cell cell(ReportColumn column, IsoTimes times) {
        return switch (report.column(column)) {
            case Column.Coded(var codes, _) -> {
                var values = coded.getOrDefault(column, new byte[0][]);
                yield (row, out) -> out.put(values[codes[row]]);
            }
            case Column.Ids ids ->
                    (row, out) -> {
                        if (!ids.isMissing(row)) {
                            texts.put(ids.utf8(), ids.begin(row), ids.length(row), out);
                        }
                    };
            case Column.Numbers numbers -> {
                var number = number(column, numbers, times);
                var quoted = texts.quotes(column.kind());
                yield (row, out) -> {
                    var value = numbers.at(row);
                    if (value == Column.Numbers.MISSING) {
                        return;
                    }
                    if (quoted) {
                        out.put('"');
                    }
                    number.put(value, row, out);
                    if (quoted) {
                        out.put('"');
                    }
                };
            }
        };
    }

    /// Writes a number that is not missing.
    @FunctionalInterface
    private interface NumberCell {
        void put(long value, int row, Bytes out);
    }

    private NumberCell number(ReportColumn column, Column.Numbers numbers, IsoTimes times) {
        var point = decimalPoint;
        return switch (column.kind()) {
            case DATE_TIME -> (value, _, out) -> times.put(value, out);
            case OFFSET_TIME -> {
                var offsets = ((Column.OffsetTimes) numbers).offsetMinutes();
                yield (value, row, out) -> times.put(value, offsets[row], out);
            }
            case WATT_HOURS -> (value, _, out) -> out.putNumber(value);
            case READING -> (value, _, out) -> out.putDecimal(value, 3, 0, point);
            case MONEY, MONEY_PER_KWH -> {
                var currencies = report.coded(ReportColumn.CURRENCY).codes();
                yield (value, row, out) ->
                        out.putDecimal(value, 4, decimalsByCurrency[currencies[row]], point);
            }
            case PERCENT -> (value, _, out) -> out.putDecimal(value, 4, 0, point);
            case SECONDS -> (value, _, out) -> putDuration(value, out);
            case CODED, CODED_ID, CHOICE, CHOICES, ID ->
                    throw new IllegalStateException("text in numbers: " + column);
        };
    }

    private static void putDuration(long seconds, Bytes out) {
        if (seconds < 0) {
            out.put('-');
        }
        var positive = Math.abs(seconds);
        out.putNumber(positive / 3600);
        out.put(':');
        out.putDigits(positive / 60 % 60, 2);
        out.put(':');
        out.putDigits(positive % 60, 2);
    }
}
