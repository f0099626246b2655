package org.roamledger.wire.table;

import org.roamledger.session.Reject;
import org.roamledger.session.StationEntry;

import java.util.List;

/// What was read from a station list: the good lines and the bad ones.
public record StationList(List<StationEntry> entries, List<Reject> rejects) {

    public StationList {
        entries = List.copyOf(entries);
        rejects = List.copyOf(rejects);
    }
}
