package org.roamledger.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Gives faults of the application itself a reference by which they are found again.
public final class Faults {

    private static final int FRAMES = 8;

    private Faults() {}

    /// A problem whose reference is made of the fault's type and place, never of its message: the
    /// same fault has the same reference everywhere, and no data gets into it.
    public static Problem.Unexpected unexpected(Throwable fault) {
        var place =
                Arrays.stream(fault.getStackTrace())
                        .limit(FRAMES)
                        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                        .collect(Collectors.joining(","));
        var hash = (fault.getClass().getName() + place).hashCode();
        return new Problem.Unexpected(
                String.format(Locale.ROOT, "%08X", hash), fault.getClass().getSimpleName());
    }
}
