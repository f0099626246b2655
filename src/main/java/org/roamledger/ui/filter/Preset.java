package org.roamledger.ui.filter;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Periods that finance people ask for by name.
public enum Preset {
    THIS_MONTH,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR,
    /// Whatever was entered.
    CUSTOM;

    /// The days it means; none for [#CUSTOM].
    public Optional<Period> period(LocalDate today) {
        var intoQuarter = (today.getMonthValue() - 1) % 3;
        var intoYear = today.getMonthValue() - 1;
        return switch (this) {
            case THIS_MONTH -> Optional.of(Period.ofMonths(today, 0, 1));
            case LAST_MONTH -> Optional.of(Period.ofMonths(today, -1, 1));
            case THIS_QUARTER -> Optional.of(Period.ofMonths(today, -intoQuarter, 3));
            case LAST_QUARTER -> Optional.of(Period.ofMonths(today, -intoQuarter - 3, 3));
            case THIS_YEAR -> Optional.of(Period.ofMonths(today, -intoYear, 12));
            case LAST_YEAR -> Optional.of(Period.ofMonths(today, -intoYear - 12, 12));
            case CUSTOM -> Optional.empty();
        };
    }

    /// The first preset that means a period.
    static Preset of(Period period, LocalDate today) {
        for (var preset : values()) {
            if (preset.period(today).equals(Optional.of(period))) {
                return preset;
            }
        }
        return CUSTOM;
    }

    public String wordsKey() {
        return "preset." + name().toLowerCase(Locale.ROOT);
    }
}
