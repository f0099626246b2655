package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;

import java.time.Instant;

/// A session that its back office did not have any more when it was read whole.
///
/// @param session id of the session, as a report knows it
/// @param cdrId id of its record, as sent
/// @param start when it started
/// @param provider whose customer charged
/// @param gross its price, VAT included
public record GoneSession(
        long session,
        String cdrId,
        Instant start,
        @Nullable String provider,
        @Nullable Amount gross,
        @Nullable String currency) {}
