package org.roamledger.wire.ocpi;

import org.roamledger.wire.record.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;

import java.util.Arrays;

/// The envelope around everything that an OCPI server answers (OCPI 2.2.1, response format).
///
/// @param status OCPI status code; [#NO_STATUS] if the answer has none and so is not OCPI
/// @param message the server's words, empty if it has none
/// @param data what was asked for; a missing node if there is none, and an empty array if it was a
///   list, whose items were handed out while reading
public record OcpiAnswer(int status, String message, JsonNode data) {

    public static final int NO_STATUS = -1;

    /// Receives each item of a list as it is read, so that a page never stands in memory as a tree.
    @FunctionalInterface
    public interface Items {

        /// Takes one item.
        ///
        /// @param item the item
        /// @param raw its own bytes, exactly as they came
        void item(JsonNode item, byte[] raw);
    }

    /// Whether the server did what was asked (status 1000 to 1999).
    public boolean isSuccess() {
        return status >= 1000 && status < 2000;
    }

    /// Whether the data is a list. `null` counts as an empty one: some servers write it so.
    public boolean isList() {
        return data.isArray() || data.isNull();
    }

    /// Reads an answer and hands the items of a list to `items`, also those of an answer whose
    /// status turns out to be an error.
    ///
    /// @throws JacksonException if the bytes are not JSON or end too early
    public static OcpiAnswer read(byte[] body, Items items) {
        try (var parser = Json.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new OcpiAnswer(NO_STATUS, "", MissingNode.getInstance());
            }
            var status = NO_STATUS;
            var message = "";
            JsonNode data = MissingNode.getInstance();
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                switch (name) {
                    case "status_code" -> status = status(Json.tree(parser));
                    case "status_message" -> message = words(Json.tree(parser));
                    case "data" -> data = data(parser, body, items);
                    default -> parser.skipChildren();
                }
            }
            return new OcpiAnswer(status, message, data);
        }
    }

    private static JsonNode data(JsonParser parser, byte[] body, Items items) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            return Json.tree(parser);
        }
        readItems(parser, body, items);
        return JsonNodeFactory.instance.arrayNode();
    }

    /// Hands out the items of a list, each with its bytes.
    ///
    /// @param parser at the start of an array of `body`; afterwards at its end
    /// @throws JacksonException if the bytes are not JSON or end too early
    public static void readItems(JsonParser parser, byte[] body, Items items) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var start = parser.currentTokenLocation().getByteOffset();
            JsonNode item = Json.tree(parser);
            var end = parser.currentLocation().getByteOffset();
            // Only UTF-8 is read from bytes; other encodings and scalars have no place of their
            // own.
            var sliced = item.isObject() && start >= 0 && end > start;
            items.item(
                    item,
                    sliced
                            ? Arrays.copyOfRange(body, (int) start, (int) end)
                            : Json.MAPPER.writeValueAsBytes(item));
        }
    }

    private static int status(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToInt()
                ? value.intValue()
                : value.isString() && value.stringValue().matches("[1-9][0-9]{3}")
                        ? Integer.parseInt(value.stringValue())
                        : NO_STATUS;
    }

    private static String words(JsonNode value) {
        return value.isString() ? value.stringValue() : "";
    }
}
