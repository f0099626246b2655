package org.roamledger.ui.filter;

import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.TypedDate;
import org.roamledger.ui.base.TypedNumber;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The ends of a range as a person types them, in the unit that the person sees: kilowatt-hours
/// where a column counts watt-hours, hours and minutes where it counts seconds.
final class RangeText {

    private static final Pattern HOURS =
            Pattern.compile("(-?)(\\d{1,5}):([0-5]\\d)(?::([0-5]\\d))?");
    private static final Pattern CLOCK =
            Pattern.compile("(.+?)[ T]+(([01]?\\d|2[0-3])[:.]([0-5]\\d)(?:[:.]([0-5]\\d))?)");
    private static final DateTimeFormatter TO_THE_MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int SECONDS_A_MINUTE = 60;

    private final ReportColumn column;
    private final Locale locale;
    private final ZoneId zone;

    /// @param zone zone in which times are told
    RangeText(ReportColumn column, Locale locale, ZoneId zone) {
        this.column = column;
        this.locale = locale;
        this.zone = zone;
    }

    /// Reads an end of a range; empty if the text is anything but that. Minutes are meant by a
    /// number without a colon.
    ///
    /// @param last whether it is the end that comes last: of a day it is the last second
    /// @return in the unit of the column's kind
    Optional<Long> read(String typed, boolean last) {
        return switch (column.kind()) {
            case WATT_HOURS, READING -> scaled(without(typed, "k?wh"), 3);
            case MONEY, MONEY_PER_KWH -> scaled(typed, 4);
            case PERCENT -> scaled(without(typed, "%"), 4);
            case SECONDS -> seconds(typed.strip());
            case DATE_TIME, OFFSET_TIME -> time(typed.strip(), last);
            case CODED, CODED_ID, CHOICE, CHOICES, ID ->
                    throw new IllegalArgumentException(column.key());
        };
    }

    private static String without(String typed, String unit) {
        return typed.strip().replaceFirst("(?iu)[\\h]*" + unit + "$", "");
    }

    private Optional<Long> scaled(String typed, int scale) {
        return TypedNumber.of(typed, locale).flatMap(number -> whole(number.movePointRight(scale)));
    }

    /// Empty if it is finer than the column, or too large for it.
    private static Optional<Long> whole(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    private Optional<Long> seconds(String typed) {
        var parts = HOURS.matcher(typed);
        if (!parts.matches()) {
            return TypedNumber.of(typed, locale)
                    .flatMap(
                            minutes ->
                                    whole(minutes.multiply(BigDecimal.valueOf(SECONDS_A_MINUTE))));
        }
        var size =
                Long.parseLong(parts.group(2)) * 3_600
                        + Long.parseLong(parts.group(3)) * SECONDS_A_MINUTE
                        + (parts.group(4) == null ? 0 : Long.parseLong(parts.group(4)));
        return Optional.of(parts.group(1).isEmpty() ? size : -size);
    }

    private Optional<Long> time(String typed, boolean last) {
        var parts = CLOCK.matcher(typed);
        if (!parts.matches()) {
            return TypedDate.of(typed, locale)
                    .map(day -> last ? day.plusDays(1) : day)
                    .map(day -> day.atStartOfDay(zone).toEpochSecond() - (last ? 1 : 0));
        }
        var toTheSecond = parts.group(5) != null;
        var clock =
                LocalTime.of(
                        Integer.parseInt(parts.group(3)),
                        Integer.parseInt(parts.group(4)),
                        toTheSecond ? Integer.parseInt(parts.group(5)) : last ? 59 : 0);
        return TypedDate.of(parts.group(1), locale)
                .map(day -> LocalDateTime.of(day, clock).atZone(zone).toEpochSecond());
    }

    /// An end of a range as it would be typed: [#read] gives the value back.
    String written(long value, boolean last) {
        return switch (column.kind()) {
            case WATT_HOURS, READING -> decimal(BigDecimal.valueOf(value, 3), 0);
            case MONEY, MONEY_PER_KWH -> decimal(BigDecimal.valueOf(value, 4), 2);
            case PERCENT -> decimal(BigDecimal.valueOf(value, 4), 0);
            case SECONDS -> duration(value);
            case DATE_TIME, OFFSET_TIME -> time(value, last);
            case CODED, CODED_ID, CHOICE, CHOICES, ID ->
                    throw new IllegalArgumentException(column.key());
        };
    }

    private String decimal(BigDecimal value, int fewest) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(fewest);
        format.setMaximumFractionDigits(4);
        return format.format(value);
    }

    private static String duration(long seconds) {
        var size = Math.abs(seconds);
        var minutes =
                String.format(
                        Locale.ROOT,
                        "%s%d:%02d",
                        seconds < 0 ? "-" : "",
                        size / 3_600,
                        size / SECONDS_A_MINUTE % 60);
        return size % SECONDS_A_MINUTE == 0
                ? minutes
                : minutes + String.format(Locale.ROOT, ":%02d", size % SECONDS_A_MINUTE);
    }

    private String time(long epochSecond, boolean last) {
        var local = Instant.ofEpochSecond(epochSecond).atZone(zone);
        var day = TypedDate.written(local.toLocalDate(), locale);
        if (read(day, last).filter(whole -> whole == epochSecond).isPresent()) {
            return day;
        }
        var toTheMinute = local.getSecond() == (last ? 59 : 0);
        return day + " " + (toTheMinute ? TO_THE_MINUTE : TO_THE_SECOND).format(local);
    }
}
