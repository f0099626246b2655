package org.roamledger.views;

import org.roamledger.report.Condition;
import org.roamledger.session.ReportColumn;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Collection;
import java.util.Locale;

/// A view as JSON, to be kept and passed on.
///
/// A newer version may add keys, columns, conditions and words: whoever does not know them reads
/// the rest, and leaves them in the text when it changes a view. Keys never get another meaning.
final class ViewJson {

    static final String MARK = "roamledger_view";
    private static final int VERSION = 1;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ViewJson() {}

    static String write(NamedView view) {
        var root = JSON.createObjectNode();
        root.put(MARK, VERSION);
        put(root, view);
        return text(root);
    }

    /// The text with another view in it; keys that are not known stay.
    static String change(String text, NamedView view) {
        var root = (ObjectNode) JSON.readTree(text);
        put(root, view);
        return text(root);
    }

    /// The text with another name in it, and nothing else changed.
    static String rename(String text, String name) {
        var root = (ObjectNode) JSON.readTree(text);
        root.put("name", name);
        return text(root);
    }

    private static String text(ObjectNode root) {
        return JSON.writeValueAsString(root) + "\n";
    }

    /// The nodes of a view, to stand within other ones.
    static ObjectNode node(NamedView view) {
        var root = JSON.createObjectNode();
        root.put(MARK, VERSION);
        put(root, view);
        return root;
    }

    private static void put(ObjectNode root, NamedView view) {
        var state = view.state();
        root.put("name", view.name());
        texts(root.putArray("organisations"), state.organisations());
        root.put("with_sub_organisations", state.withSubOrganisations());
        switch (state.days()) {
            case Days.Relative(var name) -> root.put("days", name);
            case Days.Fixed(var first, var last) ->
                    root.putObject("days")
                            .put("first", first.toString())
                            .put("last", last.toString());
        }
        root.put("text", state.filter().text());
        root.put("changed_only", state.filter().changedOnly());
        var conditions = root.putArray("conditions");
        state.filter()
                .conditions()
                .forEach((column, condition) -> put(conditions.addObject(), column, condition));
        put(root, state.columns());
        var order = root.putArray("sort");
        for (var key : state.order().keys()) {
            order.addObject().put("column", key.column().key()).put("descending", key.descending());
        }
        root.put("page", state.page());
        texts(root.putArray("grouping"), state.grouping());
    }

    private static void put(ObjectNode object, ReportColumn column, Condition condition) {
        object.put("column", column.key());
        switch (condition) {
            case Condition.OneOf(var texts) ->
                    texts(object.putArray("one_of"), texts.stream().sorted().toList());
            case Condition.Between range -> put(object, range);
            case Condition.Missing() -> object.put("is", "missing");
            case Condition.Present() -> object.put("is", "present");
            case Condition.Times(var days, var hours, var range) -> {
                texts(object.putArray("days"), days.stream().sorted().map(ViewJson::key).toList());
                var list = object.putArray("hours");
                hours.stream().sorted().forEach(list::add);
                if (range != null) {
                    put(object, range);
                }
            }
        }
    }

    private static void put(ObjectNode object, Condition.Between range) {
        object.putObject("between").put("least", range.least()).put("most", range.most());
    }

    private static void put(ObjectNode root, ViewColumns columns) {
        var list = root.putArray("columns");
        for (var column : columns.order()) {
            var object = list.addObject().put("column", column.key());
            if (columns.hidden().contains(column)) {
                object.put("hidden", true);
            }
            var width = columns.widths().get(column);
            if (width != null) {
                object.put("width", width);
            }
        }
        root.put("pinned", columns.pinned());
        root.put("density", columns.density());
    }

    private static void texts(ArrayNode list, Collection<String> texts) {
        texts.forEach(list::add);
    }

    static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Reads a view.
    ///
    /// @param origin file, for what is said about a fault
    /// @throws org.roamledger.problem.ProblemException with
    ///   [org.roamledger.problem.Problem.ViewUnusable], which says what is wrong and where
    static NamedView read(String text, String origin) {
        return new ViewReading(origin, tree(text, origin)).view();
    }

    /// As [#read(String, String)], of nodes that stand within other ones.
    static NamedView read(JsonNode root, String origin) {
        return new ViewReading(origin, root).view();
    }

    static JsonNode tree(String text, String origin) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var place = at == null ? "" : "line " + at.getLineNr();
            throw ViewReading.unusable(origin, place, "is no well-formed JSON", e);
        }
    }
}
