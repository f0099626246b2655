package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;

/// All stations and the organisations that own them, as they count now.
///
/// @param owners all organisations by name, also those that own nothing
/// @param stations all stations, by station id and EVSE-ID
public record StationDirectory(List<Owner> owners, List<KnownStation> stations) {

    /// An organisation as a person can change it.
    ///
    /// @param organisation its name and where it stands in the tree
    /// @param zone zone of its stations where they have none of their own, if a person gave one
    public record Owner(Organisation organisation, @Nullable ZoneId zone) {}

    public StationDirectory {
        owners = List.copyOf(owners);
        stations = List.copyOf(stations);
    }
}
