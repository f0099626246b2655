package org.roamledger.report;

import org.roamledger.problem.Progress;

import java.util.Arrays;
import java.util.function.IntPredicate;

/// Finds the rows that a filter lets through.
final class Selection {

    private Selection() {}

    /// The rows that meet all conditions, in the report's own order.
    ///
    /// @throws org.roamledger.problem.ProblemException with
    ///   [org.roamledger.problem.Problem.Cancelled] if the thread was interrupted
    static int[] rows(Report report, ReportFilter filter) {
        var rows = new int[report.size()];
        Arrays.setAll(rows, row -> row);
        for (var condition : filter.conditions().entrySet()) {
            rows = kept(rows, RowTests.of(report, condition.getKey(), condition.getValue()));
        }
        if (filter.changedOnly()) {
            rows = kept(rows, report::isChanged);
        }
        if (!filter.text().isEmpty()) {
            var found = TextSearch.anywhere(report.search().find(filter.text()));
            rows = kept(rows, found::get);
        }
        return rows;
    }

    /// Keeps rows in place: the array is the caller's own.
    private static int[] kept(int[] rows, IntPredicate test) {
        Progress.NONE.step(0, rows.length);
        var kept = 0;
        for (var row : rows) {
            rows[kept] = row;
            if (test.test(row)) {
                kept++;
            }
        }
        return Arrays.copyOf(rows, kept);
    }
}
