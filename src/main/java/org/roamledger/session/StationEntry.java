package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;

/// What a person says of one station: a line of the station list. A value that is absent or unknown
/// says nothing, and leaves what was known.
///
/// @param ids which station
/// @param name its name
/// @param zone its zone
/// @param owner the organisation that owns it, with its parent where the person named one
/// @param plugType AC or DC
/// @param setting access and free usage
public record StationEntry(
        StationIds ids,
        @Nullable String name,
        @Nullable ZoneId zone,
        @Nullable Organisation owner,
        PlugType plugType,
        StationSetting setting) {}
