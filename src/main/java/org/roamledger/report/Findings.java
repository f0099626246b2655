package org.roamledger.report;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/// What the checks have found in the rows of a report, as a column of codes: few different sets of
/// findings occur. Immutable.
///
/// @param column a text per row, as [Check#text] writes it; nothing found is a missing value
/// @param bits by code, what was found as [Check#bit]s
/// @param counted by code, whether a row counts as a session with findings
/// @param takenBack rows that a credit takes back
/// @param providers what sessions were compared with
record Findings(
        Report report,
        Column.Coded column,
        int[] bits,
        boolean[] counted,
        BitSet takenBack,
        ProviderChecks providers) {

    /// Checks all rows. At a million rows some tenths of a second: not for the screen's thread.
    static Findings of(Report report) {
        var found = new int[report.size()];
        var rows = new RowChecks(report);
        for (var row = 0; row < found.length; row++) {
            found[row] = rows.of(row);
        }
        var takenBack = new CreditChecks(report).find(found);
        new SharedIds(report).find(found);
        new Overlaps(report, takenBack).find(found);
        var providers = new ProviderChecks(report, found);
        var sets = new Distinct();
        sets.numberOf(0);
        for (var row = 0; row < found.length; row++) {
            found[row] = sets.numberOf(found[row]);
        }
        var bits = Arrays.stream(sets.values()).mapToInt(set -> (int) set).toArray();
        var texts = Arrays.stream(bits).mapToObj(Check::text).toList();
        var counted = new boolean[bits.length];
        for (var code = 0; code < bits.length; code++) {
            counted[code] = Check.of(texts.get(code)).stream().anyMatch(Check::counts);
        }
        return new Findings(
                report, new Column.Coded(found, texts), bits, counted, takenBack, providers);
    }

    /// Whether a row has an error or a warning.
    boolean isCounted(int row) {
        return counted[column.codes()[row]];
    }

    /// The rows with the gravest findings first, whatever their words are in a language.
    Ranks ranks() {
        // The bits of the gravest checks are the lowest: turned round they count most.
        var order =
                IntStream.range(1, bits.length)
                        .boxed()
                        .sorted(
                                Comparator.comparing(
                                        code -> Integer.reverse(bits[code]),
                                        (a, b) -> Integer.compareUnsigned(b, a)))
                        .toList();
        var rankOfCode = new int[bits.length];
        rankOfCode[Column.Coded.MISSING] = order.size();
        for (var rank = 0; rank < order.size(); rank++) {
            rankOfCode[order.get(rank)] = rank;
        }
        var byRow = new int[column.codes().length];
        for (var row = 0; row < byRow.length; row++) {
            byRow[row] = rankOfCode[column.codes()[row]];
        }
        return new Ranks(byRow, order.size());
    }

    /// What a row was compared with when a check found something in it.
    Finding.Facts facts(Check check, int row) {
        return switch (check) {
            case DUP -> new Finding.Other(new SharedIds(report).other(row));
            case OVERLAP -> new Finding.Other(new Overlaps(report, takenBack).other(row));
            case CREDIT -> new CreditChecks(report).facts(row);
            case CUR -> providers.usualCurrency(row);
            case OUTLIER -> providers.usualPrice(row);
            case VAT_SUM, POWER, ID_FORMAT -> new RowChecks(report).facts(check, row);
            case DATE,
                    NEG_DUR,
                    ZERO_DUR,
                    METER_BACK,
                    ZERO_PRICED,
                    NO_PRICE,
                    NO_PROVIDER,
                    LONG,
                    METER_DIFF,
                    ZERO_ENERGY,
                    NO_EVSE_ID,
                    NO_TRANSACTION_ID,
                    LOW_DUR,
                    LOW_ENERGY,
                    FREE_PRICED ->
                    new Finding.Nothing();
        };
    }
}
