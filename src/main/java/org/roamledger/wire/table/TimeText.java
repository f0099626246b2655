package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.wire.mapping.DateForm;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A date and time of day as files write it: ISO 8601 with or without offset, `2026-10-25
/// 02:30:00`, `25.10.2026 02:30`, `25/10/2026 02:30`, `10/25/2026 2:30 PM`.
///
/// @param local as it stands
/// @param offset if it stands beside it
/// @param monthFirst the other reading of a date such as `03/04/2026`, of which [#local] takes the
///   day first
/// @param order what a date with slashes tells about its writer
record TimeText(
        LocalDateTime local,
        @Nullable ZoneOffset offset,
        @Nullable LocalDateTime monthFirst,
        Order order) {

    /// What comes first in a date with slashes.
    enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        UNTOLD
    }

    private static final Pattern YEAR_FIRST =
            Pattern.compile(
                    """
                    (?x) (?<year>\\d{4}) ([-/.]) (?<month>\\d{1,2}) \\2 (?<day>\\d{1,2})
                         (?: [T\\ ] | ,\\ )
                         (?<hour>\\d{1,2}) : (?<minute>\\d{2})
                         (?: : (?<second>\\d{2}) (?: [.,] (?<fraction>\\d{1,9}) )? )? \\ ?
                         (?<offset> Z | UTC | GMT | [-+\u2212] \\d{2} (?: :? \\d{2} )? )?
                         (?: \\[ [^\\]]* \\] )?
                    """);

    private static final Pattern YEAR_LAST =
            Pattern.compile(
                    """
                    (?x) (?<first>\\d{1,2}) (?<mark>[-/.]) (?<second>\\d{1,2}) \\k<mark> (?<year>\\d{4})
                         (?: [T\\ ] | ,\\ )
                         (?<hour>\\d{1,2}) [:.] (?<minute>\\d{2}) (?: [:.] (?<seconds>\\d{2}) )?
                         (?: \\ ? (?<half>[AaPp]) \\.? [Mm] \\.? )?
                    """);

    /// As [#of(String)], with the form that a person has named.
    static Optional<TimeText> of(String text, DateForm form) {
        return switch (form) {
            case DateForm.Order.DETECT -> of(text);
            case DateForm.Order.DAY_FIRST -> ordered(text, false);
            case DateForm.Order.MONTH_FIRST -> ordered(text, true);
            case DateForm.Pattern pattern -> patterned(text, pattern);
        };
    }

    private static Optional<TimeText> ordered(String text, boolean monthFirst) {
        var plain = plain(text);
        var parts = YEAR_LAST.matcher(plain);
        if (!parts.matches()) {
            return of(text);
        }
        var month = number(parts, monthFirst ? "first" : "second");
        var day = number(parts, monthFirst ? "second" : "first");
        try {
            return Optional.of(new TimeText(at(parts, month, day), null, null, Order.UNTOLD));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<TimeText> patterned(String text, DateForm.Pattern pattern) {
        try {
            var read =
                    pattern.formatter()
                            .parseBest(plain(text), OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    read instanceof OffsetDateTime at
                            ? new TimeText(at.toLocalDateTime(), at.getOffset(), null, Order.UNTOLD)
                            : new TimeText(LocalDateTime.from(read), null, null, Order.UNTOLD));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String plain(String text) {
        return text.strip().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /// Empty if the text is anything else, or a date or time that no calendar or clock shows.
    static Optional<TimeText> of(String text) {
        var plain = plain(text);
        try {
            var yearFirst = YEAR_FIRST.matcher(plain);
            if (yearFirst.matches()) {
                return Optional.of(iso(yearFirst));
            }
            var yearLast = YEAR_LAST.matcher(plain);
            return yearLast.matches() ? Optional.of(yearLast(yearLast)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static TimeText iso(Matcher parts) {
        var fraction = parts.group("fraction");
        var nanos =
                fraction == null
                        ? 0
                        : Integer.parseInt(fraction + "0".repeat(9 - fraction.length()));
        var local =
                LocalDateTime.of(
                        number(parts, "year"),
                        number(parts, "month"),
                        number(parts, "day"),
                        number(parts, "hour"),
                        number(parts, "minute"),
                        number(parts, "second"),
                        nanos);
        return new TimeText(local, offset(parts.group("offset")), null, Order.UNTOLD);
    }

    private static @Nullable ZoneOffset offset(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.chars().anyMatch(Character::isLetter)
                ? ZoneOffset.UTC
                : ZoneOffset.of(text.replace('\u2212', '-'));
    }

    private static TimeText yearLast(Matcher parts) {
        var first = number(parts, "first");
        var second = number(parts, "second");
        if (!"/".equals(parts.group("mark"))) {
            return new TimeText(at(parts, second, first), null, null, Order.UNTOLD);
        }
        if (second > 12) {
            return new TimeText(at(parts, first, second), null, null, Order.MONTH_FIRST);
        }
        if (first > 12) {
            return new TimeText(at(parts, second, first), null, null, Order.DAY_FIRST);
        }
        return new TimeText(at(parts, second, first), null, at(parts, first, second), Order.UNTOLD);
    }

    private static LocalDateTime at(Matcher parts, int month, int day) {
        return LocalDateTime.of(
                number(parts, "year"),
                month,
                day,
                hour(parts),
                number(parts, "minute"),
                number(parts, "seconds"));
    }

    private static int hour(Matcher parts) {
        var hour = number(parts, "hour");
        var half = parts.group("half");
        if (half == null) {
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw new DateTimeException("no hour of a half day: " + hour);
        }
        return hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }

    private static int number(Matcher parts, String group) {
        var digits = parts.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
