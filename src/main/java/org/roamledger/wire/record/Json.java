package org.roamledger.wire.record;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
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
        try (var parser = MAPPER.createParser(json)) {
            return tree(parser);
        }
    }

    /// Reads the value that comes next.
    ///
    /// @throws JacksonException also for a number that no computer holds, for which the parser has
    ///   an exception of its own
    public static JsonNode tree(JsonParser parser) {
        try {
            return MAPPER.readTree(parser);
        } catch (NumberFormatException e) {
            throw new StreamReadException(parser, "a number out of range", e);
        }
    }
}
