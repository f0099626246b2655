package org.roamledger.sample;

/// A stream of numbers that depends only on the seed and a place, so that any record can be drawn
/// alone and again. SplitMix64 by Steele, Lea and Flood; the JDK does not promise to keep its own
/// generators.
///
/// Not safe for threads.
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Draw(long seed, long purpose, long index) {
        state = mix(mix(seed + GOLDEN * purpose) + GOLDEN * index);
    }

    /// A bijection on 64 bits: different numbers stay different.
    static long mix(long value) {
        var z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /// From 0, inclusive, to 1, exclusive.
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /// From 0, inclusive, to `bound`, exclusive.
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /// Both ends inclusive.
    long between(long low, long high) {
        return low + Long.remainderUnsigned(next(), high - low + 1);
    }

    /// Both ends inclusive; small values are more frequent.
    long mostlyLow(long low, long high) {
        return low + (long) (unit() * unit() * (high - low + 1));
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /// A place in an array of growing sums, each as probable as its step.
    int weighted(double[] sums) {
        var target = unit() * sums[sums.length - 1];
        var low = 0;
        var high = sums.length - 1;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sums[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// The growing sums that [#weighted] takes.
    static double[] sums(double... weights) {
        var sums = weights.clone();
        for (var i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
        return sums;
    }
}
