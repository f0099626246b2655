package org.roamledger.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/// A point in time as it was sent: the instant, and the offset it was written with.
///
/// Everything is computed from the instant; the offset is kept to show what the feed said.
public record Moment(Instant at, ZoneOffset sentOffset) {

    public static Moment utc(Instant at) {
        return new Moment(at, ZoneOffset.UTC);
    }

    public static Moment of(OffsetDateTime sent) {
        return new Moment(sent.toInstant(), sent.getOffset());
    }
}
