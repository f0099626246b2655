package org.roamledger.wire.ocmf;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Energy;
import org.roamledger.session.PlugType;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the payload section of OCMF.
///
/// Fields that a reading has in common with the one before it are omitted (OCMF 1.4, Readings).
final class OcmfPayload {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    // The signature follows.
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final List<String> CARRIED = List.of("TX", "RV", "RI", "RU", "RT", "EF", "ST");
    // Beyond these a number is noise, and arithmetic on it could take for ever.
    private static final int MOST_INTEGER_DIGITS = 15;
    private static final int MOST_DECIMALS = 30;

    private final Map<String, String> carried = new HashMap<>();
    private boolean spoiled;

    private OcmfPayload() {}

    /// Reads the JSON object that the text begins with; empty if it is none or has no readings.
    static Optional<OcmfRecord> read(String text) {
        JsonNode payload;
        try {
            payload = MAPPER.readTree(text);
        } catch (JacksonException _) {
            return Optional.empty();
        }
        if (!payload.path("RD").isArray()) {
            return Optional.empty();
        }
        var reader = new OcmfPayload();
        var readings = new ArrayList<OcmfReading>();
        payload.path("RD").forEach(reading -> readings.add(reader.next(reading)));
        var flags = new ArrayList<String>();
        payload.path("IF").forEach(flag -> flags.add(upper(flag)));
        return Optional.of(new OcmfRecord(readings, flags, upper(payload.path("IT"))));
    }

    private OcmfReading next(JsonNode reading) {
        for (var field : CARRIED) {
            if (reading.hasNonNull(field)) {
                carried.put(field, reading.path(field).asString("").strip());
            }
        }
        var reason = carried("TX").toUpperCase(Locale.ROOT);
        var errors = carried("EF");
        // An exception spoils the energy from there on, unless it says that only the time is.
        spoiled |= reason.equals("X") && !errors.equals("t");
        var state = carried("ST").toUpperCase(Locale.ROOT);
        return new OcmfReading(
                reason,
                carried("RI"),
                energy(),
                current(),
                !spoiled && !errors.contains("E") && (state.isEmpty() || state.equals("G")));
    }

    private @Nullable Energy energy() {
        try {
            var value = new BigDecimal(carried("RV").replace(',', '.'));
            if (value.precision() - (long) value.scale() > MOST_INTEGER_DIGITS
                    || value.scale() > MOST_DECIMALS) {
                return null;
            }
            return switch (carried("RU").toUpperCase(Locale.ROOT)) {
                case "KWH" -> Energy.ofKilowattHours(value);
                case "WH" -> Energy.ofWattHours(value);
                default -> null;
            };
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private PlugType current() {
        return switch (carried("RT").toUpperCase(Locale.ROOT)) {
            case "AC" -> PlugType.AC;
            case "DC" -> PlugType.DC;
            default -> PlugType.UNKNOWN;
        };
    }

    private String carried(String field) {
        return carried.getOrDefault(field, "");
    }

    private static String upper(JsonNode word) {
        return word.asString("").strip().toUpperCase(Locale.ROOT);
    }
}
