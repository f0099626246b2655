package org.roamledger.wire.ocpi;

import org.roamledger.session.Reject;
import org.roamledger.session.Station;

import java.util.List;

/// What was read from one page of locations: the stations, and what could not be read.
public record StationDelivery(List<Station> stations, List<Reject> rejects) {

    public StationDelivery {
        stations = List.copyOf(stations);
        rejects = List.copyOf(rejects);
    }
}
