package org.roamledger.ui.base;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemText;
import org.roamledger.report.ColumnWords;
import org.roamledger.report.ConditionText;
import org.roamledger.session.ReportColumn;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window in one language, and figures as that language writes them.
///
/// Confined to the screen thread: formats of numbers are not for several.
public final class Words {

    /// The languages the window speaks; the first one if it does not speak the reader's.
    public static final List<Locale> LANGUAGES =
            List.of(
                    Locale.ENGLISH,
                    Locale.of("sv"),
                    Locale.GERMAN,
                    Locale.FRENCH,
                    Locale.of("fi"),
                    Locale.of("nl"));

    private static final String BUNDLE = "org.roamledger.ui.messages";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final ProblemText problems;
    private final ColumnWords columns;
    private final NumberFormat whole;
    private final DateTimeFormatter month;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOfYear;

    /// @param locale decides language and figures; a language that is not spoken is English
    public Words(Locale locale) {
        this.locale = locale;
        // Without the control a missing language would become that of the computer.
        this.bundle =
                ResourceBundle.getBundle(
                        BUNDLE,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        this.problems = ProblemText.of(locale);
        this.columns = new ColumnWords(locale);
        this.whole = NumberFormat.getIntegerInstance(locale);
        this.month = DateTimeFormatter.ofPattern("LLLL uuuu", locale);
        this.day = DateTimeFormatter.ofPattern("d MMM uuuu", locale);
        this.dayOfYear = DateTimeFormatter.ofPattern("d MMM", locale);
    }

    /// A language as its speakers call it: `Suomi`.
    public static String inItsOwnWords(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    public Locale locale() {
        return locale;
    }

    /// @throws java.util.MissingResourceException if there is no such key
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /// Whether there is such a key.
    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public String title(ReportColumn column) {
        return columns.title(column);
    }

    /// A word of a closed list in the reader's language; a word of another feed as it was sent.
    public String choice(ReportColumn column, String word) {
        return columns.choice(column, word);
    }

    /// Conditions on columns as sentences.
    ///
    /// @param zone zone in which times are told
    public ConditionText conditions(ZoneId zone) {
        return new ConditionText(locale, zone, columns);
    }

    public String problem(Problem problem) {
        return problems.say(problem);
    }

    public String whole(long number) {
        return whole.format(number);
    }

    /// What a person who typed something else than a number is told; see [TypedNumber].
    public String notANumber(String typed) {
        var example = NumberFormat.getNumberInstance(locale).format(1234.5);
        return text("typed.notANumber", typed, example);
    }

    /// What a person who typed something else than a date is told; see [TypedDate].
    public String notADate(String typed) {
        return text("typed.notADate", typed, TypedDate.written(LocalDate.of(2026, 10, 31), locale));
    }

    /// A stretch of days as short as it can be said: `October 2026`, `1 Oct – 4 Nov 2026`.
    ///
    /// @param last last day, included
    public String days(LocalDate first, LocalDate last) {
        var whole = first.getDayOfMonth() == 1 && last.plusDays(1).getDayOfMonth() == 1;
        if (whole && YearMonth.from(first).equals(YearMonth.from(last))) {
            return month.format(first);
        }
        if (first.equals(last)) {
            return day.format(last);
        }
        var begin = first.getYear() == last.getYear() ? dayOfYear : day;
        return begin.format(first) + " – " + day.format(last);
    }

    /// How long ago something was, in the largest whole unit.
    public String ago(Instant then, Instant now) {
        var passed = Duration.between(then, now);
        if (passed.toMinutes() < 1) {
            return text("ago.now");
        }
        if (passed.toHours() < 1) {
            return text("ago.minutes", passed.toMinutes());
        }
        return passed.toDays() < 2
                ? text("ago.hours", passed.toHours())
                : text("ago.days", passed.toDays());
    }
}
