package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

/// The Tariff object of OCPI 2.2.1, section 11.3.1.
final class TariffJson {

    private TariffJson() {}

    /// @param vat tenths of a percent; null where no rate is told
    static void write(Tariff tariff, @Nullable Integer vat, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("country_code", tariff.operator().market().name());
        json.writeStringProperty("party_id", tariff.operator().party());
        json.writeStringProperty("id", tariff.id());
        json.writeStringProperty("currency", tariff.operator().market().currency);
        json.writeArrayPropertyStart("elements");
        json.writeStartObject();
        json.writeArrayPropertyStart("price_components");
        component("ENERGY", tariff.perKwh(), vat, json);
        if (tariff.flat() > 0) {
            component("FLAT", tariff.flat(), vat, json);
        }
        if (tariff.perHour() > 0) {
            component("TIME", tariff.perHour(), vat, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        Values.time(json, "last_updated", tariff.since());
        json.writeEndObject();
    }

    private static void component(
            String type, long price, @Nullable Integer vat, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        Values.decimal(json, "price", price, 4);
        if (vat != null) {
            Values.decimal(json, "vat", vat, 1);
        }
        json.writeNumberProperty("step_size", 1);
        json.writeEndObject();
    }
}
