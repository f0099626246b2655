package org.roamledger.wire.mapping;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

/// How a file writes its dates.
public sealed interface DateForm {

    /// Which part comes first where a date does not begin with the year.
    enum Order implements DateForm {
        /// Found out from all values of the file.
        DETECT,
        DAY_FIRST,
        MONTH_FIRST
    }

    /// A pattern of [DateTimeFormatter]: `dd.MM.yy HH:mm`.
    record Pattern(String pattern) implements DateForm {

        /// @throws IllegalArgumentException if it is no pattern
        public Pattern {
            Objects.requireNonNull(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        }

        /// Names of months are English, whatever the computer speaks.
        public DateTimeFormatter formatter() {
            return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        }
    }
}
