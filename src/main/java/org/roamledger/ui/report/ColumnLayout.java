package org.roamledger.ui.report;

import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How the table is laid out: which columns are shown, where, how wide, and in what order the rows
/// stand.
///
/// @param order all columns, also hidden ones
/// @param hidden those that are not shown; never all of them
/// @param widths in pixels, of the columns that a person made wider or narrower
/// @param pinned how many of the visible columns, from the first one on, stay when the others
///   scroll; at least one always scrolls
/// @param sort by which columns the rows are ordered
public record ColumnLayout(
        List<ReportColumn> order,
        Set<ReportColumn> hidden,
        Map<ReportColumn, Integer> widths,
        int pinned,
        Density density,
        SortOrder sort) {

    /// Narrower or wider than this no column gets, in pixels.
    static final int LEAST_WIDTH = 40;

    static final int MOST_WIDTH = 2_000;

    /// The contract's columns in the contract's order; extra columns hidden.
    public static final ColumnLayout STANDARD =
            new ColumnLayout(
                    List.of(ReportColumn.values()),
                    EnumSet.complementOf(EnumSet.copyOf(ReportColumn.STANDARD)),
                    Map.of(),
                    0,
                    Density.COMFORTABLE,
                    SortOrder.STANDARD);

    public ColumnLayout {
        order = complete(order);
        hidden = Collections.unmodifiableSet(some(hidden));
        if (hidden.size() == order.size()) {
            throw new IllegalArgumentException("no column is shown");
        }
        var clamped = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        widths.forEach(
                (column, width) -> clamped.put(column, Math.clamp(width, LEAST_WIDTH, MOST_WIDTH)));
        widths = Collections.unmodifiableMap(clamped);
        pinned = Math.clamp(pinned, 0, order.size() - hidden.size() - 1);
    }

    private static List<ReportColumn> complete(List<ReportColumn> order) {
        var complete = new ArrayList<ReportColumn>();
        for (var column : order) {
            if (!complete.contains(column)) {
                complete.add(column);
            }
        }
        // What is not there is put behind its neighbour in the catalogue.
        for (var column : ReportColumn.values()) {
            if (!complete.contains(column)) {
                var neighbour =
                        column.ordinal() == 0
                                ? -1
                                : complete.indexOf(ReportColumn.values()[column.ordinal() - 1]);
                complete.add(neighbour + 1, column);
            }
        }
        return List.copyOf(complete);
    }

    private static EnumSet<ReportColumn> some(Collection<ReportColumn> columns) {
        var some = EnumSet.noneOf(ReportColumn.class);
        some.addAll(columns);
        return some;
    }

    public List<ReportColumn> visible() {
        return order.stream().filter(column -> !hidden.contains(column)).toList();
    }

    /// Whether a column stays when the others scroll.
    public boolean isPinned(ReportColumn column) {
        var place = visible().indexOf(column);
        return place >= 0 && place < pinned;
    }

    /// Shows or hides a column. The last one that is shown stays.
    public ColumnLayout with(ReportColumn column, boolean shown) {
        var changed = some(hidden);
        if (shown) {
            changed.remove(column);
        } else if (visible().size() > 1) {
            changed.add(column);
        }
        var before =
                (int)
                        visible().stream()
                                .limit(pinned)
                                .filter(now -> !changed.contains(now))
                                .count();
        return new ColumnLayout(order, changed, widths, before, density, sort);
    }

    /// With other places for some columns; the rest keep theirs behind them.
    public ColumnLayout ordered(List<ReportColumn> first) {
        var changed = new ArrayList<>(first);
        for (var column : order) {
            if (!changed.contains(column)) {
                changed.add(column);
            }
        }
        return new ColumnLayout(changed, hidden, widths, pinned, density, sort);
    }

    /// Moves a column by some places among the visible ones, as far as there are any.
    ///
    /// @param by places to the right; to the left if negative
    public ColumnLayout moved(ReportColumn column, int by) {
        var shown = new ArrayList<>(visible());
        var from = shown.indexOf(column);
        var to = Math.clamp((long) from + by, 0, shown.size() - 1);
        if (from < 0 || from == to) {
            return this;
        }
        var neighbour = shown.get(to);
        var changed = new ArrayList<>(order);
        changed.remove(column);
        changed.add(changed.indexOf(neighbour) + (by > 0 ? 1 : 0), column);
        return ordered(changed);
    }

    /// @param width in pixels
    public ColumnLayout sized(ReportColumn column, int width) {
        var changed = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        changed.putAll(widths);
        changed.put(column, width);
        return new ColumnLayout(order, hidden, changed, pinned, density, sort);
    }

    /// Pins the visible columns up to this one; or none, if it was the last one that was pinned.
    public ColumnLayout pinnedTo(ReportColumn column) {
        var upTo = visible().indexOf(column) + 1;
        return new ColumnLayout(order, hidden, widths, upTo == pinned ? 0 : upTo, density, sort);
    }

    public ColumnLayout with(Density changed) {
        return new ColumnLayout(order, hidden, widths, pinned, changed, sort);
    }

    public ColumnLayout sorted(SortOrder changed) {
        return new ColumnLayout(order, hidden, widths, pinned, density, changed);
    }

    /// Orders by one column; the other way round if it is the first one already.
    public ColumnLayout sortedBy(ReportColumn column) {
        var keys = sort.keys();
        var again = !keys.isEmpty() && keys.getFirst().column() == column;
        return sorted(
                new SortOrder(
                        List.of(
                                new SortOrder.Key(
                                        column, again && !keys.getFirst().descending()))));
    }

    /// Orders by one more column, behind those that there are; the other way round if it is one of
    /// them, and no more by it at the third time.
    public ColumnLayout sortedAlsoBy(ReportColumn column) {
        var keys = new ArrayList<>(sort.keys());
        var at = keys.stream().map(SortOrder.Key::column).toList().indexOf(column);
        if (at < 0) {
            keys.add(new SortOrder.Key(column, false));
        } else if (keys.get(at).descending()) {
            keys.remove(at);
        } else {
            keys.set(at, new SortOrder.Key(column, true));
        }
        return sorted(new SortOrder(keys));
    }

    /// The columns as they were delivered; density and order of the rows stay.
    public ColumnLayout reset() {
        return STANDARD.with(density).sorted(sort);
    }

    /// One line that [#of] reads again, also in later versions:
    /// `order=month,network;hidden=source;widths=price:88;pinned=1;density=compact;sort=price-,month`.
    public String text() {
        return ColumnLayoutText.of(this);
    }

    /// What [#text] told. Columns and parts that are not known are ignored; columns that it does
    /// not name are hidden, and those parts that are missing are those of [#STANDARD].
    public static ColumnLayout of(String text) {
        return ColumnLayoutText.read(text);
    }
}
