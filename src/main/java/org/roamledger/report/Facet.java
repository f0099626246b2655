package org.roamledger.report;

import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;

/// The texts of a coded column and how many rows each would show, under all conditions of a filter
/// but that on the column itself.
///
/// @param column the column
/// @param values its texts in order, also those that no row has now; missing values under empty
///   text, last
public record Facet(ReportColumn column, List<Value> values) {

    /// One text of a facet.
    ///
    /// @param text as it first occurred; spellings of one party are one value
    /// @param rows rows that have it
    public record Value(String text, int rows) {}

    public static Facet of(Report report, ReportFilter filter, int[] visible, ReportColumn column) {
        var rows =
                filter.conditions().containsKey(column)
                        ? Selection.rowsWithout(report, filter, column)
                        : visible;
        var coded = report.coded(column);
        var counts = new int[coded.texts().size()];
        for (var row : rows) {
            counts[coded.codes()[row]]++;
        }
        var merged = new LinkedHashMap<String, Value>();
        for (var code = 1; code < counts.length; code++) {
            var text = coded.texts().get(code);
            merged.merge(
                    ReportFilter.comparable(column, text),
                    new Value(text, counts[code]),
                    (first, again) -> new Value(first.text(), first.rows() + again.rows()));
        }
        var ordered = new TreeMap<String, Value>();
        merged.forEach((key, value) -> ordered.put(Folded.of(value.text()) + '\0' + key, value));
        var values = new ArrayList<>(ordered.values());
        if (counts[Column.Coded.MISSING] > 0) {
            values.add(new Value("", counts[Column.Coded.MISSING]));
        }
        return new Facet(column, List.copyOf(values));
    }
}
