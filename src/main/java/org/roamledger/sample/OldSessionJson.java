package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.List;
import java.util.Objects;

/// The Session object of OCPI 2.1.1, section 9.3.1, whose times are spelled unlike those of a CDR.
final class OldSessionJson implements CdrForm {

    private final List<Connector> connectors;
    private final LocationJson places;

    OldSessionJson(List<Connector> connectors, LocationJson places) {
        this.connectors = connectors;
        this.places = places;
    }

    /// @param cdr has a session id
    @Override
    public void write(Cdr cdr, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", Objects.requireNonNull(cdr.sessionId()));
        Values.time(json, "start_datetime", cdr.started());
        Values.time(json, "end_datetime", cdr.ended());
        Values.energy(json, "kwh", cdr.energy());
        json.writeStringProperty("auth_id", cdr.contractId());
        json.writeStringProperty("auth_method", OldCdrJson.authMethod(cdr));
        json.writeName("location");
        places.writeUsed(connectors.get(cdr.connector()), json);
        json.writeStringProperty("currency", cdr.currency());
        Prices.totalCost(OcpiVersion.V2_1_1, cdr, json);
        json.writeStringProperty("status", "COMPLETED");
        Values.time(json, "last_updated", cdr.lastUpdated());
        json.writeEndObject();
    }
}
