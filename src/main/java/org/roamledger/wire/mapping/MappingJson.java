package org.roamledger.wire.mapping;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.TableMapping.Layout;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// A mapping as JSON, to be kept and passed on.
///
/// Keys that are not known are ignored, so that a later version can add some. A value that is
/// `null` or absent is not answered.
public final class MappingJson {

    private static final int VERSION = 1;
    private static final String MARK = "roamledger_mapping";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MappingJson() {}

    /// With line breaks, for people who edit it. What is not answered stands there as `null`.
    public static String write(TableMapping mapping) {
        var root = JSON.createObjectNode();
        root.put(MARK, VERSION);
        root.put("name", mapping.name());
        root.put("unit", mapping.unit() == null ? null : mapping.unit().label());
        root.put("tax_basis", mapping.taxBasis() == null ? null : key(mapping.taxBasis()));
        root.put("zone", mapping.zone() == null ? null : mapping.zone().getId());
        root.put("decimal_sign", key(mapping.decimals()));
        root.put(
                "date_form",
                switch (mapping.dates()) {
                    case DateForm.Order order -> key(order);
                    case DateForm.Pattern(var pattern) -> pattern;
                });
        var constants = root.putObject("constants");
        for (var column : TableMapping.CONSTANTS) {
            constants.put(column.key(), mapping.constants().get(column));
        }
        var separator = mapping.layout().separator();
        root.put("separator", separator == null ? null : separator.toString());
        root.put("header_row", mapping.layout().headerRow());
        var columns = root.putArray("columns");
        mapping.columns().forEach(column -> write(column, columns.addObject()));
        return JSON.writeValueAsString(root) + "\n";
    }

    private static void write(MappedColumn column, ObjectNode object) {
        object.put("header", column.header());
        object.put("column", column.column() == null ? null : column.column().key());
        if (column.unit() != null) {
            object.put("unit", column.unit().label());
        }
        if (column.zone() != null) {
            object.put("zone", column.zone().getId());
        }
        if (column.currency() != null) {
            object.put("currency", column.currency());
        }
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads a mapping, which may still have open questions.
    ///
    /// @param origin file or name, for what is said about a fault
    /// @throws ProblemException with [Problem.MappingUnusable], which says what is wrong and where
    public static TableMapping read(String json, String origin) {
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : "line " + at.getLineNr();
            throw unusable(origin, place, "is no well-formed JSON", e);
        }
        return new Reading(origin, root).mapping();
    }

    private static ProblemException unusable(
            String origin, String place, String detail, @Nullable Throwable cause) {
        return new ProblemException(new Problem.MappingUnusable(origin, place, detail), cause);
    }

    /// One reading of one mapping.
    private record Reading(String origin, JsonNode root) {

        TableMapping mapping() {
            var version = root.path(MARK);
            if (!version.isInt()) {
                throw wrong(MARK, "is missing, so this is no mapping");
            }
            if (version.intValue() > VERSION) {
                throw wrong(MARK, version.intValue() + " was written by a newer Roamledger");
            }
            var name = text(root, "", "name");
            return new TableMapping(
                    name == null ? "" : name,
                    columns(),
                    unit(root, ""),
                    one("tax_basis", TaxBasis.values()),
                    zone(root, ""),
                    orElse(one("decimal_sign", DecimalSign.values()), DecimalSign.DETECT),
                    dates(),
                    constants(),
                    layout());
        }

        private List<MappedColumn> columns() {
            var list = root.path("columns");
            if (!list.isArray() || list.isEmpty()) {
                throw wrong("columns", "is no list of columns");
            }
            var columns = new ArrayList<MappedColumn>();
            var seen = EnumSet.noneOf(ReportColumn.class);
            for (var i = 0; i < list.size(); i++) {
                var place = "columns[" + i + "].";
                var read = column(list.get(i), place);
                if (read.column() != null && !seen.add(read.column())) {
                    throw wrong(place + "column", read.column().key() + " stands there twice");
                }
                columns.add(read);
            }
            return columns;
        }

