package org.roamledger.store;

import org.roamledger.session.RawMessage;

import java.time.Instant;

/// One version of a session.
///
/// @param number from 1; the highest is current
/// @param source name of the source that delivered it
/// @param storedAt when it was stored, to the second
/// @param raw the message it was read from
/// @param provenance where its values come from, a line per column: key, origin, rule
public record SessionVersion(
        int number, String source, Instant storedAt, RawMessage raw, String provenance) {}
