package org.roamledger.ui.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which days are asked for, as they were asked for: "last month" is another month next month.
public sealed interface TimeFrame {

    /// The most days or months that [Last] goes back: ten years of days.
    int MOST = 3_660;

    /// Days that have a name.
    ///
    /// @param preset one that means days by itself
    record Relative(Preset preset) implements TimeFrame {

        public Relative {
            if (preset.isCounted() || preset == Preset.CUSTOM) {
                throw new IllegalArgumentException(preset + " means no days by itself");
            }
        }

        @Override
        public Period days(LocalDate today) {
            return preset.period(today).orElseThrow();
        }

        @Override
        public String text() {
            return preset.name().toLowerCase(Locale.ROOT);
        }
    }

    /// The last so many days, of which today is one, or the last so many whole months before this
    /// one.
    ///
    /// @param count from 1 to [#MOST]
    /// @param inMonths whether months are counted, or else days
    record Last(int count, boolean inMonths) implements TimeFrame {

        public Last {
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("count " + count);
            }
        }

        @Override
        public Preset preset() {
            return inMonths ? Preset.LAST_MONTHS : Preset.LAST_DAYS;
        }

        @Override
        public Period days(LocalDate today) {
            return inMonths
                    ? Period.ofMonths(today, -count, count)
                    : new Period(today.minusDays(count - 1L), today.plusDays(1));
        }

        @Override
        public String text() {
            return "last_" + count + (inMonths ? "_months" : "_days");
        }
    }

    /// The same days whenever it is.
    record Fixed(Period period) implements TimeFrame {

        @Override
        public Preset preset() {
            return Preset.CUSTOM;
        }

        @Override
        public Period days(LocalDate today) {
            return period;
        }

        @Override
        public String text() {
            return period.from() + "/" + period.last();
        }
    }

    /// The name under which it is chosen.
    Preset preset();

    /// The days it means.
    Period days(LocalDate today);

    /// What [#of] reads: `last_month`, `last_30_days`, `2026-10-01/2026-10-31` with the last day
    /// included. Stored in files.
    String text();

    /// Empty if the text is none of those.
    static Optional<TimeFrame> of(String text) {
        var last = Pattern.compile("last_(\\d{1,4})_(days|months)").matcher(text);
        var fixed = Pattern.compile("([\\d-]{10})/([\\d-]{10})").matcher(text);
        try {
            if (last.matches()) {
                var inMonths = last.group(2).equals("months");
                return Optional.of(new Last(Integer.parseInt(last.group(1)), inMonths));
            }
            if (fixed.matches()) {
                var from = LocalDate.parse(fixed.group(1));
                var to = LocalDate.parse(fixed.group(2)).plusDays(1);
                return from.isBefore(to)
                        ? Optional.of(new Fixed(new Period(from, to)))
                        : Optional.empty();
            }
            return Optional.of(new Relative(Preset.valueOf(text.toUpperCase(Locale.ROOT))));
        } catch (IllegalArgumentException | DateTimeException _) {
            // Written by a newer version, or by hand.
            return Optional.empty();
        }
    }
}
