package org.roamledger.report;

/// Sorts row numbers by a key per row, stably: rows with equal keys keep their order.
///
/// Least significant digit first. At a million rows about five times faster than a comparison sort,
/// and it makes no objects.
final class RadixSort {

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private RadixSort() {}

    /// @param rows row numbers; may be used as working space
    /// @param keyByRow unsigned keys, indexed by row number
    /// @param largest largest key that occurs, or any larger number
    /// @return the rows in order, in `rows` or another array
    static int[] byUnsigned(int[] rows, long[] keyByRow, long largest) {
        var from = rows;
        var to = new int[rows.length];
        for (var shift = 0; shift < Long.SIZE && largest >>> shift != 0; shift += DIGIT_BITS) {
            var next = new int[DIGITS];
            for (var row : from) {
                next[(int) (keyByRow[row] >>> shift) & (DIGITS - 1)]++;
            }
            toPositions(next);
            for (var row : from) {
                to[next[(int) (keyByRow[row] >>> shift) & (DIGITS - 1)]++] = row;
            }
            var swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    /// As [#byUnsigned], by ranks from 0 to `largest`; if `descending`, rank `largest` still comes
    /// last.
    static int[] byRank(int[] rows, int[] rankByRow, int largest, boolean descending) {
        var bits = Integer.SIZE - Integer.numberOfLeadingZeros(largest);
        // Equal digits instead of full ones: 18 bits are two passes over small tables.
        var passes = Math.max(1, (bits + DIGIT_BITS - 1) / DIGIT_BITS);
        var digit = (bits + passes - 1) / passes;
        var mask = (1 << digit) - 1;
        var from = rows;
        var to = new int[rows.length];
        for (var pass = 0; pass < passes; pass++) {
            var shift = pass * digit;
            var next = new int[mask + 1];
            for (var row : from) {
                next[(key(rankByRow[row], largest, descending) >>> shift) & mask]++;
            }
            toPositions(next);
            for (var row : from) {
                to[next[(key(rankByRow[row], largest, descending) >>> shift) & mask]++] = row;
            }
            var swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static int key(int rank, int largest, boolean descending) {
        return descending && rank != largest ? largest - 1 - rank : rank;
    }

    private static void toPositions(int[] counts) {
        var position = 0;
        for (var i = 0; i < counts.length; i++) {
            var count = counts[i];
            counts[i] = position;
            position += count;
        }
    }
}
