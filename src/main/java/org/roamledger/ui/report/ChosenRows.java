package org.roamledger.ui.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Report;
import org.roamledger.report.ReportView;

import java.util.Arrays;
import java.util.BitSet;

/// The rows that a person selected. They stay chosen while a filter hides them and when the report
/// is loaded anew; sessions that are not in the new report are not chosen any more.
///
/// @param report the report they are rows of; absent before there was one
/// @param rows their row numbers; not to be changed by anybody
record ChosenRows(@Nullable Report report, BitSet rows) {

    static final ChosenRows NONE = new ChosenRows(null, new BitSet());

    /// @param places places among the visible rows
    static ChosenRows of(ReportView view, BitSet places) {
        var rows = new BitSet(view.report().size());
        var visible = view.rows();
        for (var at = places.nextSetBit(0); at >= 0; at = places.nextSetBit(at + 1)) {
            rows.set(visible[at]);
        }
        return new ChosenRows(view.report(), rows);
    }

    /// The same sessions in another report. At a million of them a tenth of a second.
    ChosenRows in(Report other) {
        if (report == null || other.equals(report) || rows.isEmpty()) {
            return new ChosenRows(other, rows);
        }
        var before = report;
        var sessions = rows.stream().mapToLong(before::sessionId).sorted().toArray();
        var found = new BitSet(other.size());
        for (var row = 0; row < other.size(); row++) {
            if (Arrays.binarySearch(sessions, other.sessionId(row)) >= 0) {
                found.set(row);
            }
        }
        return new ChosenRows(other, found);
    }

    /// Where they stand among the visible rows.
    BitSet places(ReportView view) {
        var places = new BitSet(view.size());
        if (rows.isEmpty()) {
            return places;
        }
        var visible = view.rows();
        for (var at = 0; at < visible.length; at++) {
            if (rows.get(visible[at])) {
                places.set(at);
            }
        }
        return places;
    }
}
