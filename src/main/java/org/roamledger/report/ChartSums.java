package org.roamledger.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Exact sums by place, each with how many figures went into it.
final class ChartSums {

    private static final int AVERAGE_SCALE = 4;

    private final long[] sums;
    private final int[] counts;

    ChartSums(int places) {
        sums = new long[places];
        counts = new int[places];
    }

    /// @throws ArithmeticException if a sum is beyond a `long`
    void add(int place, long figure) {
        sums[place] = Math.addExact(sums[place], figure);
        counts[place]++;
    }

    boolean isKnown(int place) {
        return counts[place] > 0;
    }

    /// Zero where nothing was added.
    long at(int place) {
        return sums[place];
    }

    /// The sum over some places, if anything was added at one of them.
    Optional<BigDecimal> at(int[] places, int scale) {
        var known = false;
        var sum = 0L;
        for (var place : places) {
            known |= isKnown(place);
            sum = Math.addExact(sum, sums[place]);
        }
        return known ? Optional.of(BigDecimal.valueOf(sum, scale)) : Optional.empty();
    }

    /// Sums of amounts by those of watt-hours over the same places, per kilowatt-hour, half up.
    static Optional<BigDecimal> average(ChartSums amounts, ChartSums wattHours, int[] places) {
        var energy = wattHours.at(places, 3);
        return amounts.at(places, AVERAGE_SCALE)
                .filter(_ -> energy.filter(sum -> sum.signum() > 0).isPresent())
                .map(sum -> sum.divide(energy.get(), AVERAGE_SCALE, RoundingMode.HALF_UP));
    }
}
