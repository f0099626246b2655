package org.roamledger.report;

import org.roamledger.report.ChartGroups.Group;
import org.roamledger.report.ChartPart.Measure;
import org.roamledger.report.ChartTable.LeftOut;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the visible rows of a report come to, chart by chart. Exact sums, as [Totals] has them;
/// currencies are never added up.
public final class ChartFigures {

    /// Providers that stand for themselves along an axis.
    static final int MOST_LINES = 8;

    /// Providers, or networks, that stand for themselves as colours.
    static final int MOST_SERIES = 5;

    private static final int MONEY_SCALE = 4;
    private static final int KILOWATT_HOURS_SCALE = 3;
    private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

    private final ChartGroups months;
    private final ChartGroups providers;
    private final ChartGroups networks;
    private final OfCurrency[] byCurrency;
    private final List<String> currencyTexts;
    private final ChartSums energy;
    private final ChartSums energyOfNetwork;
    private final ChartSums sessionsOfNetwork;
    private final ChartSums sessionsByHour = new ChartSums(WeekHours.COUNT);
    private long rows;
    private long withoutEnergy;
    private long credits;

    /// Sums over the rows of one currency.
    private final class OfCurrency {
        private final ChartSums gross = new ChartSums(months.size() * providers.size());
        private final ChartSums grossOfProvider = new ChartSums(providers.size());
        private final ChartSums grossOfNetwork = new ChartSums(networks.size());
        private final ChartSums averagedGross = new ChartSums(providers.size());
        private final ChartSums energyOfGross = new ChartSums(providers.size());
        private final ChartSums averagedNet = new ChartSums(providers.size());
        private final ChartSums energyOfNet = new ChartSums(providers.size());
        private long rows;
        private long withoutPrice;
        private long pricedWithoutEnergy;
        private long averagedWithoutVat;

        void add(int month, int provider, int network, long price, long vat, long wattHours) {
            rows++;
            if (price == Column.Numbers.MISSING) {
                withoutPrice++;
                return;
            }
            gross.add(month * providers.size() + provider, price);
            grossOfProvider.add(provider, price);
            grossOfNetwork.add(network, price);
            if (wattHours == Column.Numbers.MISSING) {
                pricedWithoutEnergy++;
                return;
            }
            averagedGross.add(provider, price);
            energyOfGross.add(provider, wattHours);
            if (vat == Column.Numbers.MISSING) {
                averagedWithoutVat++;
                return;
            }
            averagedNet.add(provider, Math.subtractExact(price, vat));
            energyOfNet.add(provider, wattHours);
        }
    }

    private ChartFigures(Report report) {
        months = new ChartGroups(report, ReportColumn.MONTH);
        providers = new ChartGroups(report, ReportColumn.PROVIDER_ID);
        networks = new ChartGroups(report, ReportColumn.NETWORK);
        currencyTexts = report.coded(ReportColumn.CURRENCY).texts();
        byCurrency = new OfCurrency[currencyTexts.size()];
        energy = new ChartSums(months.size() * providers.size());
        energyOfNetwork = new ChartSums(networks.size());
        sessionsOfNetwork = new ChartSums(networks.size());
    }

    /// Sums up in one pass. At a million rows some ten milliseconds: not for the screen's thread.
    ///
    /// @throws ArithmeticException if a sum is beyond about 922 trillion of a currency
    public static ChartFigures of(ReportView view) {
        var figures = new ChartFigures(view.report());
        figures.add(view.report(), view.rows());
        return figures;
    }

    private void add(Report report, int[] visible) {
        var month = report.coded(ReportColumn.MONTH).codes();
        var provider = report.coded(ReportColumn.PROVIDER_ID).codes();
        var network = report.coded(ReportColumn.NETWORK).codes();
        var currency = report.coded(ReportColumn.CURRENCY).codes();
        var wattHours = report.numbers(ReportColumn.ENERGY_WH);
        var price = report.numbers(ReportColumn.PRICE);
        var vat = report.numbers(ReportColumn.VAT_AMOUNT);
        var start = report.numbers(ReportColumn.START_TIME);
        var hours = new WeekHours(report.parameters().zone());
        rows = visible.length;
        for (var row : visible) {
            var ofMonth = months.place(month[row]);
            var ofProvider = providers.place(provider[row]);
            var ofNetwork = networks.place(network[row]);
            var rowEnergy = wattHours.at(row);
            if (rowEnergy == Column.Numbers.MISSING) {
                withoutEnergy++;
            } else {
                energy.add(ofMonth * providers.size() + ofProvider, rowEnergy);
                energyOfNetwork.add(ofNetwork, rowEnergy);
            }
            if (report.isCredit(row)) {
                credits++;
            } else {
                sessionsOfNetwork.add(ofNetwork, 1);
                sessionsByHour.add(hours.at(start.at(row)), 1);
            }
            of(currency[row])
                    .add(ofMonth, ofProvider, ofNetwork, price.at(row), vat.at(row), rowEnergy);
        }
    }

