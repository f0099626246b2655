package org.roamledger.mutation;

import java.util.Random;
import java.util.stream.LongStream;

/// How many cases a test with random input tries.
public final class Seeds {

    private Seeds() {}

    /// The numbers of the cases: a fifth of all, or all of them in the nightly build, which sets
    /// the system property `roamledger.nightly`; or the one that `roamledger.seed` names.
    ///
    /// @param all how many cases there are at night
    public static LongStream upTo(int all) {
        var only = Long.getLong("roamledger.seed");
        if (only != null) {
            return LongStream.of(only);
        }
        return LongStream.range(0, Boolean.getBoolean("roamledger.nightly") ? all : all / 5);
    }

    /// Random numbers of a case.
    public static Random random(long seed) {
        return new Random(seed * 0x9E3779B97F4A7C15L);
    }
}
