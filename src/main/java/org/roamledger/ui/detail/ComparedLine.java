package org.roamledger.ui.detail;

import org.roamledger.report.SessionVersion;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.util.ArrayList;
import java.util.List;

/// One column in two versions of a session.
///
/// @param before as the table showed it; empty if it was missing
/// @param now as the table shows it; empty if it is missing
record ComparedLine(ReportColumn column, String title, String before, String now) {

    boolean differs() {
        return !before.equals(now);
    }

    /// All columns in their order.
    static List<ComparedLine> of(SessionVersion before, SessionVersion now, Words words) {
        var earlier = DetailLine.of(before, DetailLine.COLUMNS, words);
        var later = DetailLine.of(now, DetailLine.COLUMNS, words);
        var lines = new ArrayList<ComparedLine>();
        for (var i = 0; i < later.size(); i++) {
            var line = later.get(i);
            lines.add(
                    new ComparedLine(
                            line.column(), line.title(), earlier.get(i).value(), line.value()));
        }
        return lines;
    }
}
