package org.roamledger.report;

import org.roamledger.report.ChartPart.Measure;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The figures of one chart: a figure for each line and series, or none.
///
/// @param chart the chart
/// @param currency ISO 4217 code of its amounts; empty if it has none
/// @param oneOfSeveral whether rows of other currencies, or of none, are visible too
/// @param lines what stands along the axis
/// @param series what is told for each line
/// @param figures by line, then by series; exact, but for averages, which have four decimals. What
///   nobody told is not there, and never zero
/// @param leftOut how many of the visible rows are not in all of the figures they could be in, by
///   reason
public record ChartTable(
        Chart chart,
        String currency,
        boolean oneOfSeveral,
        List<ChartPart> lines,
        List<ChartPart> series,
        List<List<Optional<BigDecimal>>> figures,
        Map<LeftOut, Long> leftOut) {

    /// Why a row is not in a figure.
    public enum LeftOut {
        WITHOUT_PRICE,
        WITHOUT_CURRENCY,
        OTHER_CURRENCY,
        WITHOUT_ENERGY,
        WITHOUT_VAT,
        CREDIT
    }

    public ChartTable {
        lines = List.copyOf(lines);
        series = List.copyOf(series);
        figures = figures.stream().map(List::copyOf).toList();
        leftOut = Map.copyOf(leftOut);
    }

    public Optional<BigDecimal> at(int line, int part) {
        return figures.get(line).get(part);
    }

    /// Whether there is nothing to draw.
    public boolean isEmpty() {
        return figures.stream()
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .allMatch(figure -> figure.signum() == 0);
    }

    /// What is measured in a line and series.
    public Measure measure(int line, int part) {
        if (lines.get(line) instanceof ChartPart.Of(var measure)) {
            return measure;
        }
        if (series.get(part) instanceof ChartPart.Of(var measure)) {
            return measure;
        }
        return switch (chart) {
            case ENERGY -> Measure.ENERGY;
            case TIMES -> Measure.SESSIONS;
            case PAYERS, GROSS, PRICES, NETWORKS -> Measure.GROSS;
        };
    }

    /// The filter that shows the rows of a figure, and those left out of it that lie there too.
    ///
    /// @param filter the filter of the view that the chart shows
    public ReportFilter behind(ReportFilter filter, int line, int part) {
        var narrowed = narrowed(narrowed(filter, lines.get(line)), series.get(part));
        var ofMoney =
                switch (measure(line, part)) {
                    case GROSS, NET_PER_KWH, GROSS_PER_KWH -> true;
                    case ENERGY, SESSIONS -> false;
                };
        return ofMoney && oneOfSeveral
                ? narrowed.with(ReportColumn.CURRENCY, Set.of(currency))
                : narrowed;
    }

    private static ReportFilter narrowed(ReportFilter filter, ChartPart part) {
        return switch (part) {
            case ChartPart.Value(var column, var text) -> filter.with(column, Set.of(text));
            case ChartPart.Others(var column, var texts) -> filter.with(column, texts);
            case ChartPart.Day(var day) -> at(filter, Set.of(day), Set.of());
            case ChartPart.Hour(var hour) -> at(filter, Set.of(), Set.of(hour));
            case ChartPart.Of _ -> filter;
        };
    }

    private static ReportFilter at(ReportFilter filter, Set<DayOfWeek> days, Set<Integer> hours) {
        var now =
                switch (filter.conditions().get(ReportColumn.START_TIME)) {
                    case Condition.Times(var days0, var hours0, var range) ->
                            new Condition.Times(
                                    days.isEmpty() ? days0 : days,
                                    hours.isEmpty() ? hours0 : hours,
                                    range);
                    case Condition.Between range -> new Condition.Times(days, hours, range);
                    case null, default -> new Condition.Times(days, hours);
                };
        return filter.with(ReportColumn.START_TIME, now);
    }
}
