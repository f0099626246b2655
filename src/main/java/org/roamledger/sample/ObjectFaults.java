package org.roamledger.sample;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What back offices do to the form of objects without changing what they say.
final class ObjectFaults {

    private static final Set<String> IDS =
            Set.of(
                    "country_code",
                    "party_id",
                    "id",
                    "session_id",
                    "credit_reference_id",
                    "location_id",
                    "uid",
                    "auth_id",
                    "contract_id",
                    "evse_uid",
                    "evse_id",
                    "connector_id",
                    "tariff_id");

    /// Optional fields of a CDR (OCPI 2.2.1, sections 10.3.1, 10.4.1 and 11.4), by where they
    /// stand.
    private static final Map<String, List<String>> OPTIONAL =
            Map.of(
                    "",
                    List.of(
                            "session_id",
                            "authorization_reference",
                            "meter_id",
                            "tariffs",
                            "signed_data",
                            "total_fixed_cost",
                            "total_energy_cost",
                            "total_time_cost",
                            "total_parking_time",
                            "total_parking_cost",
                            "total_reservation_cost",
                            "remark",
                            "invoice_reference_id",
                            "credit",
                            "credit_reference_id",
                            "home_charging_compensation"),
                    "cdr_location",
                    List.of("name", "postal_code", "state"),
                    "total_cost",
                    List.of("incl_vat", "taxes"));

    private static final int SOME = 10;

    /// Milliseconds, nanoseconds, no designator, offsets with and without colon, a space instead of
    /// the `T`, a comma, small letters.
    private static final List<UnaryOperator<String>> SHAPES =
            List.of(
                    time -> time,
                    time -> time.replace("Z", ".000Z"),
                    time -> time.replace("Z", ".000000000Z"),
                    time -> time.replace("Z", ",000Z"),
                    time -> time.replace("Z", ""),
                    time -> time.replace("Z", "+00:00"),
                    time -> time.replace("Z", "+0000"),
                    time -> time.replace("T", " ").replace("Z", "+00:00"),
                    time -> time.toLowerCase(Locale.ROOT),
                    ObjectFaults::local);

    private ObjectFaults() {}

    static void apply(Fault fault, ObjectNode object) {
        switch (fault) {
            case LOWER_CASE_IDS -> lowerCase(object);
            case NULLS -> nulls(object);
            case TIMESTAMPS -> reshape(object, id(object));
            case FUTURE_UPDATES -> update(object);
            default -> throw new IllegalStateException("no fault of objects: " + fault);
        }
    }

    private static void lowerCase(JsonNode node) {
        node.forEach(ObjectFaults::lowerCase);
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(IDS::contains)
                    .filter(name -> object.path(name).isString())
                    .toList()
                    .forEach(
                            name ->
                                    object.put(
                                            name,
                                            object.path(name)
                                                    .stringValue()
                                                    .toLowerCase(Locale.ROOT)));
        }
    }

    private static void nulls(ObjectNode object) {
        OPTIONAL.forEach(
                (place, names) -> {
                    if ((place.isEmpty() ? object : object.path(place)) instanceof ObjectNode at) {
                        names.stream().filter(name -> !at.has(name)).forEach(at::putNull);
                    }
                });
    }

    /// One shape after the other; which one comes first depends on the object.
    private static int reshape(JsonNode node, int shape) {
        var next = shape;
        for (var child : node) {
            next = reshape(child, next);
        }
        if (node instanceof ObjectNode object) {
            for (var property : List.copyOf(object.properties())) {
                if (property.getValue() instanceof StringNode text
                        && text.stringValue().matches("\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z")) {
                    var form = SHAPES.get(Math.floorMod(next++, SHAPES.size()));
                    object.put(property.getKey(), form.apply(text.stringValue()));
                }
            }
        }
        return next;
    }

    private static void update(ObjectNode object) {
        if (id(object) % SOME == 0) {
            object.put(
                    "last_updated",
                    ZonedDateTime.now(ZoneOffset.UTC)
                            .truncatedTo(ChronoUnit.DAYS)
                            .plusYears(10)
                            .toInstant()
                            .toString());
        }
    }

    private static int id(ObjectNode object) {
        return object.path("id").asString("").hashCode();
    }

    private static String local(String time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                Instant.parse(time).atOffset(ZoneOffset.ofHours(2)));
    }
}
