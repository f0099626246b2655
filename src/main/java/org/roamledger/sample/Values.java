package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/// How values are written in OCPI 2.2.1.
final class Values {

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int HOUR_DECIMALS = 4;

    private Values() {}

    /// UTC with a `Z`.
    static void time(JsonGenerator json, String name, long second) {
        json.writeStringProperty(name, Instant.ofEpochSecond(second).toString());
    }

    /// Without zeros at the end.
    static void decimal(JsonGenerator json, String name, long value, int scale) {
        json.writeName(name);
        if (value == 0) {
            json.writeNumber(0);
            return;
        }
        var decimal = BigDecimal.valueOf(value, scale).stripTrailingZeros();
        json.writeNumber(decimal.toPlainString());
    }

    /// Tenths of a watt-hour as kilowatt-hours.
    static void energy(JsonGenerator json, String name, long tenths) {
        decimal(json, name, tenths, 4);
    }

    static void hours(JsonGenerator json, String name, long seconds) {
        json.writeName(name);
        json.writeNumber(
                BigDecimal.valueOf(seconds)
                        .divide(
                                BigDecimal.valueOf(SECONDS_PER_HOUR),
                                HOUR_DECIMALS,
                                RoundingMode.HALF_UP));
    }
}