    /// Nothing for a currency that no row has.
    private OfCurrency of(String currency) {
        var code = currencyTexts.indexOf(currency);
        var known = code > Column.Coded.MISSING ? byCurrency[code] : null;
        return known == null ? new OfCurrency() : known;
    }

    private OfCurrency of(int code) {
        var known = byCurrency[code];
        if (known == null) {
            known = new OfCurrency();
            byCurrency[code] = known;
        }
        return known;
    }

    /// The currencies of the rows, that of most rows first. Rows without a currency are of none.
    public List<String> currencies() {
        return IntStream.range(1, byCurrency.length)
                .filter(code -> byCurrency[code] != null)
                .boxed()
                .sorted(
                        Comparator.comparingLong((Integer code) -> byCurrency[code].rows)
                                .reversed()
                                .thenComparing(currencyTexts::get))
                .map(currencyTexts::get)
                .toList();
    }

    /// All charts, in the order of [Chart#ALL].
    ///
    /// @param currency of the amounts; if no row has it, charts of amounts are empty
    public List<ChartTable> tables(String currency) {
        return Chart.ALL.stream().map(chart -> table(chart, currency)).toList();
    }

    public ChartTable table(Chart chart, String currency) {
        var of = of(currency);
        return switch (chart) {
            case PAYERS -> payers(currency, of);
            case GROSS -> monthly(Chart.GROSS, currency, of.gross, MONEY_SCALE, leftOut(of));
            case ENERGY ->
                    monthly(
                            Chart.ENERGY,
                            "",
                            energy,
                            KILOWATT_HOURS_SCALE,
                            Map.of(LeftOut.WITHOUT_ENERGY, withoutEnergy));
            case PRICES -> prices(currency, of);
            case NETWORKS -> networks(currency, of);
            case TIMES -> times();
        };
    }

    private ChartTable payers(String currency, OfCurrency of) {
        var sums = of.grossOfProvider;
        var lines = providers.largest(sums::isKnown, sums::at, MOST_LINES);
        return table(
                Chart.PAYERS,
                currency,
                parts(lines),
                List.of(new ChartPart.Of(Measure.GROSS)),
                (line, _) -> sums.at(lines.get(line).places(), MONEY_SCALE),
                leftOut(of));
    }

    private ChartTable monthly(
            Chart chart, String currency, ChartSums sums, int scale, Map<LeftOut, Long> leftOut) {
        var width = providers.size();
        var ofMonth = new ChartSums(months.size());
        var ofProvider = new ChartSums(width);
        for (var place = 0; place < months.size() * width; place++) {
            if (sums.isKnown(place)) {
                ofMonth.add(place / width, sums.at(place));
                ofProvider.add(place % width, sums.at(place));
            }
        }
        var lines = months.months(ofMonth::isKnown);
        var series = providers.largest(ofProvider::isKnown, ofProvider::at, MOST_SERIES);
        return table(
                chart,
                currency,
                parts(lines),
                parts(series),
                (line, part) -> sums.at(crossed(lines.get(line), series.get(part)), scale),
                leftOut);
    }

    /// The places of months crossed with those of providers.
    private int[] crossed(Group month, Group provider) {
        return Arrays.stream(month.places())
                .flatMap(
                        line ->
                                Arrays.stream(provider.places())
                                        .map(place -> line * providers.size() + place))
                .toArray();
    }

