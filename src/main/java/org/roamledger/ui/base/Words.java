package org.roamledger.ui.base;

import org.roamledger.problem.Problem;
import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window in one language, and figures as that language writes them.
///
/// Confined to the screen thread: formats of numbers are not for several.
public final class Words {

    /// The languages the window speaks; the first one if it does not speak the reader's.
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("sv"));

    private static final String BUNDLE = "org.roamledger.ui.messages";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final NumberFormat whole;
    private final DateTimeFormatter date;

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
        this.whole = NumberFormat.getIntegerInstance(locale);
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }

    public Locale locale() {
        return locale;
    }

    /// @throws java.util.MissingResourceException if there is no such key
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    public String title(ReportColumn column) {
        return text("column." + column.key());
    }

    /// A word of a closed list in the reader's language; a word of another feed as it was sent.
    public String choice(ReportColumn column, String word) {
        var key = "choice." + column.key() + "." + Folded.of(word).replace(' ', '_');
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }

    public String problem(Problem problem) {
        return problem.toString();
    }

    public String whole(long number) {
        return whole.format(number);
    }

    public String date(LocalDate day) {
        return date.format(day);
    }

    /// First and last day, the year only once where it is the same.
    public String days(LocalDate first, LocalDate last) {
        return first.equals(last) ? date(first) : date(first) + " – " + date(last);
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
