package org.roamledger.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Settings under which a test need not wait.
final class Quick {

    static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");

    /// The waits that were asked for.
    final List<Duration> waits = new CopyOnWriteArrayList<>();

    /// Does not wait between tries, and gives a server half a second.
    TransportSettings settings() {
        return settings(waits::add);
    }

    TransportSettings settings(TransportSettings.Sleeper sleeper) {
        return new TransportSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMillis(300),
                Duration.ofSeconds(5),
                100_000,
                5,
                Duration.ofSeconds(1),
                Duration.ofMinutes(15),
                sleeper,
                InstantSource.fixed(NOW));
    }
}
