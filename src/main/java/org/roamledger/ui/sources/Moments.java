package org.roamledger.ui.sources;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Says to the minute when something is or was; the day only if it is not today.
record Moments(InstantSource clock, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    String say(Instant instant) {
        var then = instant.atZone(zone);
        var today = clock.instant().atZone(zone).toLocalDate();
        return (then.toLocalDate().equals(today) ? TIME : DAY_AND_TIME).format(then);
    }
}
