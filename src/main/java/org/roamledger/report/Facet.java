package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The values of a column of which few different ones occur, and how many rows each would show,
/// under all conditions of a filter but that on the column itself. Rows with several words count
/// for each of them.
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

    public Facet {
        values = List.copyOf(values);
    }

    /// @param rowsOfCode by code of the column
    static Facet of(Report report, ReportColumn column, int[] rowsOfCode) {
        if (column.kind() == ReportColumn.Kind.CHOICES) {
            return ofChoices(column, report.coded(column).texts(), rowsOfCode);
        }
        var order = report.facetOrder(column);
        var rows = new int[order.texts().size()];
        for (var code = 1; code < rowsOfCode.length; code++) {
            rows[order.placeOfCode()[code]] += rowsOfCode[code];
        }
        var values = new ArrayList<Value>(rows.length + 1);
        for (var place = 0; place < rows.length; place++) {
            values.add(new Value(order.texts().get(place), rows[place]));
        }
        if (rowsOfCode[Column.Coded.MISSING] > 0) {
            values.add(new Value("", rowsOfCode[Column.Coded.MISSING]));
        }
        return new Facet(column, values);
    }

    /// A row counts for each of its words.
    private static Facet ofChoices(ReportColumn column, List<String> texts, int[] rowsOfCode) {
        Map<String, Integer> rowsOfWord = new HashMap<>();
        for (var code = 1; code < rowsOfCode.length; code++) {
            for (var word : Check.words(texts.get(code))) {
                rowsOfWord.merge(word, rowsOfCode[code], Integer::sum);
            }
        }
        var values = new ArrayList<Value>();
        for (var word : Check.ordered(rowsOfWord.keySet())) {
            values.add(new Value(word, rowsOfWord.getOrDefault(word, 0)));
        }
        if (rowsOfCode[Column.Coded.MISSING] > 0) {
            values.add(new Value("", rowsOfCode[Column.Coded.MISSING]));
        }
        return new Facet(column, values);
    }
}
