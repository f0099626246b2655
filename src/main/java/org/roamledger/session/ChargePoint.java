package org.roamledger.session;

import org.jspecify.annotations.Nullable;

/// Where a session was charged, as the record says it.
///
/// @param stationId internal id of the charging point
/// @param evseId its id in the roaming networks
/// @param stationName the name sealed into the record when the session began
public record ChargePoint(
        @Nullable String stationId, @Nullable EvseId evseId, @Nullable String stationName) {

    public static final ChargePoint UNKNOWN = new ChargePoint(null, null, null);
}
