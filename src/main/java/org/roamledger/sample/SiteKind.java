package org.roamledger.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// What a location is used for, which decides when people come and how long they stay.
// The arrays are only read.
@SuppressWarnings("ImmutableEnumChecker")
enum SiteKind {
    WORKPLACE(
            1.2,
            hours(0, 0, 0, 0, 0, 1, 5, 16, 18, 9, 4, 3, 6, 7, 4, 3, 3, 2, 1, 1, 0, 0, 0, 0),
            week(1.00, 1.08, 1.06, 1.00, 0.78, 0.10, 0.07),
            year(1.08, 1.08, 1.02, 0.96, 0.94, 0.88, 0.62, 0.84, 1.02, 1.06, 1.10, 0.96)),
    HOME(
            0.9,
            hours(2, 1, 0, 0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 6, 10, 15, 16, 14, 11, 9, 6, 4),
            week(1.00, 1.00, 1.00, 1.00, 0.94, 0.90, 1.06),
            year(1.20, 1.16, 1.06, 0.96, 0.88, 0.80, 0.74, 0.84, 0.94, 1.04, 1.14, 1.20)),
    MOTORWAY(
            5.0,
            hours(1, 1, 1, 1, 1, 2, 4, 6, 7, 9, 12, 14, 15, 14, 14, 14, 14, 13, 10, 7, 5, 4, 2, 1),
            week(0.86, 0.80, 0.80, 0.92, 1.30, 1.20, 1.28),
            year(0.86, 0.90, 0.96, 1.04, 1.04, 1.12, 1.34, 1.26, 1.00, 0.98, 0.86, 1.04)),
    CITY(
            2.4,
            hours(1, 1, 0, 0, 0, 1, 2, 5, 8, 9, 9, 9, 10, 9, 8, 8, 9, 10, 10, 8, 6, 4, 3, 2),
            week(0.94, 0.96, 0.98, 1.00, 1.08, 1.10, 0.90),
            year(1.08, 1.08, 1.04, 0.98, 0.96, 0.94, 0.86, 0.92, 1.00, 1.04, 1.08, 1.10)),
    RETAIL(
            2.8,
            hours(0, 0, 0, 0, 0, 0, 1, 2, 4, 7, 11, 13, 13, 12, 12, 13, 14, 13, 10, 7, 3, 1, 0, 0),
            week(0.84, 0.84, 0.88, 0.96, 1.18, 1.50, 0.70),
            year(1.02, 1.02, 1.00, 0.98, 0.98, 0.96, 0.92, 0.94, 0.98, 1.02, 1.10, 1.24));

    private static final double GROWTH_OVER_RANGE = 0.9;

    /// Sessions of one of its EVSEs, compared with those of other kinds.
    final double weight;

    /// Growing sums over the hours of the local day.
    final double[] hourSums;

    private final double[] weekdays;
    private final double[] months;

    SiteKind(double weight, double[] hourSums, double[] weekdays, double[] months) {
        this.weight = weight;
        this.hourSums = hourSums;
        this.weekdays = weekdays;
        this.months = months;
    }

    /// Growing sums over the days of a range, with the week, the year, and a growing business.
    double[] daySums(LocalDate from, LocalDate until) {
        var days = (int) ChronoUnit.DAYS.between(from, until);
        var weights = new double[days];
        for (var i = 0; i < days; i++) {
            var day = from.plusDays(i);
            weights[i] =
                    weekdays[day.getDayOfWeek().getValue() - 1]
                            * months[day.getMonthValue() - 1]
                            * (1 + GROWTH_OVER_RANGE * i / days);
        }
        return Draw.sums(weights);
    }

    private static double[] hours(double... weights) {
        return Draw.sums(weights);
    }

    private static double[] week(double... fromMonday) {
        return fromMonday;
    }

    private static double[] year(double... fromJanuary) {
        return fromJanuary;
    }
}
