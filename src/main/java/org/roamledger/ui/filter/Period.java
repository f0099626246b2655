package org.roamledger.ui.filter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A stretch of days.
///
/// @param from first day
/// @param to first day after it
public record Period(LocalDate from, LocalDate to) {

    public static Period ofMonths(LocalDate day, int firstMonthOffset, int months) {
        var from = day.withDayOfMonth(1).plusMonths(firstMonthOffset);
        return new Period(from, from.plusMonths(months));
    }

    /// The last day, as people say it.
    public LocalDate last() {
        return to.minusDays(1);
    }

    /// The period of the same length right before (-1) or after (1): of whole months for whole
    /// months.
    public Period moved(int by) {
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == 1) {
            var months = ChronoUnit.MONTHS.between(from, to) * by;
            return new Period(from.plusMonths(months), to.plusMonths(months));
        }
        var days = ChronoUnit.DAYS.between(from, to) * by;
        return new Period(from.plusDays(days), to.plusDays(days));
    }
}
