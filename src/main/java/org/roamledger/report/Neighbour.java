package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// A session at the same EVSE as another one, shortly before or after it.
///
/// @param row its row of the report
/// @param isItself whether it is that other one
/// @param overlaps whether both claim the EVSE at the same time, which only one of them can have
///   had; never for a credit, which repeats the times of what it takes back
public record Neighbour(int row, boolean isItself, boolean overlaps) {

    /// The neighbours of a row and itself, by start time; none if its EVSE is not known. Looks
    /// through at most the whole report: some milliseconds for a million rows.
    ///
    /// @param each how many at most before it, and after it
    public static List<Neighbour> of(Report report, int row, int each) {
        var evse = report.coded(ReportColumn.EVSE_ID);
        if (evse.isMissing(row)) {
            return List.of();
        }
        var codes = evse.codes();
        var before = new ArrayDeque<Neighbour>();
        for (var other = row - 1; other >= 0 && before.size() < each; other--) {
            if (codes[other] == codes[row]) {
                before.addFirst(new Neighbour(other, false, overlap(report, row, other)));
            }
        }
        var all = new ArrayList<>(before);
        all.add(new Neighbour(row, true, false));
        var most = all.size() + each;
        for (var other = row + 1; other < codes.length && all.size() < most; other++) {
            if (codes[other] == codes[row]) {
                all.add(new Neighbour(other, false, overlap(report, row, other)));
            }
        }
        return all;
    }

    private static boolean overlap(Report report, int row, int other) {
        var start = report.numbers(ReportColumn.START_TIME);
        var stop = report.numbers(ReportColumn.STOP_TIME);
        return !report.isCredit(row)
                && !report.isCredit(other)
                && !stop.isMissing(row)
                && !stop.isMissing(other)
                && start.at(row) < stop.at(other)
                && start.at(other) < stop.at(row);
    }
}
