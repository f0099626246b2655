package org.roamledger.wire.record;

import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gathers what became of records, and makes equal provenance one object. For one thread.
public final class Collector {

    private final Map<Map<ReportColumn, Provenance>, Map<ReportColumn, Provenance>> provenances =
            new HashMap<>();
    private List<DeliveredSession> sessions = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();

    public void add(ChargingSession session, RawMessage raw) {
        sessions.add(new DeliveredSession(session, raw));
    }

    public void add(Reject reject) {
        rejects.add(reject);
    }

    /// One unchanging map for all that are equal: few different ones occur.
    public Map<ReportColumn, Provenance> shared(Map<ReportColumn, Provenance> provenance) {
        return provenances.computeIfAbsent(provenance, Map::copyOf);
    }

    /// Hands out what was gathered since the last call.
    public Delivery delivery() {
        var delivery = new Delivery(sessions, rejects);
        sessions = new ArrayList<>();
        rejects = new ArrayList<>();
        return delivery;
    }
}
