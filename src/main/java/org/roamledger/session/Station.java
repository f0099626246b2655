package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneId;

/// Master data of one charging point, as a back office gives it.
///
/// @param operator the party that publishes it, [PartyId#key]
/// @param stationId internal id of the charging point
/// @param evseId its id in the roaming networks
/// @param name name of its location
/// @param zone zone of its location
/// @param organisation the owner
/// @param plugType AC or DC where all its connectors agree
/// @param setting access and free usage, as of `readAt`
/// @param readAt when the back office said so
public record Station(
        String operator,
        String stationId,
        @Nullable EvseId evseId,
        @Nullable String name,
        @Nullable ZoneId zone,
        @Nullable Organisation organisation,
        PlugType plugType,
        StationSetting setting,
        Instant readAt) {}
