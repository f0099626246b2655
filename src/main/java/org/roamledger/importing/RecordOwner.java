package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Delivery;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Adds the organisation that the user named: the records of networks name none.
final class RecordOwner {

    private static final Provenance OF_IMPORT = Provenance.computed("setting of the import");

    private final @Nullable String organisation;
    private final Map<Map<ReportColumn, Provenance>, Map<ReportColumn, Provenance>> provenances =
            new HashMap<>();

    /// @param organisation absent if the user named none
    RecordOwner(@Nullable String organisation) {
        this.organisation = organisation;
    }

    Delivery owned(Delivery delivery) {
        return organisation == null
                ? delivery
                : new Delivery(
                        delivery.sessions().stream()
                                .map(sent -> owned(sent, organisation))
                                .toList(),
                        delivery.rejects());
    }

    private DeliveredSession owned(DeliveredSession sent, String organisation) {
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
                        ownedBySetting(session.provenance())),
                sent.raw());
    }

    /// Equal ones stay one object, as they came.
    private Map<ReportColumn, Provenance> ownedBySetting(Map<ReportColumn, Provenance> sent) {
        return provenances.computeIfAbsent(
                sent,
                _ -> {
                    var changed = new EnumMap<ReportColumn, Provenance>(ReportColumn.class);
                    changed.putAll(sent);
                    changed.put(ReportColumn.ORGANISATION, OF_IMPORT);
                    return Map.copyOf(changed);
                });
    }
}
