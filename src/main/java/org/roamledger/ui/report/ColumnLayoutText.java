package org.roamledger.ui.report;

import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A [ColumnLayout] as a line of text, for settings and files.
final class ColumnLayoutText {

    private static final String DESCENDING = "-";

    private ColumnLayoutText() {}

    static String of(ColumnLayout layout) {
        return String.join(
                ";",
                "order=" + keys(layout.order()),
                "hidden=" + keys(layout.hidden()),
                "widths="
                        + layout.widths().entrySet().stream()
                                .map(width -> width.getKey().key() + ":" + width.getValue())
                                .collect(Collectors.joining(",")),
                "pinned=" + layout.pinned(),
                "density=" + layout.density().key(),
                "sort="
                        + layout.sort().keys().stream()
                                .map(
                                        key ->
                                                key.column().key()
                                                        + (key.descending() ? DESCENDING : ""))
                                .collect(Collectors.joining(",")));
    }

    private static String keys(Collection<ReportColumn> columns) {
        return columns.stream().map(ReportColumn::key).collect(Collectors.joining(","));
    }

    static ColumnLayout read(String text) {
        var parts = new HashMap<String, List<String>>();
        for (var part : text.split(";", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parts.put(
                        part.substring(0, equals), List.of(part.substring(equals + 1).split(",")));
            }
        }
        var standard = ColumnLayout.STANDARD;
        var order = columns(parts.getOrDefault("order", List.of()));
        if (order.isEmpty()) {
            order = standard.order();
        }
        var hidden = EnumSet.complementOf(copy(order));
        hidden.addAll(
                parts.containsKey("hidden") ? columns(parts.get("hidden")) : standard.hidden());
        if (hidden.size() == ReportColumn.values().length) {
            hidden.remove(order.getFirst());
        }
        return new ColumnLayout(
                order,
                hidden,
                widths(parts.getOrDefault("widths", List.of())),
                number(parts.getOrDefault("pinned", List.of("")).getFirst()).orElse(0),
                density(parts.getOrDefault("density", List.of("")).getFirst()),
                new SortOrder(sort(parts.getOrDefault("sort", List.of()))));
    }

    private static EnumSet<ReportColumn> copy(Collection<ReportColumn> columns) {
        var copy = EnumSet.noneOf(ReportColumn.class);
        copy.addAll(columns);
        return copy;
    }

    private static List<ReportColumn> columns(List<String> keys) {
        return keys.stream().flatMap(key -> ReportColumn.ofKey(key).stream()).distinct().toList();
    }

    private static Map<ReportColumn, Integer> widths(List<String> texts) {
        var widths = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        for (var text : texts) {
            var colon = text.indexOf(':');
            if (colon > 0) {
                var width = number(text.substring(colon + 1));
                ReportColumn.ofKey(text.substring(0, colon))
                        .ifPresent(column -> width.ifPresent(is -> widths.put(column, is)));
            }
        }
        return widths;
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Density density(String key) {
        return Arrays.stream(Density.values())
                .filter(density -> density.key().equals(key))
                .findFirst()
                .orElse(Density.COMFORTABLE);
    }

    private static List<SortOrder.Key> sort(List<String> texts) {
        var keys = new ArrayList<SortOrder.Key>();
        for (var text : texts) {
            var descending = text.endsWith(DESCENDING);
            var key = descending ? text.substring(0, text.length() - 1) : text;
            ReportColumn.ofKey(key)
                    .filter(column -> keys.stream().noneMatch(known -> known.column() == column))
                    .ifPresent(column -> keys.add(new SortOrder.Key(column, descending)));
        }
        return keys;
    }
}
