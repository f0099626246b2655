package org.roamledger.wire.oicp;

import org.roamledger.wire.ocpi.OcpiAnswer;
import org.roamledger.wire.record.Fields;
import org.roamledger.wire.record.Json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

import java.util.Locale;

/// What an OICP server answers when it is asked for charge detail records: one page of OICP 2.3
/// (`content`), or the whole list of OICP 2.2 (`eroamingChargeDetailRecords`).
///
/// @param isList whether there is a list of records, even an empty one
/// @param number number of the page from 0, [#NONE] if it is not told
/// @param last whether no page follows; also where nothing is told of pages
/// @param totalElements records of all pages together, [#NONE] if it is not told
/// @param statusCode OICP status such as `000` or `017`, empty if there is none
/// @param statusText the server's words for it, empty if there are none
public record OicpPage(
        boolean isList,
        long number,
        boolean last,
        long totalElements,
        String statusCode,
        String statusText) {

    public static final long NONE = -1;

    private static final String SUCCESS = "000";

    /// Whether the name is that of a field in which a page holds its records.
    public static boolean isRecords(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "content", "eroamingchargedetailrecords" -> true;
            default -> false;
        };
    }

    /// Whether the server did what was asked (`StatusCode` of OICP 2.3: `000`); a page without a
    /// code is one.
    public boolean isSuccess() {
        return statusCode.isEmpty() || statusCode.equals(SUCCESS);
    }

    /// Reads a page and hands its records to `items`, also those of a page whose status turns out
    /// to be an error. A bare array is a page that is the last one.
    ///
    /// @throws JacksonException if the bytes are not JSON or end too early
    public static OicpPage read(byte[] body, OcpiAnswer.Items items) {
        var page = new Facts();
        try (var parser = Json.MAPPER.createParser(body)) {
            switch (parser.nextToken()) {
                case START_ARRAY -> page.records(parser, body, items);
                case START_OBJECT -> {
                    for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                        parser.nextToken();
                        if (isRecords(name)) {
                            page.records(parser, body, items);
                        } else {
                            page.fact(name, parser);
                        }
                    }
                }
                case null, default -> {}
            }
        }
        return page.page();
    }

    private static final class Facts {
        private boolean isList;
        private long number = NONE;
        private boolean last = true;
        private long totalElements = NONE;
        private String statusCode = "";
        private String statusText = "";

        void records(JsonParser parser, byte[] body, OcpiAnswer.Items items) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                OcpiAnswer.readItems(parser, body, items);
                isList = true;
            } else {
                isList |= parser.currentToken() == JsonToken.VALUE_NULL;
                parser.skipChildren();
            }
        }

        void fact(String name, JsonParser parser) {
            switch (name) {
                case "number" -> number = count(Json.tree(parser));
                case "last" -> last = !"false".equalsIgnoreCase(text(parser));
                case "totalElements" -> totalElements = count(Json.tree(parser));
                case "StatusCode" -> status(Json.tree(parser));
                default -> parser.skipChildren();
            }
        }

        private void status(JsonNode status) {
            statusCode = orEmpty(status, "Code");
            statusText =
                    (orEmpty(status, "Description") + " " + orEmpty(status, "AdditionalInfo"))
                            .strip();
        }

        private static String text(JsonParser parser) {
            JsonNode value = Json.tree(parser);
            return value.isValueNode() ? value.asString() : "";
        }

        private static String orEmpty(JsonNode object, String name) {
            var text = Fields.text(object, name);
            return text == null ? "" : text.strip();
        }

        private static long count(JsonNode value) {
            return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0
                    ? value.longValue()
                    : NONE;
        }

        OicpPage page() {
            return new OicpPage(isList, number, last, totalElements, statusCode, statusText);
        }
    }
}
