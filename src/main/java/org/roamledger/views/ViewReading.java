package org.roamledger.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// One reading of one view.
///
/// What is not known is passed over and told; what is known but broken is a fault.
final class ViewReading {

    private static final int LONGEST_NAME = 200;

    private final String origin;
    private final JsonNode root;
    private final List<String> ignored = new ArrayList<>();

    ViewReading(String origin, JsonNode root) {
        this.origin = origin;
        this.root = root;
    }

    static ProblemException unusable(
            String origin, String place, String detail, @Nullable Throwable cause) {
        return new ProblemException(new Problem.ViewUnusable(origin, place, detail), cause);
    }

    NamedView view() {
        var version = root.path(ViewJson.MARK);
        if (!version.isInt() || version.intValue() < 1) {
            throw wrong(ViewJson.MARK, "is missing, so this is no view");
        }
        var name = text(root, "", "name").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw wrong("name", "is empty or too long");
        }
        var state =
                new ViewState(
                        new TreeSet<>(texts(root, "", "organisations")),
                        truth(root, "", "with_sub_organisations"),
                        days(),
                        new ReportFilter(
                                conditions(), truth(root, "", "changed_only"), text("text")),
                        columns(),
                        order(),
                        text("page"),
                        texts(root, "", "grouping"));
        return new NamedView(name, state, ignored);
    }

    private Days days() {
        var days = root.path("days");
        if (days.isString()) {
            return new Days.Relative(days.stringValue());
        }
        if (!days.isObject()) {
            throw wrong("days", "is neither a name nor a first and a last day");
        }
        var first = day(days, "first");
        var last = day(days, "last");
        if (last.isBefore(first)) {
            throw wrong("days.last", last + " is before " + first);
        }
        return new Days.Fixed(first, last);
    }

    private LocalDate day(JsonNode days, String name) {
        var text = text(days, "days.", name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw unusable(origin, "days." + name, text + " is no day", e);
        }
    }

    private Map<ReportColumn, Condition> conditions() {
        var conditions = new EnumMap<ReportColumn, Condition>(ReportColumn.class);
        var list = list(root, "", "conditions");
        for (var i = 0; i < list.size(); i++) {
            var place = "conditions[" + i + "]";
            var column = column(list.get(i), place);
            var condition = condition(list.get(i), place + ".");
            if (column.isPresent()
                    && condition != null
                    && condition.fits(column.get())
                    && !conditions.containsKey(column.get())) {
                conditions.put(column.get(), condition);
            } else {
                ignored.add(place);
            }
        }
        return conditions;
    }

    /// @return `null` if the kind of condition is not known
    private @Nullable Condition condition(JsonNode object, String place) {
        try {
            if (object.has("one_of")) {
                return new Condition.OneOf(Set.copyOf(texts(object, place, "one_of")));
            }
            var range = object.has("between") ? range(object.path("between"), place) : null;
            if (object.has("days") || object.has("hours")) {
                return new Condition.Times(weekdays(object, place), hours(object, place), range);
            }
            if (range != null) {
                return range;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(origin, place, String.valueOf(e.getMessage()), e);
        }
        return switch (object.path("is").asString("")) {
            case "missing" -> new Condition.Missing();
            case "present" -> new Condition.Present();
            default -> null;
        };
    }

    private Condition.Between range(JsonNode ends, String place) {
        return new Condition.Between(
                number(ends, place + "between.", "least"),
                number(ends, place + "between.", "most"));
    }

    private Set<DayOfWeek> weekdays(JsonNode object, String place) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var text : texts(object, place, "days")) {
            days.add(
                    Arrays.stream(DayOfWeek.values())
                            .filter(day -> ViewJson.key(day).equals(text))
                            .findFirst()
                            .orElseThrow(
                                    () -> wrong(place + "days", text + " is no day of the week")));
        }
        return days;
    }

    private Set<Integer> hours(JsonNode object, String place) {
        var hours = new HashSet<Integer>();
        for (var hour : list(object, place, "hours")) {
            if (!hour.isInt()) {
                throw wrong(place + "hours", "has something that is no hour");
            }
            hours.add(hour.intValue());
        }
        return hours;
    }

    private ViewColumns columns() {
        var order = new ArrayList<ReportColumn>();
        var hidden = EnumSet.noneOf(ReportColumn.class);
        var widths = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        var list = list(root, "", "columns");
        for (var i = 0; i < list.size(); i++) {
            var place = "columns[" + i + "]";
            var found = column(list.get(i), place);
            if (found.isEmpty() || order.contains(found.get())) {
                ignored.add(place);
                continue;
            }
            order.add(found.get());
            if (truth(list.get(i), place + ".", "hidden")) {
                hidden.add(found.get());
            }
            var width = number(list.get(i), place + ".", "width");
            if (width != null) {
                widths.put(found.get(), Math.clamp(width, 0, Integer.MAX_VALUE));
            }
        }
        var pinned = number(root, "", "pinned");
        return new ViewColumns(
                order,
                hidden,
                widths,
                pinned == null ? 0 : Math.clamp(pinned, 0, order.size()),
                text("density"));
    }

    private SortOrder order() {
        var keys = new ArrayList<SortOrder.Key>();
        var list = list(root, "", "sort");
        for (var i = 0; i < list.size(); i++) {
            var place = "sort[" + i + "]";
            var descending = truth(list.get(i), place + ".", "descending");
            column(list.get(i), place)
                    .ifPresentOrElse(
                            column -> keys.add(new SortOrder.Key(column, descending)),
                            () -> ignored.add(place));
        }
        return new SortOrder(keys);
    }

    /// @return nothing if the column is not known
    private Optional<ReportColumn> column(JsonNode object, String place) {
        return ReportColumn.ofKey(text(object, place + ".", "column"));
    }

    private JsonNode list(JsonNode object, String place, String name) {
        var list = object.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw wrong(place + name, "is no list");
        }
        return list;
    }

    private List<String> texts(JsonNode object, String place, String name) {
        var texts = new ArrayList<String>();
        for (var text : list(object, place, name)) {
            if (!text.isString()) {
                throw wrong(place + name, "has something that is no text");
            }
            texts.add(text.stringValue());
        }
        return texts;
    }

    /// A text that may be left out, and is empty then.
    private String text(String name) {
        return root.has(name) ? text(root, "", name) : "";
    }

    private String text(JsonNode object, String place, String name) {
        var value = object.path(name);
        if (!value.isString()) {
            throw wrong(place + name, "is no text");
        }
        return value.stringValue();
    }

    private boolean truth(JsonNode object, String place, String name) {
        var value = object.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw wrong(place + name, "is neither true nor false");
        }
        return value.isBoolean() && value.booleanValue();
    }

    private @Nullable Long number(JsonNode object, String place, String name) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(place + name, "is no whole number");
        }
        return value.longValue();
    }

    private ProblemException wrong(String place, String detail) {
        return unusable(origin, place, detail, null);
    }
}
