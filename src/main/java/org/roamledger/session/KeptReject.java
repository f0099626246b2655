package org.roamledger.session;

import java.time.Instant;

/// A reject as it is kept until its record is read well.
///
/// @param id of the reject
/// @param source name of the source that delivered it
/// @param firstSeen when it was rejected first, to the millisecond
/// @param lastSeen when it was rejected last
public record KeptReject(
        long id, String source, Reject reject, Instant firstSeen, Instant lastSeen) {}
