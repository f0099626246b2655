package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A Session object of a back office, kept so that a CDR that names no session finds its
/// transaction id.
///
/// @param id the transaction id
/// @param operatorKey key of the party that owns it, empty where it names none
/// @param evseKey key of its EVSE-ID, if it names one
/// @param uidKey the EVSE's internal id, made comparable like an EVSE-ID, if it names one
/// @param authId contract id of the driver; only its hash is kept
/// @param start when it started
/// @param stop when it ended, if it has
/// @param status `ACTIVE`, `COMPLETED` and so on, upper case
public record Transaction(
        String id,
        String operatorKey,
        @Nullable String evseKey,
        @Nullable String uidKey,
        @Nullable String authId,
        Instant start,
        @Nullable Instant stop,
        String status) {}
