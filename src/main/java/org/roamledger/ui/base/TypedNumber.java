package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A number as a person types or pastes it: the whole text, or nothing.
///
/// - Minus may be a hyphen, a minus sign (U+2212) or an en dash.
/// - Thousands may be set apart by any kind of space, by an apostrophe as the Swiss do, and by the
///   language's own sign: complete groups of three, all by the same sign.
/// - Decimals follow the language's sign. The other one of point and comma stands for it too, as
///   keypads have a point in every country, but not before three digits, where it may as well stand
///   for thousands.
public final class TypedNumber {

    /// Longer ones are no amounts.
    private static final int LONGEST = 30;

    private static final Pattern SPACE = Pattern.compile("\\h");
    private static final Pattern MINUS = Pattern.compile("^[-\\u2010\\u2011\\u2212\\u2013] ?");
    private static final Pattern WHOLE =
            Pattern.compile("\\d+|\\d{1,3}(?:(?<sign>[ '.,])\\d{3})(?:\\k<sign>\\d{3})*");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private TypedNumber() {}

    /// Empty if the text is blank or anything but one number.
    public static Optional<BigDecimal> of(String typed, Locale locale) {
        var text = withPlainSpaces(typed);
        var minus = MINUS.matcher(text);
        var negative = minus.find();
        var rest = negative ? minus.replaceFirst("") : text.replaceFirst("^\\+", "");
        return rest.length() > LONGEST
                ? Optional.empty()
                : unsigned(rest.replace('’', '\''), locale)
                        .map(number -> negative ? number.negate() : number);
    }

    /// Stripped, and every space in it a plain one: no-break, narrow and thin ones too.
    static String withPlainSpaces(String typed) {
        return SPACE.matcher(typed).replaceAll(" ").strip();
    }

    private static Optional<BigDecimal> unsigned(String text, Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        var decimal = symbols.getDecimalSeparator();
        var other = decimal == ',' ? '.' : ',';
        var at = text.indexOf(decimal);
        if (at >= 0) {
            return number(text.substring(0, at), text.substring(at + 1), decimal);
        }
        var own = symbols.getGroupingSeparator() == other;
        var last = text.lastIndexOf(other);
        if (last < 0 || (own && isGrouped(text))) {
            return number(text, null, decimal);
        }
        var after = text.substring(last + 1);
        return after.length() == 3
                ? Optional.empty()
                : number(text.substring(0, last), after, other);
    }

    private static boolean isGrouped(String text) {
        return WHOLE.matcher(text).matches();
    }

    /// @param decimals absent if there is no decimal sign
    private static Optional<BigDecimal> number(
            String whole, @Nullable String decimals, char decimal) {
        var groups = WHOLE.matcher(whole);
        var right =
                (groups.matches() && whole.indexOf(decimal) < 0)
                        || (whole.isEmpty() && decimals != null);
        if (!right || (decimals != null && !DIGITS.matcher(decimals).matches())) {
            return Optional.empty();
        }
        var digits = whole.replaceAll("\\D", "");
        return Optional.of(
                new BigDecimal(decimals == null ? digits : "0" + digits + "." + decimals));
    }
}
