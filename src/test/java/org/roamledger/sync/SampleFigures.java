package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.store.SessionStore;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/// Compares a store with what its only source, the sample back office, holds.
final class SampleFigures {

    private SampleFigures() {}

    /// The report of all sessions.
    static ReportView report(SessionStore store) {
        var all =
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2030, 1, 1),
                        ZoneId.of("Europe/Stockholm"));
        return ReportView.of(store.load(all, Progress.NONE), ReportFilter.NONE, SortOrder.STANDARD);
    }

    static void assertEqual(SessionStore store, SampleBackOffice office) {
        var figures = office.figures();
        var totals = report(store).totals();
        assertThat(totals.rows()).isEqualTo(figures.records());
        assertThat(totals.byCurrency()).hasSameSizeAs(figures.byCurrency().keySet());
        for (var total : totals.byCurrency()) {
            var expected = Objects.requireNonNull(figures.byCurrency().get(total.currency()));
            assertThat(total.sessions() + total.credits()).isEqualTo(expected.records());
            assertThat(total.energyWh()).isEqualTo(expected.wattHours());
            assertThat(total.gross().toDecimal()).isEqualByComparingTo(expected.gross());
            assertThat(total.vat().toDecimal()).isEqualByComparingTo(expected.vat());
            assertThat(total.withoutPrice()).isEqualTo(expected.withoutPrice());
        }
    }
}
