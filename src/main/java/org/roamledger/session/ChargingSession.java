package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// One charging event at an EVSE, as one record of one feed tells it.
///
/// A credit is a session of its own with negative price and negative energy, so that a plain sum
/// over sessions is right.
///
/// @param key natural key
/// @param network roaming network it came through
/// @param cdrId unique id, as sent
/// @param chargePoint where it was charged
/// @param start when it started; decides month and time frame
/// @param stop when it ended, if known
/// @param energy energy charged, if known; negative for a credit
/// @param meterStart meter reading at the start, if known
/// @param meterStop meter reading at the stop, if known
/// @param price what it costs
/// @param stationSetting access and free usage where the record itself tells them (portal exports
///   do)
/// @param plugType AC or DC
/// @param chargeMethod how the customer started it
/// @param operator roaming operator, if known
/// @param provider roaming EMSP, if known
/// @param transactionId id of the transaction at the station; a missing one may mean a failed
///   session
/// @param credit present if this record takes back another
/// @param organisation owner of the station where the record itself tells it
/// @param provenance where values come from; a column that is absent was reported as it stands
public record ChargingSession(
        SessionKey key,
        Network network,
        String cdrId,
        ChargePoint chargePoint,
        Moment start,
        @Nullable Moment stop,
        @Nullable Energy energy,
        @Nullable Energy meterStart,
        @Nullable Energy meterStop,
        Price price,
        StationSetting stationSetting,
        PlugType plugType,
        ChargeMethod chargeMethod,
        @Nullable PartyId operator,
        @Nullable PartyId provider,
        @Nullable String transactionId,
        @Nullable Credit credit,
        @Nullable String organisation,
        Map<ReportColumn, Provenance> provenance) {

    public ChargingSession {
        provenance = Map.copyOf(provenance);
    }
}
