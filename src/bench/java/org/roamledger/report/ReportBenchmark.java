package org.roamledger.report;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Filter, totals and order of a million rows on one thread, as the window does it at every change.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx4g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReportBenchmark {

    private static final SortOrder BY_PRICE =
            new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true)));

    private static final SortOrder BY_PROVIDER_AND_PRICE =
            new SortOrder(
                    List.of(
                            new SortOrder.Key(ReportColumn.PROVIDER_ID, false),
                            new SortOrder.Key(ReportColumn.PRICE, true)));

    @Param("1000000")
    private int rows;

    private Report report;
    private ReportFilter ids;

    @Setup
    public void fill() {
        report = ReportFixture.random(rows, ZoneId.of("Europe/Stockholm"), 1);
        var cdrIds = (Column.Ids) report.column(ReportColumn.CDR_ID);
        ids =
                ReportFilter.NONE.with(
                        ReportColumn.CDR_ID,
                        IntStream.range(0, 100_000)
                                .mapToObj(i -> i % 2 == 0 ? cdrIds.text(i * 10) : "none-" + i)
                                .collect(Collectors.toSet()));
    }

    @Benchmark
    public ReportView noFilter() {
        return ReportView.of(report, ReportFilter.NONE, SortOrder.STANDARD);
    }

    @Benchmark
    public ReportView noFilterByPrice() {
        return ReportView.of(report, ReportFilter.NONE, BY_PRICE);
    }

    @Benchmark
    public ReportView noFilterByProviderAndPrice() {
        return ReportView.of(report, ReportFilter.NONE, BY_PROVIDER_AND_PRICE);
    }

    @Benchmark
    public ReportView oneNetworkAndCurrencyByPrice() {
        var filter =
                ReportFilter.NONE
                        .with(ReportColumn.NETWORK, Set.of("Hubject"))
                        .with(ReportColumn.CURRENCY, Set.of("EUR"));
        return ReportView.of(report, filter, BY_PRICE);
    }

    @Benchmark
    public ReportView textInIdsByPrice() {
        return ReportView.of(report, ReportFilter.NONE.withText("4711"), BY_PRICE);
    }

    private static final List<ReportColumn> FACETS =
            List.of(
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.CURRENCY,
                    ReportColumn.PLUG_TYPE,
                    ReportColumn.CHARGE_METHOD,
                    ReportColumn.ACCESS,
                    ReportColumn.FREE_USAGE);

    @Benchmark
    public List<Facet> facets() {
        var sieve = Sieve.of(report, ReportFilter.NONE);
        return FACETS.stream().map(sieve::facet).toList();
    }

    @Benchmark
    public List<Facet> facetsUnderThreeConditions() {
        var filter =
                ReportFilter.NONE
                        .with(ReportColumn.NETWORK, Set.of("Hubject"))
                        .with(ReportColumn.CURRENCY, Set.of("EUR"))
                        .with(ReportColumn.PRICE, new Condition.Between(50_000L, null));
        var sieve = Sieve.of(report, filter);
        return FACETS.stream().map(sieve::facet).toList();
    }

    @Benchmark
    public Object checks() {
        return Findings.of(report);
    }

    @Benchmark
    public Facet facetOfFindings() {
        return Sieve.of(report, ReportFilter.NONE).facet(ReportColumn.FINDINGS);
    }

    @Benchmark
    public Histogram histogram() {
        return Sieve.of(report, ReportFilter.NONE).histogram(ReportColumn.ENERGY_WH, 24);
    }

    @Benchmark
    public Histogram histogramOfComputed() {
        var eur = ReportFilter.NONE.with(ReportColumn.CURRENCY, Set.of("EUR"));
        return Sieve.of(report, eur).histogram(ReportColumn.NET_PER_KWH, 24);
    }

    @Benchmark
    public ReportView hundredThousandIds() {
        return ReportView.of(report, ids, SortOrder.STANDARD);
    }
}
