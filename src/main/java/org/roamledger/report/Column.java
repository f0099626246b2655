package org.roamledger.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntToLongFunction;

/// The values of one report column, by row. Immutable; the arrays belong to the report and must not
/// be changed.
///
/// What the numbers mean is said by the column's [org.roamledger.session.ReportColumn.Kind].
public sealed interface Column {

    boolean isMissing(int row);

    /// Texts of which few different ones occur, as codes.
    ///
    /// @param codes a code per row; 0 is missing
    /// @param texts text by code; the text of code 0 is empty
    record Coded(int[] codes, List<String> texts) implements Column {

        public static final int MISSING = 0;

        @Override
        public boolean isMissing(int row) {
            return codes[row] == MISSING;
        }

        public String text(int row) {
            return texts.get(codes[row]);
        }
    }

    /// Texts that are different in nearly every row, as UTF-8 behind one another.
    ///
    /// @param utf8 the bytes of all rows
    /// @param ends where each row's bytes end; they begin where those of the row before end. No
    ///   bytes: missing
    record Ids(byte[] utf8, int[] ends) implements Column {

        @Override
        public boolean isMissing(int row) {
            return length(row) == 0;
        }

        public int begin(int row) {
            return row == 0 ? 0 : ends[row - 1];
        }

        public int length(int row) {
            return ends[row] - begin(row);
        }

        public String text(int row) {
            return new String(utf8, begin(row), length(row), StandardCharsets.UTF_8);
        }
    }

    /// Whole numbers.
    sealed interface Numbers extends Column {

        long MISSING = Long.MIN_VALUE;

        /// The value, or [#MISSING].
        long at(int row);

        @Override
        default boolean isMissing(int row) {
            return at(row) == MISSING;
        }
    }

    record Longs(long[] values) implements Numbers {
        @Override
        public long at(int row) {
            return values[row];
        }
    }

    /// Numbers that fit into an `int`, of which the smallest stands for missing.
    record Ints(int[] values) implements Numbers {

        public static final int MISSING_INT = Integer.MIN_VALUE;

        @Override
        public long at(int row) {
            return values[row] == MISSING_INT ? MISSING : values[row];
        }
    }

    /// Times with the offset each was sent with.
    ///
    /// @param times epoch seconds
    /// @param offsetMinutes minutes east of UTC, per row
    record OffsetTimes(Numbers times, int[] offsetMinutes) implements Numbers {
        @Override
        public long at(int row) {
            return times.at(row);
        }
    }

    /// Numbers that follow from other columns.
    record Computed(IntToLongFunction values) implements Numbers {
        @Override
        public long at(int row) {
            return values.applyAsLong(row);
        }
    }
}
