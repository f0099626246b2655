package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/// The CDR object of OCPI 2.1.1, section 10.3.1, with the custom field `roaming_network`. It knows
/// no transaction, no party, no VAT and no credit: a record is taken back by a negative cost.
final class OldCdrJson implements CdrForm {

    private final List<Connector> connectors;
    private final LocationJson places;
    private final TariffJson prices = new TariffJson(OcpiVersion.V2_1_1);

    OldCdrJson(List<Connector> connectors, LocationJson places) {
        this.connectors = connectors;
        this.places = places;
    }

    @Override
    public void write(Cdr cdr, JsonGenerator json) {
        var plug = connectors.get(cdr.connector());
        json.writeStartObject();
        json.writeStringProperty("id", cdr.id());
        Values.time(json, "start_date_time", cdr.started());
        Values.time(json, "stop_date_time", cdr.ended());
        json.writeStringProperty("auth_id", cdr.contractId());
        json.writeStringProperty("auth_method", authMethod(cdr));
        json.writeName("location");
        places.writeUsed(plug, json);
        json.writeStringProperty("currency", cdr.currency());
        if (cdr.hasTariff()) {
            json.writeArrayPropertyStart("tariffs");
            prices.write(plug.tariff(), null, json);
            json.writeEndArray();
        }
        CdrPeriods.write(cdr, null, json);
        Prices.totalCost(OcpiVersion.V2_1_1, cdr, json);
        Values.energy(json, "total_energy", cdr.energy());
        Values.hours(json, "total_time", cdr.ended() - cdr.started());
        if (cdr.ended() > cdr.chargedUntil()) {
            Values.hours(json, "total_parking_time", cdr.ended() - cdr.chargedUntil());
        }
        json.writeStringProperty("roaming_network", cdr.network());
        Values.time(json, "last_updated", cdr.lastUpdated());
        json.writeEndObject();
    }

    /// Commands are authorised by the provider that sends them; 2.1.1 has no word of its own.
    static String authMethod(Cdr cdr) {
        return cdr.authMethod().equals("COMMAND") ? "AUTH_REQUEST" : cdr.authMethod();
    }
}
