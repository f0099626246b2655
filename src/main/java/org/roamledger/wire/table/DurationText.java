package org.roamledger.wire.table;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A duration as files write it: `1:02:03`, `26:15`, `PT1H2M3S`.
final class DurationText {

    private static final Pattern CLOCK =
            Pattern.compile("(?<h>\\d{1,5}):(?<m>[0-5]\\d)(?::(?<s>[0-5]\\d))?");

    private DurationText() {}

    /// Empty for anything else; a file's durations only ever help out.
    static Optional<Duration> of(String text) {
        var plain = text.strip();
        var clock = CLOCK.matcher(plain);
        if (clock.matches()) {
            var seconds = clock.group("s");
            return Optional.of(
                    Duration.ofHours(Long.parseLong(clock.group("h")))
                            .plusMinutes(Long.parseLong(clock.group("m")))
                            .plusSeconds(seconds == null ? 0 : Long.parseLong(seconds)));
        }
        if (!plain.startsWith("P")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(plain)).filter(duration -> !duration.isNegative());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
