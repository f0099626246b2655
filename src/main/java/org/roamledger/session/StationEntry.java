package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.List;

/// What a person says of one station: a line of the station list. A value that is absent or unknown
/// says nothing, and leaves what was known.
///
/// @param ids which station
/// @param name its name
/// @param zone its zone
/// @param owner the organisation that owns it, after those it belongs to, the topmost first; empty
///   says nothing
/// @param plugType AC or DC
/// @param setting access and free usage
public record StationEntry(
        StationIds ids,
        @Nullable String name,
        @Nullable ZoneId zone,
        List<String> owner,
        PlugType plugType,
        StationSetting setting) {

    public StationEntry {
        owner = List.copyOf(owner);
    }
}
