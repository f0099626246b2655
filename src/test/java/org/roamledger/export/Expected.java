package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Column;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// What a reader has to find in an exported file, computed by the library's own types.
record Expected(ReportView view) {

    /// The value at a position of the view: a [String], [BigDecimal], [Instant], [OffsetDateTime],
    /// [Duration], or null if it is missing.
    @Nullable Object at(int position, ReportColumn column) {
        var row = view.rows()[position];
        var values = view.report().column(column);
        if (values.isMissing(row)) {
            return null;
        }
        return switch (values) {
            case Column.Coded coded -> coded.text(row);
            case Column.Ids ids -> ids.text(row);
            case Column.OffsetTimes times ->
                    Instant.ofEpochSecond(times.at(row))
                            .atOffset(ZoneOffset.ofTotalSeconds(times.offsetMinutes()[row] * 60));
            case Column.Numbers numbers -> number(column, numbers.at(row));
        };
    }

    private static Object number(ReportColumn column, long value) {
        return switch (column.kind()) {
            case DATE_TIME -> Instant.ofEpochSecond(value);
            case SECONDS -> Duration.ofSeconds(value);
            case READING -> BigDecimal.valueOf(value, 3);
            case MONEY, MONEY_PER_KWH, PERCENT -> BigDecimal.valueOf(value, 4);
            default -> BigDecimal.valueOf(value);
        };
    }

    ZoneId zone() {
        return view.report().parameters().zone();
    }

    LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, zone());
    }
}
