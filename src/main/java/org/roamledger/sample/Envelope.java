package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/// What OCPI puts around every answer (OCPI 2.2.1, section 4.1.7).
///
/// @param clock tells the time of an answer
record Envelope(InstantSource clock) {

    static final int GENERIC_ERROR = 2_000;
    static final int BAD_PARAMETERS = 2_001;
    static final int UNKNOWN = 2_003;

    private static final JsonFactory JSON = new JsonFactory();
    private static final int OK = 1_000;

    /// @param headers beyond those of every answer
    /// @param data writes the value of `data`
    Answer ok(Map<String, String> headers, Consumer<JsonGenerator> data) {
        return new Answer(200, headers, around(OK, "Success", data), Answer.Pace.AT_ONCE);
    }

    /// An error, without data.
    Answer error(int httpStatus, int statusCode, String message) {
        return new Answer(
                httpStatus, Map.of(), around(statusCode, message, _ -> {}), Answer.Pace.AT_ONCE);
    }

    private byte[] around(int status, String message, Consumer<JsonGenerator> data) {
        var bytes = new ByteArrayOutputStream(4_096);
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            json.writeStartObject();
            if (status == OK) {
                json.writeName("data");
                data.accept(json);
            }
            json.writeNumberProperty("status_code", status);
            json.writeStringProperty("status_message", message);
            json.writeStringProperty(
                    "timestamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
