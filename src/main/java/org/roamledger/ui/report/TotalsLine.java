package org.roamledger.ui.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Totals;
import org.roamledger.report.Totals.OfCurrency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What some rows come to in one currency.
///
/// @param currency its code; empty for rows without one
/// @param scope which rows
/// @param sums absent if none of those rows is of that currency
record TotalsLine(String currency, Scope scope, @Nullable OfCurrency sums) {

    /// The rows that are summed up.
    enum Scope {
        ALL("totals.all"),
        FILTERED("totals.filtered"),
        SELECTED("totals.selected");

        private final String wordsKey;

        Scope(String wordsKey) {
            this.wordsKey = wordsKey;
        }

        String wordsKey() {
            return wordsKey;
        }
    }

    /// Three lines for each currency that there is; rows without one last.
    static List<TotalsLine> of(Totals all, Totals filtered, Totals selected) {
        var currencies =
                all.byCurrency().stream()
                        .map(OfCurrency::currency)
                        .sorted(
                                Comparator.comparing(String::isEmpty)
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        var lines = new ArrayList<TotalsLine>();
        for (var currency : currencies) {
            lines.add(line(currency, Scope.ALL, all));
            lines.add(line(currency, Scope.FILTERED, filtered));
            lines.add(line(currency, Scope.SELECTED, selected));
        }
        return lines;
    }

    private static TotalsLine line(String currency, Scope scope, Totals totals) {
        return new TotalsLine(
                currency,
                scope,
                totals.byCurrency().stream()
                        .filter(sums -> sums.currency().equals(currency))
                        .findFirst()
                        .orElse(null));
    }

    boolean isFirstOfCurrency() {
        return scope == Scope.ALL;
    }
}
