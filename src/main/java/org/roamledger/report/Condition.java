package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.util.Set;

/// What has to be true of a row in one column for the row to be visible.
public sealed interface Condition {

    /// Whether this says something of a column's values at all.
    boolean fits(ReportColumn column);

    /// One of some texts stands there.
    ///
    /// @param texts parties are compared by their [org.roamledger.session.PartyId#key], ids in any
    ///   case, everything else as it is; percents are plain decimals without zeros at the end, as
    ///   `19` and `5.5`; empty text is "missing". Never empty
    record OneOf(Set<String> texts) implements Condition {

        public OneOf {
            texts = Set.copyOf(texts);
            if (texts.isEmpty()) {
                throw new IllegalArgumentException("no text would hide every row");
            }
        }

        @Override
        public boolean fits(ReportColumn column) {
            return column.isText() || column.kind() == ReportColumn.Kind.PERCENT;
        }
    }

    /// A number lies between two others, which count in. Missing values do not.
    ///
    /// @param least in the unit of the column's [ReportColumn.Kind]; absent for any
    /// @param most likewise, not less than `least`; one of the two is there
    record Between(@Nullable Long least, @Nullable Long most) implements Condition {

        public Between {
            if (least == null && most == null) {
                throw new IllegalArgumentException("neither end");
            }
            if (least != null && most != null && least > most) {
                throw new IllegalArgumentException(least + " is more than " + most);
            }
        }

        @Override
        public boolean fits(ReportColumn column) {
            return !column.isText();
        }

        boolean meets(long value) {
            return value != Column.Numbers.MISSING
                    && (least == null || value >= least)
                    && (most == null || value <= most);
        }
    }

    /// There is no value.
    record Missing() implements Condition {

        @Override
        public boolean fits(ReportColumn column) {
            return true;
        }
    }

    /// There is a value.
    record Present() implements Condition {

        @Override
        public boolean fits(ReportColumn column) {
            return true;
        }
    }

    /// A time lies on some days of the week, in some hours of the day, of the report zone.
    ///
    /// @param days empty for any
    /// @param hours 0 to 23; empty for any. One of the two is not empty
    /// @param range where the time lies besides; absent for anywhere
    record Times(Set<DayOfWeek> days, Set<Integer> hours, @Nullable Between range)
            implements Condition {

        /// At any time that is one of some days and hours.
        public Times(Set<DayOfWeek> days, Set<Integer> hours) {
            this(days, hours, null);
        }

        public Times {
            days = Set.copyOf(days);
            hours = Set.copyOf(hours);
            if (days.isEmpty() && hours.isEmpty()) {
                throw new IllegalArgumentException("neither days nor hours");
            }
            if (hours.stream().anyMatch(hour -> hour < 0 || hour > 23)) {
                throw new IllegalArgumentException("hours " + hours);
            }
        }

        @Override
        public boolean fits(ReportColumn column) {
            return column.kind() == ReportColumn.Kind.DATE_TIME;
        }
    }
}
