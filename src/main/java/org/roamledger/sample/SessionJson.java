package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.List;
import java.util.Objects;

/// The Session object of OCPI 2.2.1, section 9.3.1, and of 2.2 and 2.3.0.
final class SessionJson implements CdrForm {

    private final List<Connector> connectors;
    private final OcpiVersion version;

    SessionJson(List<Connector> connectors, OcpiVersion version) {
        this.connectors = connectors;
        this.version = version;
    }

    /// @param cdr has a session id
    @Override
    public void write(Cdr cdr, JsonGenerator json) {
        var plug = connectors.get(cdr.connector());
        var operator = plug.location().operator();
        json.writeStartObject();
        json.writeStringProperty("country_code", operator.market().name());
        json.writeStringProperty("party_id", operator.party());
        json.writeStringProperty("id", Objects.requireNonNull(cdr.sessionId()));
        Values.time(json, "start_date_time", cdr.started());
        Values.time(json, "end_date_time", cdr.ended());
        Values.energy(json, "kwh", cdr.energy());
        CdrJson.token(version, cdr, json);
        json.writeStringProperty("auth_method", cdr.authMethod());
        json.writeStringProperty("location_id", plug.location().id());
        json.writeStringProperty("evse_uid", plug.stationId());
        json.writeStringProperty("connector_id", plug.id());
        json.writeStringProperty("currency", cdr.currency());
        Prices.totalCost(version, cdr, json);
        json.writeStringProperty("status", "COMPLETED");
        Values.time(json, "last_updated", cdr.lastUpdated());
        json.writeEndObject();
    }
}
