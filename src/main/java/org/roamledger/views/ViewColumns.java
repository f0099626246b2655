package org.roamledger.views;

import org.roamledger.session.ReportColumn;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of the table in a view.
///
/// @param order from left to right, also hidden ones
/// @param hidden those that are not shown
/// @param widths in pixels, of the columns that a person made wider or narrower
/// @param pinned how many of the visible columns, from the first one on, stay when the others
///   scroll
/// @param density how high a row is, as the window calls it: `comfortable`
public record ViewColumns(
        List<ReportColumn> order,
        Set<ReportColumn> hidden,
        Map<ReportColumn, Integer> widths,
        int pinned,
        String density) {

    public ViewColumns {
        order = List.copyOf(order);
        var some = EnumSet.noneOf(ReportColumn.class);
        some.addAll(hidden);
        hidden = Collections.unmodifiableSet(some);
        var wide = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        wide.putAll(widths);
        widths = Collections.unmodifiableMap(wide);
    }
}
