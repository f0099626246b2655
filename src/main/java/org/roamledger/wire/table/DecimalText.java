package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.wire.mapping.DecimalSign;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// A number as people and programs of any country write it, read by its form alone and as a whole.
///
/// `1.5`, `0,123`, `1 234,5`, `1'234.5`, `1.234.567` can be read in one way only; `1,234` cannot:
/// it is left to the evidence of its column.
sealed interface DecimalText {

    /// Which character separates the decimals.
    enum Mark {
        POINT,
        COMMA;

        Mark other() {
            return this == POINT ? COMMA : POINT;
        }

        /// Null if it has to be found out.
        static @Nullable Mark of(DecimalSign sign) {
            return switch (sign) {
                case DETECT -> null;
                case POINT -> POINT;
                case COMMA -> COMMA;
            };
        }

        DecimalSign sign() {
            return this == POINT ? DecimalSign.POINT : DecimalSign.COMMA;
        }
    }

    /// Reads in one way only, and tells which decimal mark its writer uses.
    record Marked(BigDecimal value, Mark decimal) implements DecimalText {}

    /// Reads in one way only, and tells nothing about decimal marks.
    record Plain(BigDecimal value) implements DecimalText {}

    /// One mark before exactly three digits.
    ///
    /// @param asDecimals if the mark separates decimals
    /// @param asGroups if the mark separates thousands
    record Ambiguous(BigDecimal asDecimals, BigDecimal asGroups, Mark mark) implements DecimalText {

        BigDecimal read(Mark decimal) {
            return mark == decimal ? asDecimals : asGroups;
        }
    }

    /// Anything else, also a number with something before or behind it.
    record NotANumber() implements DecimalText {}

    static DecimalText of(String text) {
        return Reading.of(text);
    }

    /// The reading itself, apart so that the interface shows only what comes out of it.
    final class Reading {

        private static final NotANumber NOT_A_NUMBER = new NotANumber();
        private static final int LONGEST = 40;
        private static final Pattern DIGITS = Pattern.compile("[0-9]+");
        // Space, no-break space, thin space, narrow no-break space, or an apostrophe: one kind per
        // number.
        private static final Pattern GROUPED =
                Pattern.compile("[0-9]{1,3}([ \u00a0\u2009\u202f'\u2019])[0-9]{3}(?:\\1[0-9]{3})*");
        private static final Pattern POINT_GROUPED = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3})+");
        private static final Pattern COMMA_GROUPED = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+");

        private Reading() {}

        private static DecimalText of(String text) {
            var number = text.strip();
            if (number.isEmpty() || number.length() > LONGEST) {
                return NOT_A_NUMBER;
            }
            var sign = number.charAt(0);
            var negative = sign == '-' || sign == '\u2212';
            var body = negative || sign == '+' ? number.substring(1) : number;
            var read = unsigned(body);
            return negative ? negated(read) : read;
        }

        private static DecimalText unsigned(String body) {
            var comma = body.lastIndexOf(',');
            var point = body.lastIndexOf('.');
            if (comma < 0 && point < 0) {
                return plain(body);
            }
            var mark = comma > point ? Mark.COMMA : Mark.POINT;
            var at = Math.max(comma, point);
            if (comma >= 0 && point >= 0) {
                return decimals(body, at, mark, groupedBy(mark.other()));
            }
            if (body.indexOf(mark == Mark.COMMA ? ',' : '.') < at) {
                return groupedBy(mark).matcher(body).matches()
                        ? new Marked(digitsOf(body), mark.other())
                        : NOT_A_NUMBER;
            }
            var ambiguous = groupedBy(mark).matcher(body).matches() && body.charAt(0) != '0';
            return ambiguous
                    ? new Ambiguous(decimal(body, at), digitsOf(body), mark)
                    : decimals(body, at, mark, GROUPED);
        }

        private static DecimalText plain(String body) {
            return DIGITS.matcher(body).matches() || GROUPED.matcher(body).matches()
                    ? new Plain(digitsOf(body))
                    : NOT_A_NUMBER;
        }

        private static DecimalText decimals(String body, int at, Mark mark, Pattern groups) {
            var whole = body.substring(0, at);
            var rightWhole =
                    whole.isEmpty()
                            || DIGITS.matcher(whole).matches()
                            || groups.matcher(whole).matches();
            return rightWhole && DIGITS.matcher(body.substring(at + 1)).matches()
                    ? new Marked(decimal(body, at), mark)
                    : NOT_A_NUMBER;
        }

        private static Pattern groupedBy(Mark mark) {
            return mark == Mark.COMMA ? COMMA_GROUPED : POINT_GROUPED;
        }

        private static BigDecimal decimal(String body, int at) {
            return digitsOf(body).movePointLeft(body.length() - at - 1);
        }

        private static BigDecimal digitsOf(String body) {
            var digits = new StringBuilder(body.length());
            for (var i = 0; i < body.length(); i++) {
                var c = body.charAt(i);
                if (c >= '0' && c <= '9') {
                    digits.append(c);
                }
            }
            return new BigDecimal(digits.toString());
        }

        private static DecimalText negated(DecimalText read) {
            return switch (read) {
                case Marked(var value, var decimal) -> new Marked(value.negate(), decimal);
                case Plain(var value) -> new Plain(value.negate());
                case Ambiguous(var asDecimals, var asGroups, var mark) ->
                        new Ambiguous(asDecimals.negate(), asGroups.negate(), mark);
                case NotANumber() -> read;
            };
        }
    }
}