        private MappedColumn column(JsonNode object, String place) {
            var header = text(object, place, "header");
            if (header == null) {
                throw wrong(place + "header", "is missing");
            }
            var key = text(object, place, "column");
            if (key == null) {
                return MappedColumn.ignored(header);
            }
            var column =
                    ReportColumn.ofKey(key)
                            .filter(TableMapping.READABLE::contains)
                            .orElseThrow(
                                    () ->
                                            wrong(
                                                    place + "column",
                                                    key + " is none of " + readable()));
            if (PrivateHeader.is(header)) {
                throw wrong(place + "column", header + " tells who drove and is never read");
            }
            return new MappedColumn(
                    header,
                    column,
                    unit(object, place),
                    zone(object, place),
                    text(object, place, "currency"));
        }

        private static String readable() {
            return String.join(
                    ", ", TableMapping.READABLE.stream().map(ReportColumn::key).toList());
        }

        private Map<ReportColumn, String> constants() {
            var given = new EnumMap<ReportColumn, String>(ReportColumn.class);
            var object = root.path("constants");
            for (var column : TableMapping.CONSTANTS) {
                var value = text(object, "constants.", column.key());
                if (value != null && !value.isBlank()) {
                    given.put(column, value.strip());
                }
            }
            return given;
        }

        private Layout layout() {
            var separator = text(root, "", "separator");
            if (separator != null && separator.length() != 1) {
                throw wrong("separator", "is not one character");
            }
            var row = root.path("header_row");
            var given = !row.isMissingNode() && !row.isNull();
            if (given && (!row.isInt() || row.intValue() < 1)) {
                throw wrong("header_row", "is no number from 1");
            }
            return new Layout(
                    separator == null ? null : separator.charAt(0), given ? row.intValue() : null);
        }

        private @Nullable EnergyUnit unit(JsonNode object, String place) {
            return among(
                    object,
                    place,
                    "unit",
                    EnergyUnit.values(),
                    unit -> unit.label().toLowerCase(Locale.ROOT));
        }

        private DateForm dates() {
            var form = text(root, "", "date_form");
            if (form == null) {
                return DateForm.Order.DETECT;
            }
            for (var order : DateForm.Order.values()) {
                if (key(order).equals(form.toLowerCase(Locale.ROOT))) {
                    return order;
                }
            }
            try {
                return new DateForm.Pattern(form);
            } catch (IllegalArgumentException e) {
                throw unusable(origin, "date_form", String.valueOf(e.getMessage()), e);
            }
        }

        private @Nullable ZoneId zone(JsonNode object, String place) {
            var id = text(object, place, "zone");
            try {
                return id == null ? null : ZoneId.of(id);
            } catch (DateTimeException e) {
                throw unusable(origin, place + "zone", id + " is no time zone", e);
            }
        }

        private <E extends Enum<E>> @Nullable E one(String name, E[] values) {
            return among(root, "", name, values, MappingJson::key);
        }

        private <E> @Nullable E among(
                JsonNode object, String place, String name, E[] values, Function<E, String> key) {
            var text = text(object, place, name);
            if (text == null) {
                return null;
            }
            return Arrays.stream(values)
                    .filter(value -> key.apply(value).equals(text.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    wrong(
                                            place + name,
                                            text
                                                    + " is none of "
                                                    + String.join(
                                                            ", ",
                                                            Arrays.stream(values)
                                                                    .map(key)
                                                                    .toList())));
        }

        private @Nullable String text(JsonNode object, String place, String name) {
            var value = object.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isString()) {
                throw wrong(place + name, "is no text");
            }
            return value.stringValue();
        }

        private static <T> T orElse(@Nullable T value, T otherwise) {
            return value == null ? otherwise : value;
        }

        private ProblemException wrong(String place, String detail) {
            return unusable(origin, place, detail, null);
        }
    }
}
