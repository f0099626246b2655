package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How the numbers of a column are spread, under all conditions of a filter but that on the column
/// itself.
///
/// The bars span the middle 98 percent of the values, so that one absurd value does not squeeze all
/// others into one bar; what lies outside counts in the outermost bars.
///
/// @param column the column
/// @param currencies in which its values are, if it holds money; else none
/// @param from where the first bar begins, in the unit of the column's kind
/// @param width of each bar, a round number
/// @param counts values per bar; none if there are no values, or if amounts of several currencies
///   would be mixed
/// @param openBelow whether there are values below `from`, counted in the first bar
/// @param openAbove whether there are values from the end of the last bar on, counted in it
public record Histogram(
        ReportColumn column,
        List<String> currencies,
        long from,
        long width,
        List<Integer> counts,
        boolean openBelow,
        boolean openAbove) {

    private static final int SAMPLE = 10_000;

    /// One value in so many is outside at each end.
    private static final int OUTSIDE = 100;

    private static final long[] ROUND_SECONDS = {
        1, 5, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400
    };

    public Histogram {
        currencies = List.copyOf(currencies);
        counts = List.copyOf(counts);
    }

    /// Whether its amounts are of several currencies, which are never compared.
    public boolean isMixed() {
        return currencies.size() > 1;
    }

    /// Where the last bar ends.
    public long to() {
        return from + width * counts.size();
    }

    /// @param values may be used as working space
    /// @param size how many of them there are
    static Histogram of(ReportColumn column, List<String> seen, long[] values, int size, int bars) {
        var currencies = isMoney(column) ? seen : List.<String>of();
        if (size == 0 || currencies.size() > 1) {
            return new Histogram(column, currencies, 0, 1, List.of(), false, false);
        }
        var sample = sample(values, size);
        var outside = sample.length / OUTSIDE;
        var low = sample[outside];
        var high = sample[sample.length - 1 - outside];
        var width = roundWidth(column, Math.max(1, Math.ceilDiv(high - low + 1, bars)));
        var from = Math.floorDiv(low, width) * width;
        var counts = new int[(int) (Math.floorDiv(high - from, width) + 1)];
        var below = false;
        var above = false;
        for (var i = 0; i < size; i++) {
            var bar = Math.floorDiv(values[i] - from, width);
            below |= bar < 0;
            above |= bar >= counts.length;
            counts[(int) Math.clamp(bar, 0L, counts.length - 1L)]++;
        }
        var listed = new ArrayList<Integer>(counts.length);
        for (var count : counts) {
            listed.add(count);
        }
        return new Histogram(column, currencies, from, width, listed, below, above);
    }

    public static boolean isMoney(ReportColumn column) {
        return column.kind() == ReportColumn.Kind.MONEY
                || column.kind() == ReportColumn.Kind.MONEY_PER_KWH;
    }

    /// Evenly picked values in order: enough to know where the outermost percents begin.
    private static long[] sample(long[] values, int size) {
        var sample = new long[Math.min(size, SAMPLE)];
        for (var i = 0; i < sample.length; i++) {
            sample[i] = values[(int) ((long) i * size / sample.length)];
        }
        Arrays.sort(sample);
        return sample;
    }

    /// The next round number of at least `least`: 1, 2 or 5 with zeros, or a stretch of time that
    /// has a name.
    private static long roundWidth(ReportColumn column, long least) {
        if (column.kind() == ReportColumn.Kind.SECONDS) {
            for (var round : ROUND_SECONDS) {
                if (round >= least) {
                    return round;
                }
            }
        }
        var power = 1L;
        while (power < least / 10) {
            power *= 10;
        }
        while (true) {
            for (var digit : new int[] {1, 2, 5}) {
                if (digit * power >= least) {
                    return digit * power;
                }
            }
            power *= 10;
        }
    }
}
