package org.roamledger.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.roamledger.report.Column;
import org.roamledger.report.ReportView;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes the cells of a CSV export by FastCSV, formatted by the library of Java: the same bytes.
final class FastCsvRows {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private FastCsvRows() {}

    static void write(ReportView view, Path file) throws IOException {
        var columns = ReportColumn.STANDARD;
        var report = view.report();
        var zone = report.parameters().zone();
        var time = TIME.withZone(zone);
        var line = new String[columns.size()];
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file)) {
            csv.writeRecord(columns.stream().map(ReportColumn::header).toList());
            for (var row : view.rows()) {
                for (var i = 0; i < line.length; i++) {
                    var column = columns.get(i);
                    var values = report.column(column);
                    line[i] =
                            values.isMissing(row)
                                    ? ""
                                    : switch (values) {
                                        case Column.Coded coded -> coded.text(row);
                                        case Column.Ids ids -> ids.text(row);
                                        case Column.Numbers numbers ->
                                                text(view, column, row, numbers.at(row), time);
                                    };
                }
                csv.writeRecord(line);
            }
        }
    }

    private static String text(
            ReportView view, ReportColumn column, int row, long value, DateTimeFormatter time) {
        return switch (column.kind()) {
            case DATE_TIME -> time.format(Instant.ofEpochSecond(value));
            case READING -> plain(BigDecimal.valueOf(value, 3), 0);
            case PERCENT -> plain(BigDecimal.valueOf(value, 4), 0);
            case MONEY, MONEY_PER_KWH ->
                    plain(
                            BigDecimal.valueOf(value, 4),
                            CurrencyDigits.of(
                                    view.report().coded(ReportColumn.CURRENCY).text(row)));
            case SECONDS -> value / 3600 + ":" + two(value / 60 % 60) + ":" + two(value % 60);
            default -> Long.toString(value);
        };
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private static String plain(BigDecimal number, int decimals) {
        var shortest = number.stripTrailingZeros();
        return (shortest.scale() < decimals ? shortest.setScale(decimals) : shortest)
                .toPlainString();
    }
}
