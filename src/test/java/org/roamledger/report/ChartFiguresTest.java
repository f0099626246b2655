package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.ChartPart.Measure;
import org.roamledger.report.ChartTable.LeftOut;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

final class ChartFiguresTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static Row row(String id, String month, String provider, String currency) {
        return new Row(id)
                .with(ReportColumn.MONTH, month)
                .with(ReportColumn.PROVIDER_ID, provider)
                .with(ReportColumn.NETWORK, "OCPI")
                .with(ReportColumn.CURRENCY, currency);
    }

    private static ChartFigures figures(Row... rows) {
        return ChartFigures.of(ReportFixture.view(ReportFixture.report(STOCKHOLM, rows)));
    }

    private static BigDecimal sum(ChartTable table) {
        return table.figures().stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal lineSum(ChartTable table, int line) {
        return table.figures().get(line).stream()
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// Rows of everything that can be missing, in the order that the view has them.
    private static ReportView some() {
        var report = ReportFixture.random(20_000, STOCKHOLM, 7);
        return ReportView.of(report, ReportFilter.NONE.withText("*1"), SortOrder.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "SEK"})
    void grossIsThatOfTheTotals(String currency) {
        var view = some();
        var total =
                view.totals().byCurrency().stream()
                        .filter(of -> of.currency().equals(currency))
                        .findAny()
                        .orElseThrow();
        var figures = ChartFigures.of(view);
        for (var chart : List.of(Chart.PAYERS, Chart.GROSS)) {
            assertThat(sum(figures.table(chart, currency)))
                    .isEqualByComparingTo(total.gross().toDecimal());
        }
        assertThat(lineSum(figures.table(Chart.NETWORKS, currency), 0))
                .isEqualByComparingTo(total.gross().toDecimal());
    }

    @Test
    void energyAndSessionsAreThoseOfTheTotalsOfAllCurrencies() {
        var view = some();
        var wattHours = view.totals().byCurrency().stream().mapToLong(of -> of.energyWh()).sum();
        var sessions = view.totals().byCurrency().stream().mapToLong(of -> of.sessions()).sum();
        var figures = ChartFigures.of(view);
        var kilowattHours = BigDecimal.valueOf(wattHours, 3);
        assertThat(sum(figures.table(Chart.ENERGY, "EUR"))).isEqualByComparingTo(kilowattHours);
        assertThat(lineSum(figures.table(Chart.NETWORKS, "EUR"), 1))
                .isEqualByComparingTo(kilowattHours);
        assertThat(sum(figures.table(Chart.TIMES, "EUR"))).isEqualTo(BigDecimal.valueOf(sessions));
        assertThat(lineSum(figures.table(Chart.NETWORKS, "EUR"), 2))
                .isEqualTo(BigDecimal.valueOf(sessions));
    }

    /// The oracle: filters to what lies behind each figure, and adds that up anew.
    @ParameterizedTest
    @EnumSource(Chart.class)
    void theRowsBehindAFigureComeToIt(Chart chart) {
        var view = some();
        var table = ChartFigures.of(view).table(chart, "SEK");
        for (var line = 0; line < table.lines().size(); line++) {
            for (var part = 0; part < table.series().size(); part++) {
                var behind =
                        ReportView.of(
                                view.report(),
                                table.behind(view.filter(), line, part),
                                SortOrder.STANDARD);
                assertThat(expected(table.measure(line, part), behind.totals()))
                        .isEqualByComparingTo(table.at(line, part).orElseThrow());
            }
        }
    }

    @Test
    void anHourOfAWeekIsShownWithinTheRangeThatIsShown() {
        var range = new Condition.Between(0L, 1L);
        var filter = ReportFilter.NONE.with(ReportColumn.START_TIME, range);
        var table = ChartFigures.of(some()).table(Chart.TIMES, "");
        assertThat(table.behind(filter, 5, 2).conditions().get(ReportColumn.START_TIME))
                .isEqualTo(new Condition.Times(Set.of(DayOfWeek.WEDNESDAY), Set.of(5), range));
    }

    private static BigDecimal expected(Measure measure, Totals totals) {
        var energy =
                BigDecimal.valueOf(
                        totals.byCurrency().stream().mapToLong(of -> of.energyWh()).sum(), 3);
        return switch (measure) {
            case GROSS -> totals.byCurrency().getFirst().gross().toDecimal();
            case ENERGY -> energy;
            case SESSIONS ->
                    BigDecimal.valueOf(
                            totals.byCurrency().stream().mapToLong(of -> of.sessions()).sum());
            case NET_PER_KWH ->
                    totals.byCurrency()
                            .getFirst()
                            .net()
                            .toDecimal()
                            .divide(energy, 4, RoundingMode.HALF_UP);
            case GROSS_PER_KWH ->
                    totals.byCurrency()
                            .getFirst()
                            .gross()
                            .toDecimal()
                            .divide(energy, 4, RoundingMode.HALF_UP);
        };
    }

    @Test
    void theCurrencyOfMostRowsComesFirstAndNoCurrencyIsNone() {
        var figures =
                figures(
                        row("a", "2026-10", "A", "EUR"),
                        row("b", "2026-10", "A", "SEK"),
                        row("c", "2026-10", "A", "SEK"),
                        row("d", "2026-10", "A", ""));
        assertThat(figures.currencies()).containsExactly("SEK", "EUR");
    }

    @Test
    void whatHasNoPriceIsSaidAndNeverZero() {
        var table =
                figures(
                                row("a", "2026-10", "A", "EUR").price("1.50"),
                                row("b", "2026-10", "B", "EUR"),
                                row("c", "2026-10", "C", "SEK").price("9"),
                                row("d", "2026-10", "D", "").price("9"))
                        .table(Chart.GROSS, "EUR");
        assertThat(table.series())
                .containsExactly(new ChartPart.Value(ReportColumn.PROVIDER_ID, "A"));
        assertThat(table.leftOut())
                .isEqualTo(
                        Map.of(
                                LeftOut.WITHOUT_PRICE, 1L,
                                LeftOut.OTHER_CURRENCY, 1L,
                                LeftOut.WITHOUT_CURRENCY, 1L));
    }

    @Test
    void aMonthWithoutSessionsStandsOnTheAxisWithoutAFigure() {
        var table =
                figures(
                                row("a", "2026-12", "A", "EUR").price("1"),
                                row("b", "2026-10", "A", "EUR").price("2"),
                                row("c", "", "A", "EUR").price("4"))
                        .table(Chart.GROSS, "EUR");
        assertThat(table.lines().stream().map(line -> ((ChartPart.Value) line).text()))
                .containsExactly("2026-10", "2026-11", "2026-12", "");
        assertThat(table.at(1, 0)).isEmpty();
        assertThat(table.at(3, 0)).contains(new BigDecimal("4.0000"));
    }

    @Test
    void spellingsOfOneProviderAreOne() {
        var table =
                figures(
                                row("a", "2026-10", "DE*8EO", "EUR").price("1"),
                                row("b", "2026-10", "de-8eo", "EUR").price("2"))
                        .table(Chart.PAYERS, "EUR");
        assertThat(table.figures())
                .isEqualTo(List.of(List.of(Optional.of(new BigDecimal("3.0000")))));
    }

    @Test
    void theLargestStandForThemselvesAndTheOthersTogether() {
        var rows = new Row[11];
        for (var i = 0; i < rows.length; i++) {
            rows[i] = row("r" + i, "2026-10", "P" + i, "EUR").price(String.valueOf(100 - i));
        }
        var table = figures(rows).table(Chart.PAYERS, "EUR");
        assertThat(table.lines()).hasSize(ChartFigures.MOST_LINES + 1);
        assertThat(table.lines().getFirst())
                .isEqualTo(new ChartPart.Value(ReportColumn.PROVIDER_ID, "P0"));
        assertThat(table.lines().getLast())
                .isEqualTo(
                        new ChartPart.Others(ReportColumn.PROVIDER_ID, Set.of("P10", "P8", "P9")));
        assertThat(table.at(8, 0)).contains(new BigDecimal("273.0000"));
    }

    @Test
    void anAverageIsTheSumOfPricesByTheSumOfEnergyOfRowsThatHaveBoth() {
        var table =
                figures(
                                row("a", "2026-10", "A", "EUR")
                                        .energy(1_000)
                                        .price("1")
                                        .vat("0.2", "25"),
                                row("b", "2026-10", "A", "EUR").energy(9_000).price("4"),
                                row("c", "2026-10", "A", "EUR").price("100"),
                                row("d", "2026-10", "B", "EUR").energy(0).price("1"))
                        .table(Chart.PRICES, "EUR");
        assertThat(table.at(0, 0)).contains(new BigDecimal("0.8000"));
        assertThat(table.at(0, 1)).contains(new BigDecimal("0.5000"));
        assertThat(table.at(1, 1)).isEmpty();
        assertThat(table.leftOut())
                .isEqualTo(Map.of(LeftOut.WITHOUT_ENERGY, 1L, LeftOut.WITHOUT_VAT, 2L));
    }

    @Test
    void creditsTakeAwayMoneyAndAreNoSessions() {
        var figures =
                figures(
                        row("a", "2026-10", "A", "EUR").price("5"),
                        row("b", "2026-10", "A", "EUR").price("-5").credit());
        assertThat(sum(figures.table(Chart.GROSS, "EUR"))).isEqualByComparingTo("0");
        assertThat(sum(figures.table(Chart.TIMES, "EUR"))).isEqualByComparingTo("1");
        assertThat(figures.table(Chart.TIMES, "EUR").leftOut())
                .isEqualTo(Map.of(LeftOut.CREDIT, 1L));
    }

    @Test
    void hoursAreThoseOfTheReportZoneAlsoWhenClocksChange() {
        // 25 October 2026 was a Sunday; clocks went back at 01:00 UTC.
        var table =
                figures(
                                row("a", "2026-10", "A", "EUR").at("2026-10-25T00:30:00Z"),
                                row("b", "2026-10", "A", "EUR").at("2026-10-25T01:30:00Z"),
                                row("c", "2026-10", "A", "EUR").at("2026-10-25T23:30:00Z"))
                        .table(Chart.TIMES, "EUR");
        assertThat(table.at(2, DayOfWeek.SUNDAY.ordinal())).contains(BigDecimal.TWO);
        assertThat(table.at(0, DayOfWeek.MONDAY.ordinal())).contains(BigDecimal.ONE);
    }

    @Test
    void withoutRowsEveryChartIsEmpty() {
        var figures = figures();
        assertThat(figures.currencies()).isEmpty();
        assertThat(figures.tables("")).allMatch(ChartTable::isEmpty).hasSize(Chart.ALL.size());
    }
}
