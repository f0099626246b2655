package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

/// The Credentials object of OCPI 2.2.1, section 7.3.1, and of 2.1.1.
final class CredentialsJson {

    private CredentialsJson() {}

    /// Before 2.2 a platform has one party only, here the first operator.
    static void write(OcpiVersion version, String token, String versionsUrl, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("token", token);
        json.writeStringProperty("url", versionsUrl);
        if (version.isBefore(OcpiVersion.V2_2)) {
            party(Operator.all().getFirst(), json);
        } else {
            json.writeArrayPropertyStart("roles");
            for (var operator : Operator.all()) {
                json.writeStartObject();
                json.writeStringProperty("role", "CPO");
                party(operator, json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void party(Operator operator, JsonGenerator json) {
        json.writeObjectPropertyStart("business_details");
        json.writeStringProperty("name", operator.name());
        json.writeEndObject();
        json.writeStringProperty("party_id", operator.party());
        json.writeStringProperty("country_code", operator.market().name());
    }
}