    private ChartTable prices(String currency, OfCurrency of) {
        var lines = providers.largest(of.energyOfGross::isKnown, of.energyOfGross::at, MOST_LINES);
        var leftOut = leftOut(of);
        leftOut.put(LeftOut.WITHOUT_ENERGY, of.pricedWithoutEnergy);
        leftOut.put(LeftOut.WITHOUT_VAT, of.averagedWithoutVat);
        return table(
                Chart.PRICES,
                currency,
                parts(lines),
                List.of(
                        new ChartPart.Of(Measure.NET_PER_KWH),
                        new ChartPart.Of(Measure.GROSS_PER_KWH)),
                (line, part) -> {
                    var places = lines.get(line).places();
                    return part == 0
                            ? ChartSums.average(of.averagedNet, of.energyOfNet, places)
                            : ChartSums.average(of.averagedGross, of.energyOfGross, places);
                },
                leftOut);
    }

    private ChartTable networks(String currency, OfCurrency of) {
        var series =
                networks.largest(
                        place -> sessionsOfNetwork.isKnown(place) || energyOfNetwork.isKnown(place),
                        sessionsOfNetwork::at,
                        MOST_SERIES);
        var measures =
                Stream.of(Measure.GROSS, Measure.ENERGY, Measure.SESSIONS)
                        .map(ChartPart.Of::new)
                        .toList();
        var leftOut = leftOut(of);
        leftOut.put(LeftOut.WITHOUT_ENERGY, withoutEnergy);
        leftOut.put(LeftOut.CREDIT, credits);
        return table(
                Chart.NETWORKS,
                currency,
                List.copyOf(measures),
                parts(series),
                (line, part) -> {
                    var places = series.get(part).places();
                    return switch (line) {
                        case 0 -> of.grossOfNetwork.at(places, MONEY_SCALE);
                        case 1 -> energyOfNetwork.at(places, KILOWATT_HOURS_SCALE);
                        default -> sessionsOfNetwork.at(places, 0);
                    };
                },
                leftOut);
    }

    private ChartTable times() {
        var lines =
                IntStream.range(0, WeekHours.HOURS_A_DAY).mapToObj(ChartPart.Hour::new).toList();
        var series = DAYS.stream().map(ChartPart.Day::new).toList();
        return table(
                Chart.TIMES,
                "",
                List.copyOf(lines),
                List.copyOf(series),
                // Nobody came: that is known, and so a zero.
                (hour, day) ->
                        Optional.of(
                                BigDecimal.valueOf(
                                        sessionsByHour.at(day * WeekHours.HOURS_A_DAY + hour))),
                Map.of(LeftOut.CREDIT, credits));
    }

    private ChartTable table(
            Chart chart,
            String currency,
            List<ChartPart> lines,
            List<ChartPart> series,
            BiFunction<Integer, Integer, Optional<BigDecimal>> figure,
            Map<LeftOut, Long> leftOut) {
        return new ChartTable(
                chart,
                currency,
                of(currency).rows < rows,
                lines,
                series,
                figures(lines.size(), series.size(), figure),
                some(leftOut));
    }

    private Map<LeftOut, Long> leftOut(OfCurrency of) {
        var without = byCurrency[Column.Coded.MISSING];
        var withoutCurrency = without == null ? 0 : without.rows;
        var left = new EnumMap<LeftOut, Long>(LeftOut.class);
        left.put(LeftOut.WITHOUT_PRICE, of.withoutPrice);
        left.put(LeftOut.WITHOUT_CURRENCY, withoutCurrency);
        left.put(LeftOut.OTHER_CURRENCY, rows - of.rows - withoutCurrency);
        return left;
    }

    private static Map<LeftOut, Long> some(Map<LeftOut, Long> counts) {
        var some = new EnumMap<LeftOut, Long>(LeftOut.class);
        counts.forEach(
                (reason, count) -> {
                    if (count > 0) {
                        some.put(reason, count);
                    }
                });
        return some;
    }

    private static List<ChartPart> parts(List<Group> groups) {
        return groups.stream().map(Group::part).toList();
    }

    private static List<List<Optional<BigDecimal>>> figures(
            int lines, int series, BiFunction<Integer, Integer, Optional<BigDecimal>> figure) {
        var table = new ArrayList<List<Optional<BigDecimal>>>();
        for (var line = 0; line < lines; line++) {
            var at = line;
            table.add(IntStream.range(0, series).mapToObj(i -> figure.apply(at, i)).toList());
        }
        return table;
    }
}
