package org.roamledger.wire.ocpi;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON reader of all records: numbers are exact, and several values may stand one after the
/// other.
public final class Json {

    public static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }
}
