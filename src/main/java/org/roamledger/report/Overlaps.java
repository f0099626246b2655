package org.roamledger.report;

import org.roamledger.session.EvseId;
import org.roamledger.session.ReportColumn;

import java.util.Arrays;
import java.util.BitSet;

/// Finds [Check#OVERLAP]: sessions that claim one EVSE at the same time, which only one of them can
/// have had.
///
/// Credits repeat the times of what they take back, and what was taken back may have been replaced
/// by a session with the same times: neither counts.
final class Overlaps {

    private static final int NONE = -1;

    private final Report report;
    private final int[] evse;
    private final int evses;
    private final Column.Numbers start;
    private final Column.Numbers duration;
    private final BitSet takenBack;

    /// @param takenBack rows that a credit takes back
    Overlaps(Report report, BitSet takenBack) {
        this.report = report;
        this.takenBack = takenBack;
        var ids = report.coded(ReportColumn.EVSE_ID);
        var first = Spellings.first(ids.texts(), text -> new EvseId(text).key());
        evses = first.length;
        evse = new int[report.size()];
        for (var row = 0; row < evse.length; row++) {
            evse[row] = first[ids.codes()[row]];
        }
        start = report.numbers(ReportColumn.START_TIME);
        duration = report.numbers(ReportColumn.DURATION);
    }

    private boolean counts(int row) {
        return evse[row] != Column.Coded.MISSING
                && duration.at(row) > 0
                && !report.isCredit(row)
                && !takenBack.get(row);
    }

    private long stop(int row) {
        return start.at(row) + duration.at(row);
    }

    /// @param found takes what is found, by row, as [Check#bit]s
    void find(int[] found) {
        // Rows are in the order of their starts. So whatever overlaps anything overlaps the one
        // that lasts longest of all before it, or was found when that one was met.
        var longest = new int[evses];
        Arrays.fill(longest, NONE);
        for (var row = 0; row < evse.length; row++) {
            if (!counts(row)) {
                continue;
            }
            var before = longest[evse[row]];
            if (before != NONE && stop(before) > start.at(row)) {
                found[row] |= Check.OVERLAP.bit();
                found[before] |= Check.OVERLAP.bit();
            }
            if (before == NONE || stop(row) > stop(before)) {
                longest[evse[row]] = row;
            }
        }
    }

    /// The first row that overlaps another one; negative if there is none.
    int other(int row) {
        for (var other = 0; counts(row) && other < evse.length; other++) {
            if (other != row
                    && evse[other] == evse[row]
                    && counts(other)
                    && start.at(row) < stop(other)
                    && start.at(other) < stop(row)) {
                return other;
            }
        }
        return NONE;
    }
}
