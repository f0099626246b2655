package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;

/// Adds the organisation that the user named: the records of networks name none.
///
/// @param organisation absent if the user named none
record RecordOwner(@Nullable String organisation) {

    Delivery owned(Delivery delivery) {
        return organisation == null
                ? delivery
                : new Delivery(
                        delivery.sessions().stream()
                                .map(sent -> owned(sent, organisation))
                                .toList(),
                        delivery.rejects());
    }

    private static DeliveredSession owned(DeliveredSession sent, String organisation) {
        var session = sent.session();
        if (session.organisation() != null) {
            return sent;
        }
        return new DeliveredSession(
                new ChargingSession(
                        session.key(),
                        session.network(),
                        session.cdrId(),
                        session.chargePoint(),
                        session.start(),
                        session.stop(),
                        session.energy(),
                        session.meterStart(),
                        session.meterStop(),
                        session.price(),
                        session.stationSetting(),
                        session.plugType(),
                        session.chargeMethod(),
                        session.operator(),
                        session.provider(),
                        session.transactionId(),
                        session.credit(),
                        organisation,
                        session.provenance()),
                sent.raw());
    }
}
