package org.roamledger.store;

import org.roamledger.session.Delivery;

import java.util.List;

/// A delivery with all that can be computed before it is stored, which takes about as long as
/// storing it: so that one delivery can be prepared on another thread while the last one is stored.
public final class PreparedDelivery {

    private final Delivery delivery;
    private final List<PreparedSession> sessions;

    private PreparedDelivery(Delivery delivery) {
        this.delivery = delivery;
        sessions = PreparedSession.all(delivery);
    }

    public static PreparedDelivery of(Delivery delivery) {
        return new PreparedDelivery(delivery);
    }

    public Delivery delivery() {
        return delivery;
    }

    List<PreparedSession> sessions() {
        return sessions;
    }
}
