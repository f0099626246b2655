package org.roamledger.importing;

import org.roamledger.session.Delivery;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.RecordPlace;
import org.roamledger.wire.ocpi.Joins;
import org.roamledger.wire.ocpi.MappingContext;
import org.roamledger.wire.ocpi.OcpiCdrs;
import org.roamledger.wire.oicp.OicpCdrs;
import org.roamledger.wire.record.Json;

import tools.jackson.core.JacksonException;

/// Reads each record as what it is, one of OCPI or one of OICP: archives mix them.
final class CdrReader {

    private final OcpiCdrs ocpi;
    private final OicpCdrs oicp = new OicpCdrs();
    private final RecordOwner owner;
    private long records;
    private long ofOicp;

    CdrReader(ImportSettings settings) {
        ocpi =
                new OcpiCdrs(
                        new MappingContext(
                                settings.network(), NetworkRules.NONE, null, Joins.NONE));
        owner = new RecordOwner(settings.organisation());
    }

    /// Reads one record, which [#delivery] then hands out.
    void read(byte[] json, RecordPlace place) {
        records++;
        try {
            var record = Json.tree(json);
            if (OicpCdrs.isOne(record)) {
                ofOicp++;
                oicp.read(record, json, place);
            } else {
                ocpi.read(record, json, place);
            }
        } catch (JacksonException _) {
            // OCPI's reader turns away what is no JSON as well.
            ocpi.read(json, place);
        }
    }

    Delivery delivery() {
        var delivery = ocpi.delivery();
        return owner.owned(
                delivery.sessions().isEmpty() && delivery.rejects().isEmpty()
                        ? oicp.delivery()
                        : delivery);
    }

    /// The kinds of record that were read, as summaries name them.
    String format() {
        if (ofOicp == 0) {
            return "ocpi-cdr-json";
        }
        return ofOicp == records ? "oicp-cdr-json" : "ocpi-cdr-json, oicp-cdr-json";
    }
}
