package org.roamledger.report;

/// How the Prices per kilowatt-hour of some sessions are spread about the middle one.
///
/// The median and the median of the distances from it (MAD) are not moved by the few values that
/// are to be found, as mean and standard deviation would be. Everything is a whole number of
/// ten-thousandths; of an even number of values the lower one in the middle is the median.
///
/// @param sessions how many
/// @param median the middle one
/// @param distance how far from it is not yet far
public record PriceSpread(int sessions, long median, long distance) {

    /// Of fewer sessions nothing is said.
    public static final int LEAST_SESSIONS = 20;

    /// So many times the median distance is far.
    public static final int TIMES = 3;

    /// And at least this part of the median: where most sessions cost the same, rounding alone, or
    /// another tariff, is many times the median distance. What is to be found is a wrong unit or a
    /// wrong tax, not another place or another hour.
    public static final int LEAST_PART = 2;

    /// @param values from `begin` to before `end` ascending, none negative; at least one
    static PriceSpread of(long[] values, int begin, int end) {
        var middle = (end - begin - 1) / 2;
        var median = values[begin + middle];
        // Distances ascend on both sides of the median: the smaller of the next two, again and
        // again.
        var below = begin + middle;
        var above = begin + middle + 1;
        var distance = 0L;
        for (var i = 0; i <= middle; i++) {
            var under = below < begin ? Long.MAX_VALUE : median - values[below];
            var over = above >= end ? Long.MAX_VALUE : values[above] - median;
            if (under <= over) {
                below--;
            } else {
                above++;
            }
            distance = Math.min(under, over);
        }
        var far = distance > Long.MAX_VALUE / TIMES ? Long.MAX_VALUE : distance * TIMES;
        return new PriceSpread(end - begin, median, Math.max(far, median / LEAST_PART));
    }

    /// Whether a value, which is not negative, is far from the median.
    boolean isFar(long value) {
        return sessions >= LEAST_SESSIONS && Math.abs(value - median) > distance;
    }

    /// The least that is not far.
    public long least() {
        return Math.max(0, median - distance);
    }

    /// The most that is not far.
    public long most() {
        return distance > Long.MAX_VALUE - median ? Long.MAX_VALUE : median + distance;
    }
}
