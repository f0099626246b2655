package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

/// The Tariff object of OCPI 2.2.1, section 11.3.1, and of the versions around it.
///
/// @param version before 2.2 a tariff names neither its party nor VAT
record TariffJson(OcpiVersion version) {

    /// @param vat tenths of a percent; null where no rate is told
    void write(Tariff tariff, @Nullable Integer vat, JsonGenerator json) {
        var old = version.isBefore(OcpiVersion.V2_2);
        json.writeStartObject();
        if (!old) {
            json.writeStringProperty("country_code", tariff.operator().market().name());
            json.writeStringProperty("party_id", tariff.operator().party());
        }
        json.writeStringProperty("id", tariff.id());
        json.writeStringProperty("currency", tariff.operator().market().currency);
        if (version == OcpiVersion.V2_3_0) {
            json.writeStringProperty("tax_included", "NO");
        }
        var rate = old ? null : vat;
        json.writeArrayPropertyStart("elements");
        json.writeStartObject();
        json.writeArrayPropertyStart("price_components");
        component("ENERGY", tariff.perKwh(), rate, json);
        if (tariff.flat() > 0) {
            component("FLAT", tariff.flat(), rate, json);
        }
        if (tariff.perHour() > 0) {
            component("TIME", tariff.perHour(), rate, json);
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
