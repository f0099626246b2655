package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What a sync remembers of a source beside its position.
///
/// @param tokenForm how its server took the token last; absent before the first time
/// @param operator the party that its credentials name, as sent; empty if they name none, absent if
///   they were not asked yet. It is part of the key of sessions that name no operator, so it is
///   asked once and never again
/// @param sessionsTo server time up to which its Session objects are kept; absent if none are
/// @param wantsSessions whether most of its CDRs name no session
/// @param rescannedAt server time at which its last three months were read again
public record SyncMemory(
        @Nullable String tokenForm,
        @Nullable String operator,
        @Nullable Instant sessionsTo,
        boolean wantsSessions,
        @Nullable Instant rescannedAt) {

    public SyncMemory withTokenForm(String form) {
        return new SyncMemory(form, operator, sessionsTo, wantsSessions, rescannedAt);
    }

    public SyncMemory withOperator(String party) {
        return new SyncMemory(tokenForm, party, sessionsTo, wantsSessions, rescannedAt);
    }

    public SyncMemory withSessionsTo(Instant to) {
        return new SyncMemory(tokenForm, operator, to, wantsSessions, rescannedAt);
    }

    public SyncMemory withWantsSessions(boolean wanted) {
        return new SyncMemory(tokenForm, operator, sessionsTo, wanted, rescannedAt);
    }

    public SyncMemory withRescannedAt(Instant at) {
        return new SyncMemory(tokenForm, operator, sessionsTo, wantsSessions, at);
    }
}
