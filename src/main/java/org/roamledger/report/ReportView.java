package org.roamledger.report;

import org.jspecify.annotations.Nullable;

import java.util.BitSet;

/// The visible rows of a report in their order, with their totals: what table, export and paper all
/// read.
///
/// @param report the report
/// @param filter which rows are visible
/// @param order in what order
/// @param rows row numbers of the report; not to be changed by anybody
/// @param totals sums over the visible rows
/// @param chosenFrom how many rows the filter lets through, if a person selected these among them;
///   absent if they are all of them
public record ReportView(
        Report report,
        ReportFilter filter,
        SortOrder order,
        int[] rows,
        Totals totals,
        @Nullable Integer chosenFrom) {

    /// Filters, orders and totals. At a million rows some ten milliseconds: not for the screen's
    /// thread.
    public static ReportView of(Report report, ReportFilter filter, SortOrder order) {
        var rows = Selection.rows(report, filter);
        var totals = Totals.of(report, rows);
        return new ReportView(report, filter, order, ordered(report, rows, order), totals, null);
    }

    /// The rows that a person selected. At a million rows some ten milliseconds: not for the
    /// screen's thread.
    ///
    /// @param places their places among the rows, from 0
    public ReportView chosen(BitSet places) {
        var chosen = places.stream().map(place -> rows[place]).toArray();
        return new ReportView(
                report, filter, order, chosen, Totals.of(report, chosen), rows.length);
    }

    public int size() {
        return rows.length;
    }

    private static int[] ordered(Report report, int[] rows, SortOrder order) {
        var ordered = rows;
        for (var key : order.keys().reversed()) {
            var ranks = report.ranks(key.column());
            ordered = RadixSort.byRank(ordered, ranks.byRow(), ranks.count(), key.descending());
        }
        return ordered;
    }
}
