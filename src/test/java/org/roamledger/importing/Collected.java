package org.roamledger.importing;

import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Reject;
import org.roamledger.session.SessionKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A store that remembers what it was given, the newest version of each session.
final class Collected implements SessionSink {

    final Map<SessionKey, DeliveredSession> sessions = new LinkedHashMap<>();
    final List<Reject> rejects = new ArrayList<>();
    final List<Integer> sizes = new ArrayList<>();

    @Override
    public MergeCounts merge(Delivery delivery) {
        sizes.add(delivery.sessions().size() + delivery.rejects().size());
        var counts = MergeCounts.NONE;
        for (var session : delivery.sessions()) {
            var before = sessions.put(session.session().key(), session);
            counts =
                    counts.plus(
                            before == null
                                    ? new MergeCounts(1, 0, 0, 0)
                                    : before.session().equals(session.session())
                                            ? new MergeCounts(0, 0, 1, 0)
                                            : new MergeCounts(0, 1, 0, 0));
        }
        rejects.addAll(delivery.rejects());
        return counts.plus(new MergeCounts(0, 0, 0, delivery.rejects().size()));
    }

    List<ChargingSession> all() {
        return sessions.values().stream().map(DeliveredSession::session).toList();
    }

    ChargingSession only() {
        if (sessions.size() != 1) {
            throw new AssertionError("not one session but " + sessions.keySet() + rejects);
        }
        return all().getFirst();
    }

    List<String> ids() {
        return all().stream().map(ChargingSession::cdrId).toList();
    }
}
