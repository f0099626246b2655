package org.roamledger.store;

import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.RawMessage;

import java.util.List;

/// A delivered session with all that can be computed before the store is locked for it.
///
/// @param key hash of the natural key
/// @param hash hash of all values
/// @param body the message, deflated
record PreparedSession(
        ChargingSession session, byte[] key, byte[] hash, RawMessage.Form form, byte[] body) {

    /// Both hold native or costly state, of which each thread that prepares keeps one.
    private static final ThreadLocal<Hashes> HASHES = ThreadLocal.withInitial(Hashes::new);

    private static final ThreadLocal<RawBodies> BODIES = ThreadLocal.withInitial(RawBodies::new);

    /// In the order of the delivery; on all processors, because deflating takes as long as storing.
    static List<PreparedSession> all(Delivery delivery) {
        return delivery.sessions().parallelStream().map(PreparedSession::of).toList();
    }

    private static PreparedSession of(DeliveredSession delivered) {
        var session = delivered.session();
        var hashes = HASHES.get();
        return new PreparedSession(
                session,
                hashes.of(session.key()),
                hashes.of(session),
                delivered.raw().form(),
                BODIES.get().deflate(delivered.raw().body()));
    }
}
