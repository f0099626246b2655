package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Network;
import org.roamledger.session.RawMessage;
import org.roamledger.session.SessionKey;

import java.util.List;

/// A delivered session with all that can be computed before the store is locked for it.
///
/// @param key hash of the natural key
/// @param otherKey hash of the key that the same session has if a report tells it instead of the
///   network's record, or the other way round; absent if it has none
/// @param hash hash of all values
/// @param body the message, deflated
record PreparedSession(
        ChargingSession session,
        byte[] key,
        byte @Nullable [] otherKey,
        byte[] hash,
        RawMessage.Form form,
        byte[] body) {

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
        var otherKey = otherKey(session, delivered.raw().form());
        return new PreparedSession(
                session,
                hashes.of(session.key()),
                otherKey == null ? null : hashes.of(otherKey),
                hashes.of(session),
                delivered.raw().form(),
                BODIES.get().deflate(delivered.raw().body()));
    }

    /// Hubject and Gireve give each session an id for all operators, so their records are known by
    /// the network alone; a report that was made of one names the operator too.
    private static @Nullable SessionKey otherKey(ChargingSession session, RawMessage.Form form) {
        if (session.operator() == null) {
            return null;
        }
        return switch (form) {
            case OICP_CDR, EMIP_CDR ->
                    SessionKey.of(session.operator(), session.network(), session.cdrId());
            case REPORT_ROW ->
                    session.network().equals(Network.HUBJECT)
                                    || session.network().equals(Network.GIREVE)
                            ? SessionKey.of(null, session.network(), session.cdrId())
                            : null;
            case OCPI_CDR -> null;
        };
    }
}
