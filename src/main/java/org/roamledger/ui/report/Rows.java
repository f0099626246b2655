package org.roamledger.ui.report;

import javafx.collections.ObservableListBase;

import org.roamledger.report.Report;
import org.roamledger.report.ReportView;

/// The rows of a view as a list that makes each row when it is looked at. It never changes: another
/// view is another list.
public final class Rows extends ObservableListBase<Rows.Row> {

    private final ReportView view;

    /// One row, equal only to the same row of the same report.
    ///
    /// @param number its number in the report
    public record Row(Report report, int number) {}

    Rows(ReportView view) {
        this.view = view;
    }

    @Override
    public Row get(int index) {
        return new Row(view.report(), view.rows()[index]);
    }

    @Override
    public int size() {
        return view.size();
    }

    /// Only the same list: who listens to the rows of a table compares them, row by row if it could.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public int indexOf(Object sought) {
        if (sought instanceof Row row && row.report() == view.report()) {
            var rows = view.rows();
            for (var i = 0; i < rows.length; i++) {
                if (rows[i] == row.number()) {
                    return i;
                }
            }
        }
        return -1;
    }

    @Override
    public boolean contains(Object sought) {
        return indexOf(sought) >= 0;
    }
}
