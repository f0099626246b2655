package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;

/// The charging periods of a CDR: charging, and parking after it.
final class CdrPeriods {

    private CdrPeriods() {}

    /// @param tariff id told with each period, if any
    static void write(Cdr cdr, @Nullable String tariff, JsonGenerator json) {
        json.writeArrayPropertyStart("charging_periods");
        json.writeStartObject();
        Values.time(json, "start_date_time", cdr.started());
        json.writeArrayPropertyStart("dimensions");
        json.writeStartObject();
        json.writeStringProperty("type", "ENERGY");
        Values.energy(json, "volume", cdr.energy());
        json.writeEndObject();
        hours("TIME", cdr.chargedUntil() - cdr.started(), json);
        json.writeEndArray();
        end(tariff, json);
        if (cdr.ended() > cdr.chargedUntil()) {
            json.writeStartObject();
            Values.time(json, "start_date_time", cdr.chargedUntil());
            json.writeArrayPropertyStart("dimensions");
            hours("PARKING_TIME", cdr.ended() - cdr.chargedUntil(), json);
            json.writeEndArray();
            end(tariff, json);
        }
        json.writeEndArray();
    }

    private static void hours(String type, long seconds, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        Values.hours(json, "volume", seconds);
        json.writeEndObject();
    }

    private static void end(@Nullable String tariff, JsonGenerator json) {
        if (tariff != null) {
            json.writeStringProperty("tariff_id", tariff);
        }
        json.writeEndObject();
    }
}
