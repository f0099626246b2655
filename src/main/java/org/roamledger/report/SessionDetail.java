package org.roamledger.report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// All that is known of one session.
///
/// @param session the store's id of it
/// @param versions the newest first; at least one
/// @param partner the credit that takes it back or the session that it takes back, if that is in
///   the store
public record SessionDetail(
        long session, List<SessionVersion> versions, @Nullable Partner partner) {

    /// The other one of a session and its credit.
    ///
    /// @param session the store's id of it
    /// @param isCredit whether it is the one that takes back
    /// @param start when it started
    public record Partner(long session, String cdrId, boolean isCredit, Instant start) {}

    public SessionDetail {
        versions = List.copyOf(versions);
    }

    public SessionVersion current() {
        return versions.getFirst();
    }
}
