package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// What a station is called.
///
/// @param operator the party that runs it, [PartyId#key]; absent where nobody named one
/// @param stationId internal id of the charging point
/// @param evseId its id in the roaming networks
public record StationIds(
        @Nullable String operator, @Nullable String stationId, @Nullable EvseId evseId) {

    /// Whether there is an id by which the station can be found again; records of sessions may have
    /// none.
    public boolean isNamed() {
        return stationId != null || evseId != null;
    }

    /// The station id in the form by which two are equal: in lower case (OCPI ids have no case).
    public @Nullable String stationKey() {
        return stationId == null ? null : stationId.toLowerCase(Locale.ROOT);
    }

    /// The EVSE-ID in the form by which two are equal.
    public @Nullable String evseKey() {
        return evseId == null ? null : evseId.key();
    }

    /// These ids, with what is missing taken from others of the same station.
    public StationIds completedBy(StationIds other) {
        return new StationIds(
                operator == null ? other.operator : operator,
                stationId == null ? other.stationId : stationId,
                evseId == null ? other.evseId : evseId);
    }
}
