package org.roamledger.session;

import java.util.List;

/// What was read from one page or one stretch of a file: the good records and the bad ones.
public record Delivery(List<DeliveredSession> sessions, List<Reject> rejects) {

    public Delivery {
        sessions = List.copyOf(sessions);
        rejects = List.copyOf(rejects);
    }
}
