package org.roamledger.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// A point in time as it was sent: the instant, and the offset it was written with.
///
/// Everything is computed from the instant; the offset is kept to show what the feed said.
public record Moment(Instant at, ZoneOffset sentOffset) {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = EARLIEST.plusSeconds(Integer.MAX_VALUE);

    public static Moment utc(Instant at) {
        return new Moment(at, ZoneOffset.UTC);
    }

    public static Moment of(OffsetDateTime sent) {
        return new Moment(sent.toInstant(), sent.getOffset());
    }

    /// Whether something can have been charged then: from 1990 to early 2058, so that between any
    /// two such moments lie no more seconds than a report's duration counts.
    ///
    /// Readers of every protocol and table refuse other start and stop times as out of range.
    public boolean isPlausible() {
        return !at.isBefore(EARLIEST) && !at.isAfter(LATEST);
    }
}
