package org.roamledger.sync;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Keeps two requests apart, for servers that allow only so many a minute. Belongs to one thread.
final class Pace {

    private final Duration gap;
    private final TransportSettings settings;
    private final LongSupplier nanos;
    private long next;

    /// @param gap between the beginnings of two requests
    /// @param nanos a clock as [System#nanoTime]
    Pace(Duration gap, TransportSettings settings, LongSupplier nanos) {
        this.gap = gap;
        this.settings = settings;
        this.nanos = nanos;
        next = nanos.getAsLong();
    }

    /// Waits until the next request may begin.
    void await() {
        var early = next - nanos.getAsLong();
        if (early > 0) {
            settings.sleep(Duration.ofNanos(early));
        }
        next = nanos.getAsLong() + gap.toNanos();
    }
}
