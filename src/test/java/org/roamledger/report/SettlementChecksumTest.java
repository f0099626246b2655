package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

class SettlementChecksumTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static Report report(String price) {
        return ReportFixture.report(
                ZONE,
                new Row("1").with(ReportColumn.PROVIDER_ID, "DE*8EO").price("1.00"),
                new Row("2").with(ReportColumn.PROVIDER_ID, "FR*GIR").price(price));
    }

    @Test
    void theOrderOfTheRowsDoesNotMatter() {
        var report = report("2.00");
        var down = new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true)));
        assertThat(SettlementChecksum.ofSessions(ReportView.of(report, ReportFilter.NONE, down)))
                .hasSize(64)
                .isEqualTo(SettlementChecksum.ofSessions(ReportFixture.view(report)));
    }

    @Test
    void everyFigureMatters() {
        assertThat(SettlementChecksum.ofSessions(ReportFixture.view(report("2.00"))))
                .isNotEqualTo(SettlementChecksum.ofSessions(ReportFixture.view(report("2.01"))));
    }

    @Test
    void aSettlementIsAnotherWithAnotherFilterOrRoundingOfTheSameSessions() {
        var report = report("2.00");
        var all = ReportFixture.view(report);
        var both =
                ReportView.of(
                        report,
                        ReportFilter.NONE.with(
                                ReportColumn.PROVIDER_ID, Set.of("DE*8EO", "FR*GIR")),
                        SortOrder.STANDARD);
        var rules =
                new RoundingRules(new Rounding(Rounding.Mode.HALF_UP, Rounding.Each.ROW), Map.of());
        assertThat(
                        List.of(
                                SettlementChecksum.ofSettlement(all, RoundingRules.NONE),
                                SettlementChecksum.ofSettlement(both, RoundingRules.NONE),
                                SettlementChecksum.ofSettlement(all, rules)))
                .doesNotHaveDuplicates();
    }
}
