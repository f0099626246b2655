package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;

/// Finds [Check#CREDIT]: credits that do not fit what they take back.
///
/// A credit that does not say what it takes back is not checked, and one whose session lies outside
/// the time frame is as good as any: the store knows that session.
final class CreditChecks {

    private final Report report;

    CreditChecks(Report report) {
        this.report = report;
    }

    /// @param found takes what is found, by row, as [Check#bit]s
    /// @return the rows that are taken back
    BitSet find(int[] found) {
        var credits = report.credits();
        var originals = new long[credits.cardinality()];
        var known = 0;
        for (var row = credits.nextSetBit(0); row >= 0; row = credits.nextSetBit(row + 1)) {
            var credited = report.takenBack(row);
            if (credited == null) {
                continue;
            }
            var original = credited.original();
            if (original == null || credited.credits() > 1 || isUnequal(row, original)) {
                found[row] |= Check.CREDIT.bit();
            }
            if (original != null) {
                originals[known++] = original.session();
            }
        }
        var takenBack = new BitSet();
        Arrays.sort(originals, 0, known);
        for (var row = 0; known > 0 && row < found.length; row++) {
            if (Arrays.binarySearch(originals, 0, known, report.sessionId(row)) >= 0) {
                takenBack.set(row);
            }
        }
        return takenBack;
    }

    Finding.Facts facts(int row) {
        var credited = Objects.requireNonNull(report.takenBack(row));
        var original = credited.original();
        return new Finding.Credited(credited, original != null && isUnequal(row, original));
    }

    /// Whether a credit takes back another amount than the session costs. Amounts that are not
    /// known are not unequal.
    private boolean isUnequal(int row, TakenBack.Original original) {
        var gross = report.numbers(ReportColumn.PRICE).at(row);
        return gross != Column.Numbers.MISSING
                && original.gross() != Column.Numbers.MISSING
                && (gross != -original.gross()
                        || !original.currency()
                                .equals(report.coded(ReportColumn.CURRENCY).text(row)));
    }
}
