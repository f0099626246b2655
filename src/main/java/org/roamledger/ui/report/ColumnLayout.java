package org.roamledger.ui.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which columns are shown, and where.
///
/// @param order all columns, also hidden ones
/// @param hidden those that are not shown
public record ColumnLayout(List<ReportColumn> order, Set<ReportColumn> hidden) {

    /// The contract's columns in the contract's order; extra columns hidden.
    public static final ColumnLayout STANDARD =
            new ColumnLayout(
                    List.of(ReportColumn.values()),
                    EnumSet.complementOf(EnumSet.copyOf(ReportColumn.STANDARD)));

    public ColumnLayout {
        order = List.copyOf(order);
        hidden = Set.copyOf(hidden);
    }

    public List<ReportColumn> visible() {
        return order.stream().filter(column -> !hidden.contains(column)).toList();
    }

    /// Shows or hides a column. The last one that is shown stays.
    public ColumnLayout with(ReportColumn column, boolean shown) {
        var changed = EnumSet.noneOf(ReportColumn.class);
        changed.addAll(hidden);
        if (shown) {
            changed.remove(column);
        } else if (visible().size() > 1) {
            changed.add(column);
        }
        return new ColumnLayout(order, changed);
    }

    /// With other places for some columns; the rest keep theirs behind them.
    public ColumnLayout ordered(List<ReportColumn> first) {
        var changed = new ArrayList<>(first);
        for (var column : order) {
            if (!changed.contains(column)) {
                changed.add(column);
            }
        }
        return new ColumnLayout(changed, hidden);
    }
}
