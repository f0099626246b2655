package org.roamledger.wire.record;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Energy;
import org.roamledger.session.Reject.Reason;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.Locale;

/// Reads the fields of an object as back offices really write them: `null` or blank for absent,
/// numbers as text.
public final class Fields {

    /// Stands for an EVSE or connector that a reservation never came to (OCPI 2.2.1,
    /// `CdrLocation`).
    private static final String NOT_APPLICABLE = "#NA";

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

    /// The text of the first of two fields that has one: they are one field in two versions.
    public static @Nullable String text(JsonNode object, String name, String otherName) {
        var text = text(object, name);
        return text == null ? text(object, otherName) : text;
    }

    /// A word of a closed list, stripped and in upper case; empty if missing.
    public static String upper(JsonNode object, String name) {
        var text = text(object, name);
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }

    /// As [#text], but `#NA` is missing.
    public static @Nullable String idText(JsonNode object, String name) {
        return isNotApplicable(object, name) ? null : text(object, name);
    }

    /// Whether a field says `#NA`.
    public static boolean isNotApplicable(JsonNode object, String name) {
        return upper(object, name).equals(NOT_APPLICABLE);
    }

    /// Whether a flag is raised; `"true"` counts.
    public static boolean isTrue(JsonNode object, String name) {
        return "true".equalsIgnoreCase(text(object, name));
    }

    /// Whether a flag is explicitly not raised.
    public static boolean isFalse(JsonNode object, String name) {
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
    public static @Nullable BigDecimal decimal(JsonNode value, String path) throws BadRecord {
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

    /// As [#decimal(JsonNode, String, String)], but what cannot be read is missing: for a fault
    /// that must not cost the record.
    public static @Nullable BigDecimal lenient(JsonNode object, String name) {
        try {
            return decimal(object, name, name);
        } catch (BadRecord _) {
            return null;
        }
    }

    /// The energy of a field in kilowatt-hours, or `null` as in [#decimal(JsonNode, String,
    /// String)].
    ///
    /// @throws BadRecord if it is no number, or an absurd one
    public static @Nullable Energy kilowattHours(JsonNode object, String name) throws BadRecord {
        var sent = decimal(object, name, name);
        try {
            return sent == null ? null : Energy.ofKilowattHours(sent);
        } catch (ArithmeticException _) {
            throw new BadRecord(Reason.OUT_OF_RANGE, name, object.path(name).toString());
        }
    }

    private static BigDecimal sane(BigDecimal number, String path) throws BadRecord {
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > MOST_INTEGER_DIGITS || number.scale() > MOST_DECIMALS) {
            throw new BadRecord(Reason.OUT_OF_RANGE, path, number.toString());
        }
        return number;
    }
}
