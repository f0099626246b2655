package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/// Finds [Check#DUP]: sessions that have one CDR ID in one network, in any case.
///
/// The store keeps CDR IDs of one operator apart from those of another, as it must: they need not
/// be different. So two rows are only taken for one session if one of them names no operator, or if
/// both started in the same second.
final class SharedIds {

    private static final int NONE = -1;
    private static final int BITS_FOR_ROW = 32;

    private final Column.Ids ids;
    private final int[] network;
    private final Column.Coded operator;
    private final Column.Numbers start;
    private final int size;

    SharedIds(Report report) {
        ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        network = report.coded(ReportColumn.NETWORK).codes();
        operator = report.coded(ReportColumn.OPERATOR_ID);
        start = report.numbers(ReportColumn.START_TIME);
        size = report.size();
    }

    /// @param found takes what is found, by row, as [Check#bit]s
    void find(int[] found) {
        var hashes = new int[size];
        // Nearly all ids are different. A bit for each hash stays near the processor, and tells
        // which few rows are worth a look at other rows.
        var mask = Integer.highestOneBit(Math.max(1, size)) * BITS_FOR_ROW - 1;
        var seen = new BitSet(mask + 1);
        var again = new BitSet();
        for (var row = 0; row < size; row++) {
            hashes[row] = IdSet.hash(ids, row);
            var bit = hashes[row] & mask;
            if (seen.get(bit)) {
                again.set(bit);
            }
            seen.set(bit);
        }
        var rowsOfHash = new HashMap<Integer, List<Integer>>();
        for (var row = 0; !again.isEmpty() && row < size; row++) {
            if (again.get(hashes[row] & mask)) {
                var others = rowsOfHash.computeIfAbsent(hashes[row], _ -> new ArrayList<>(1));
                for (var other : others) {
                    if (isSame(row, other)) {
                        found[row] |= Check.DUP.bit();
                        found[other] |= Check.DUP.bit();
                    }
                }
                others.add(row);
            }
        }
    }

    /// The first row that is the same session as another one; negative if there is none.
    int other(int row) {
        var hash = IdSet.hash(ids, row);
        for (var other = 0; other < size; other++) {
            if (other != row && IdSet.hash(ids, other) == hash && isSame(row, other)) {
                return other;
            }
        }
        return NONE;
    }

    private boolean isSame(int row, int other) {
        return network[row] == network[other]
                && (operator.isMissing(row)
                        || operator.isMissing(other)
                        || start.at(row) == start.at(other))
                && lower(row).equals(lower(other));
    }

    private String lower(int row) {
        return ids.text(row).toLowerCase(Locale.ROOT);
    }
}
