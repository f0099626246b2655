package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Energy;
import org.roamledger.session.EvseId;
import org.roamledger.session.PartyId;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A Session object of a back office: what it knows of a session before, or without, a CDR.
///
/// @param id the transaction id
/// @param operator the party that owns it, absent in OCPI 2.1.1
/// @param evseKey [EvseId#key] of its EVSE, absent in OCPI 2.2 and later
/// @param evseUid internal id of the EVSE
/// @param authId contract id of the driver's token
/// @param start when it started
/// @param stop when it ended, if it has
/// @param energy energy charged so far
/// @param status `ACTIVE`, `COMPLETED`, `INVALID` and so on, upper case; empty if not sent
/// @param lastUpdated when the back office changed it last
public record LiveSession(
        String id,
        @Nullable PartyId operator,
        @Nullable String evseKey,
        @Nullable String evseUid,
        @Nullable String authId,
        Instant start,
        @Nullable Instant stop,
        @Nullable Energy energy,
        String status,
        @Nullable Instant lastUpdated) {

    /// The keys under which [Joins#transactionId] finds this session: that of the EVSE-ID and that
    /// of the uid, made comparable like an EVSE-ID.
    public List<String> evseKeys() {
        return evseKeys(evseKey, evseUid);
    }

    /// See [#evseKeys()].
    static List<String> evseKeys(@Nullable String evseKey, @Nullable String evseUid) {
        return Stream.of(evseKey, evseUid == null ? null : new EvseId(evseUid).key())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
