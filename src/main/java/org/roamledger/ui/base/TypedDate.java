package org.roamledger.ui.base;

import org.roamledger.session.Folded;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A day as a person types or pastes it: the whole text, or nothing.
///
/// - `2026-10-31` and `20261031` in every language.
/// - The language's own order, with its own or another sign between the parts: `31.10.2026`,
///   `31/10/2026`. English without a country has none, since Britons and Americans differ: what
///   could be either is refused.
/// - With the month's name: `31 Oct 2026`, `31. Oktober 2026`.
/// - A year of two digits is one of this century, and only with the language's own sign.
public final class TypedDate {

    private static final Pattern ISO =
            Pattern.compile("(\\d{4})([-\\u2010-\\u2013\\u2212]?)(\\d{2})\\2(\\d{2})");
    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,4}) *([-./ \\u2010-\\u2013]) *(\\d{1,2}) *\\2 *(\\d{1,4})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})\\.? +(\\p{L}+)\\.? +(\\d{4})");

    private TypedDate() {}

    /// Empty if the text is blank or anything but one day that exists.
    public static Optional<LocalDate> of(String typed, Locale locale) {
        var text = TypedNumber.withPlainSpaces(typed);
        return match(ISO, text)
                .flatMap(parts -> day(parts.group(1), parts.group(3), parts.group(4)))
                .or(() -> match(NAMED, text).flatMap(parts -> named(parts, locale)))
                .or(() -> match(PARTS, text).flatMap(parts -> ordered(parts, locale)));
    }

    /// As a person of that language would type it, with all digits of the year.
    public static String written(LocalDate day, Locale locale) {
        return hasOrder(locale)
                ? DateTimeFormatter.ofPattern(pattern(locale).replaceAll("[yu]+", "uuuu"), locale)
                        .format(day)
                : day.toString();
    }

    private static Optional<MatchResult> match(Pattern form, String text) {
        var parts = form.matcher(text);
        return parts.matches() ? Optional.of(parts.toMatchResult()) : Optional.empty();
    }

    private static Optional<LocalDate> named(MatchResult parts, Locale locale) {
        var name = Folded.of(parts.group(2));
        return Arrays.stream(Month.values())
                .filter(month -> names(month, locale).contains(name))
                .findFirst()
                .flatMap(
                        month ->
                                day(
                                        parts.group(3),
                                        String.valueOf(month.getValue()),
                                        parts.group(1)));
    }

    private static List<String> names(Month month, Locale locale) {
        return Arrays.stream(TextStyle.values())
                .filter(style -> style != TextStyle.NARROW && style != TextStyle.NARROW_STANDALONE)
                .map(style -> Folded.of(month.getDisplayName(style, locale)).replace(".", ""))
                .toList();
    }

    private static Optional<LocalDate> ordered(MatchResult parts, Locale locale) {
        var first = parts.group(1);
        var second = parts.group(3);
        var third = parts.group(4);
        var own = pattern(locale).contains(parts.group(2));
        if (!hasOrder(locale)) {
            var british = own ? day(third, second, first) : Optional.<LocalDate>empty();
            var american = own ? day(third, first, second) : Optional.<LocalDate>empty();
            var either = british.isPresent() && american.isPresent();
            return either && !british.equals(american)
                    ? Optional.empty()
                    : british.or(() -> american);
        }
        var order = pattern(locale).replaceAll("[^yuMd]", "").replace('u', 'y');
        var letters = order.chars().distinct().mapToObj(Character::toString).toList();
        var values = List.of(first, second, third);
        var year = values.get(letters.indexOf("y"));
        return year.length() == 4 || (year.length() == 2 && own)
                ? day(
                        year.length() == 2 ? "20" + year : year,
                        values.get(letters.indexOf("M")),
                        values.get(letters.indexOf("d")))
                : Optional.empty();
    }

    private static boolean hasOrder(Locale locale) {
        return !locale.getLanguage().equals("en") || !locale.getCountry().isEmpty();
    }

    /// The language's shortest form of a day, such as `dd.MM.yy`.
    private static String pattern(Locale locale) {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale);
    }

    /// @param year of four digits; empty if it has others
    private static Optional<LocalDate> day(String year, String month, String day) {
        if (year.length() != 4 || month.length() > 2 || day.length() > 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(
                            Integer.parseInt(year),
                            Integer.parseInt(month),
                            Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
