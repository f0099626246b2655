package org.roamledger.wire.record;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Moment;
import org.roamledger.session.Reject.Reason;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads timestamps in all shapes that OCPI back offices send.
///
/// RFC 3339 in UTC with an optional `Z` is specified (OCPI 2.2.1, DateTime). Offsets, a space
/// instead of the `T`, a decimal comma and up to nine decimals are met as well.
public final class Timestamps {

    private static final Pattern SHAPE =
            Pattern.compile(
                    """
                    (?xi) (\\d{4}) - (\\d{1,2}) - (\\d{1,2}) [T\\ ]
                    (\\d{2}) : (\\d{2}) (?: : (\\d{2}) (?: [.,] (\\d{1,9}) )? )?
                    \\ ? ( Z | [+-] \\d{2} (?: :? \\d{2} )? )?
                    """);

    // The first stands for "unknown" in OCPI, the other is the zero of a common platform.
    private static final Pattern UNKNOWN = Pattern.compile("(1970-0?1-0?1|0001-01-01)(\\D.*)?");

    private Timestamps() {}

    /// The moment of a field, or `null` where it is absent or one of the values that stand for
    /// "unknown".
    ///
    /// @throws BadRecord if there is something that is no timestamp, or one at which nothing can
    ///   have been charged
    public static @Nullable Moment read(JsonNode object, String name) throws BadRecord {
        var moment = readAny(object, name);
        if (moment != null && !moment.isPlausible()) {
            throw new BadRecord(Reason.OUT_OF_RANGE, name, object.path(name).asString(""));
        }
        return moment;
    }

    /// As [#read(JsonNode, String)], however far away.
    public static @Nullable Moment readAny(JsonNode object, String name) throws BadRecord {
        var text = Fields.text(object, name);
        if (text == null) {
            return null;
        }
        var stripped = text.strip();
        if (UNKNOWN.matcher(stripped).matches()) {
            return null;
        }
        var shape = SHAPE.matcher(stripped);
        if (!shape.matches()) {
            throw new BadRecord(Reason.NOT_A_TIME, name, text);
        }
        try {
            return Moment.of(dateTime(shape));
        } catch (DateTimeException _) {
            throw new BadRecord(Reason.NOT_A_TIME, name, text);
        }
    }

    /// The moment of the first of two fields that has one: they are one field in two versions.
    ///
    /// @throws BadRecord as [#read(JsonNode, String)]
    public static @Nullable Moment read(JsonNode object, String name, String otherName)
            throws BadRecord {
        var moment = read(object, name);
        return moment == null ? read(object, otherName) : moment;
    }

    private static OffsetDateTime dateTime(Matcher shape) {
        return OffsetDateTime.of(
                number(shape, 1),
                number(shape, 2),
                number(shape, 3),
                number(shape, 4),
                number(shape, 5),
                number(shape, 6),
                nanos(shape.group(7)),
                offset(shape.group(8)));
    }

    private static int number(Matcher shape, int group) {
        var digits = shape.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String decimals) {
        return decimals == null
                ? 0
                : Integer.parseInt(decimals + "0".repeat(9 - decimals.length()));
    }

    private static ZoneOffset offset(@Nullable String designator) {
        return designator == null || designator.equalsIgnoreCase("Z")
                ? ZoneOffset.UTC
                : ZoneOffset.of(designator);
    }
}
