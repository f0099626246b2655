package org.roamledger.sample;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;

/// An OCPI answer, ready to be sent.
///
/// @param headers beyond those of every answer
record Answer(int httpStatus, Map<String, String> headers, byte[] body) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int OK = 1_000;

    /// @param data writes the value of `data`
    static Answer ok(Map<String, String> headers, Consumer<JsonGenerator> data) {
        return new Answer(200, headers, envelope(OK, "Success", data));
    }

    /// An error, without data.
    static Answer error(int httpStatus, int statusCode, String message) {
        return new Answer(httpStatus, Map.of(), envelope(statusCode, message, _ -> {}));
    }

    private static byte[] envelope(int status, String message, Consumer<JsonGenerator> data) {
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
                    "timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
