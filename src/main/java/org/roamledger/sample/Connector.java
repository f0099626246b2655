package org.roamledger.sample;

import java.util.List;

/// A plug of a charging point. Plugs with the same `evse` share the point: one customer at a time.
///
/// @param number from 0, over all locations
/// @param evse number of the charging point, from 0, over all locations
/// @param stationId internal id of the charging point
/// @param evseId its name in the roaming networks
/// @param restrictions of its parking place
/// @param kilowattTenths the most it can deliver
record Connector(
        int number,
        Location location,
        int evse,
        String stationId,
        String evseId,
        List<String> restrictions,
        String id,
        String standard,
        String format,
        String powerType,
        int kilowattTenths,
        Tariff tariff) {

    boolean direct() {
        return powerType.equals("DC");
    }
}
