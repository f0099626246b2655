package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/// The CDR object of OCPI 2.2.1, section 10.3.1, and of 2.2 and 2.3.0, with the custom field
/// `roaming_network`.
final class CdrJson implements CdrForm {

    private final List<Connector> connectors;
    private final OcpiVersion version;
    private final TariffJson prices;

    CdrJson(List<Connector> connectors, OcpiVersion version) {
        this.connectors = connectors;
        this.version = version;
        prices = new TariffJson(version);
    }

    @Override
    public void write(Cdr cdr, JsonGenerator json) {
        var plug = connectors.get(cdr.connector());
        var operator = plug.location().operator();
        json.writeStartObject();
        json.writeStringProperty("country_code", operator.market().name());
        json.writeStringProperty("party_id", operator.party());
        json.writeStringProperty("id", cdr.id());
        Values.time(json, "start_date_time", cdr.started());
        Values.time(json, "end_date_time", cdr.ended());
        if (cdr.sessionId() != null) {
            json.writeStringProperty("session_id", cdr.sessionId());
        }
        token(version, cdr, json);
        json.writeStringProperty("auth_method", cdr.authMethod());
        location(plug, json);
        json.writeStringProperty("currency", cdr.currency());
        if (cdr.hasTariff()) {
            json.writeArrayPropertyStart("tariffs");
            prices.write(plug.tariff(), cdr.vat(), json);
            json.writeEndArray();
        }
        CdrPeriods.write(cdr, cdr.hasTariff() ? plug.tariff().id() : null, json);
        Prices.totalCost(version, cdr, json);
        Values.energy(json, "total_energy", cdr.energy());
        Values.hours(json, "total_time", cdr.ended() - cdr.started());
        if (cdr.ended() > cdr.chargedUntil()) {
            Values.hours(json, "total_parking_time", cdr.ended() - cdr.chargedUntil());
        }
        if (cdr.credits() != null) {
            json.writeBooleanProperty("credit", true);
            json.writeStringProperty("credit_reference_id", cdr.credits());
        }
        json.writeStringProperty("roaming_network", cdr.network());
        Values.time(json, "last_updated", cdr.lastUpdated());
        json.writeEndObject();
    }

    static void token(OcpiVersion version, Cdr cdr, JsonGenerator json) {
        json.writeObjectPropertyStart("cdr_token");
        if (!version.isBefore(OcpiVersion.V2_2_1)) {
            json.writeStringProperty("country_code", cdr.partyCountry());
            json.writeStringProperty("party_id", cdr.party());
        }
        json.writeStringProperty("uid", cdr.tokenUid());
        json.writeStringProperty("type", cdr.tokenType());
        json.writeStringProperty("contract_id", cdr.contractId());
        json.writeEndObject();
    }

    private static void location(Connector plug, JsonGenerator json) {
        var site = plug.location().site();
        json.writeObjectPropertyStart("cdr_location");
        json.writeStringProperty("id", plug.location().id());
        if (!site.name().isEmpty()) {
            json.writeStringProperty("name", site.name());
        }
        LocationJson.address(plug.location(), json);
        json.writeStringProperty("evse_uid", plug.stationId());
        json.writeStringProperty("evse_id", plug.evseId());
        json.writeStringProperty("connector_id", plug.id());
        json.writeStringProperty("connector_standard", plug.standard());
        json.writeStringProperty("connector_format", plug.format());
        json.writeStringProperty("connector_power_type", plug.powerType());
        json.writeEndObject();
    }
}
