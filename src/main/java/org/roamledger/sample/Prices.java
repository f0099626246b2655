package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

/// The cost of a record in the three shapes that OCPI had.
final class Prices {

    private Prices() {}

    static void totalCost(OcpiVersion version, Cdr cdr, JsonGenerator json) {
        switch (version) {
            case V2_1_1 -> Values.decimal(json, "total_cost", cdr.net(), 4);
            case V2_2, V2_2_1 -> withVat(cdr, json);
            case V2_3_0 -> withTaxes(cdr, json);
        }
    }

    private static void withVat(Cdr cdr, JsonGenerator json) {
        json.writeObjectPropertyStart("total_cost");
        Values.decimal(json, "excl_vat", cdr.net(), 4);
        if (cdr.gross() != null) {
            Values.decimal(json, "incl_vat", cdr.gross(), 4);
        }
        json.writeEndObject();
    }

    private static void withTaxes(Cdr cdr, JsonGenerator json) {
        json.writeObjectPropertyStart("total_cost");
        Values.decimal(json, "before_taxes", cdr.net(), 4);
        if (cdr.gross() != null) {
            json.writeArrayPropertyStart("taxes");
            json.writeStartObject();
            json.writeStringProperty("name", "VAT");
            if (cdr.vat() != null) {
                Values.decimal(json, "percentage", cdr.vat(), 1);
            }
            Values.decimal(json, "amount", cdr.gross() - cdr.net(), 4);
            json.writeEndObject();
            json.writeEndArray();
        }
        json.writeEndObject();
    }
}
