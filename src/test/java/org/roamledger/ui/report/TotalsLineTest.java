package org.roamledger.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.report.Totals;
import org.roamledger.report.Totals.OfCurrency;
import org.roamledger.session.Amount;
import org.roamledger.ui.report.TotalsLine.Scope;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

class TotalsLineTest {

    private static Totals totals(OfCurrency... of) {
        return new Totals(Arrays.stream(of).mapToLong(OfCurrency::sessions).sum(), List.of(of));
    }

    private static OfCurrency sums(String currency, int sessions) {
        var amount = new Amount(sessions * 10_000L);
        return new OfCurrency(currency, sessions, 0, 1_000, amount, amount, amount, 0, 0);
    }

    @Test
    void everyCurrencyOfTheReportHasALineForAllFilteredAndSelectedRows() {
        var lines =
                TotalsLine.of(
                        totals(sums("", 1), sums("EUR", 5), sums("SEK", 7)),
                        totals(sums("SEK", 2)),
                        totals());
        assertThat(lines.stream().map(TotalsLine::currency).distinct())
                .containsExactly("EUR", "SEK", "");
        assertThat(lines.stream().filter(line -> line.currency().equals("SEK")))
                .extracting(TotalsLine::scope)
                .containsExactly(Scope.values());
    }

    @Test
    void whatHasNoRowsHasNoSumsRatherThanZero() {
        var lines = TotalsLine.of(totals(sums("EUR", 5)), totals(sums("EUR", 2)), totals());
        var byScope = lines.stream().collect(Collectors.toMap(TotalsLine::scope, line -> line));
        assertThat(byScope.get(Scope.FILTERED)).extracting("sums.sessions").isEqualTo(2L);
        assertThat(byScope.get(Scope.SELECTED)).extracting(TotalsLine::sums).isNull();
    }

    @Test
    void aReportWithoutRowsHasNoLines() {
        assertThat(TotalsLine.of(totals(), totals(), totals())).isEmpty();
    }
}
