package org.roamledger.ui.filter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Time frames that finance people ask for by name.
public enum Preset {
    THIS_MONTH,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    /// From 1 January to today.
    YEAR_TO_DATE,
    THIS_YEAR,
    LAST_YEAR,
    /// The last so many days, today included.
    LAST_DAYS,
    /// The last so many whole months.
    LAST_MONTHS,
    /// Whatever was entered.
    CUSTOM;

    /// Whether it takes a number.
    public boolean isCounted() {
        return this == LAST_DAYS || this == LAST_MONTHS;
    }

    /// The days it means; none if it does not mean any by itself.
    public Optional<Period> period(LocalDate today) {
        var intoQuarter = (today.getMonthValue() - 1) % 3;
        var intoYear = today.getMonthValue() - 1;
        return switch (this) {
            case THIS_MONTH -> Optional.of(Period.ofMonths(today, 0, 1));
            case LAST_MONTH -> Optional.of(Period.ofMonths(today, -1, 1));
            case THIS_QUARTER -> Optional.of(Period.ofMonths(today, -intoQuarter, 3));
            case LAST_QUARTER -> Optional.of(Period.ofMonths(today, -intoQuarter - 3, 3));
            case YEAR_TO_DATE -> Optional.of(new Period(today.withDayOfYear(1), today.plusDays(1)));
            case THIS_YEAR -> Optional.of(Period.ofMonths(today, -intoYear, 12));
            case LAST_YEAR -> Optional.of(Period.ofMonths(today, -intoYear - 12, 12));
            case LAST_DAYS, LAST_MONTHS, CUSTOM -> Optional.empty();
        };
    }

    public String wordsKey() {
        return "preset." + name().toLowerCase(Locale.ROOT);
    }
}
