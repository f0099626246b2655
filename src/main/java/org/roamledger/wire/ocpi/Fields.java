package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Reject.Reason;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/// Reads the fields of an object as back offices really write them: `null` or blank for absent,
/// numbers as text.
public final class Fields {

    /// Stands for an EVSE or connector that a reservation never came to (OCPI 2.2.1,
    /// `CdrLocation`).
    static final String NOT_APPLICABLE = "#NA";

    // Beyond these a number is noise, and arithmetic on it could take for ever.
    private static final int MOST_INTEGER_DIGITS = 18;
    private static final int MOST_DECIMALS = 100;

    private Fields() {}

    /// The text of a scalar as it was sent; absent, `null`, blank and nested values are missing.
    public static @Nullable String text(JsonNode object, String name) {
        var value = object.path(name);
        String text;
        if (value.isString()) {
            text = value.stringValue();
        } else if (value.isNumber() || value.isBoolean()) {
            text = value.asString();
        } else {
            return null;
        }
        return text.isBlank() ? null : text;
    }

    /// As [#text], but `#NA` is missing.
    static @Nullable String idText(JsonNode object, String name) {
        var text = text(object, name);
        return text == null || text.strip().equalsIgnoreCase(NOT_APPLICABLE) ? null : text;
    }

    /// Whether a flag is raised; `"true"` counts.
    static boolean isTrue(JsonNode object, String name) {
        return "true".equalsIgnoreCase(text(object, name));
    }

    /// Whether a flag is explicitly not raised.
    static boolean isFalse(JsonNode object, String name) {
        return "false".equalsIgnoreCase(text(object, name));
    }

    /// The number of a field, or `null` where the field is absent, `null` or blank.
    ///
    /// @throws BadRecord if there is something that is no number, or an absurd one
    public static @Nullable BigDecimal decimal(JsonNode object, String name, String path)
            throws BadRecord {
        return decimal(object.path(name), path);
    }

    /// As [#decimal(JsonNode, String, String)], for the value itself.
    static @Nullable BigDecimal decimal(JsonNode value, String path) throws BadRecord {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isNumber()) {
            return sane(value.decimalValue(), path);
        }
        if (value.isString()) {
            var text = value.stringValue().strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return sane(new BigDecimal(text), path);
            } catch (NumberFormatException _) {
                throw new BadRecord(Reason.NOT_A_NUMBER, path, text);
            }
        }
        throw new BadRecord(Reason.NOT_A_NUMBER, path, value.toString());
    }

    private static BigDecimal sane(BigDecimal number, String path) throws BadRecord {
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > MOST_INTEGER_DIGITS || number.scale() > MOST_DECIMALS) {
            throw new BadRecord(Reason.OUT_OF_RANGE, path, number.toString());
        }
        return number;
    }
}
