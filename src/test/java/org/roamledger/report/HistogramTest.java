package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class HistogramTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final long SEED = 20261005;
    private static final int BARS = 24;

    private static Histogram of(Report report, ReportFilter filter, ReportColumn column) {
        return Sieve.of(report, filter).histogram(column, BARS);
    }

    private static Report energies(long... wattHours) {
        return ReportFixture.report(
                ZONE,
                IntStream.range(0, wattHours.length)
                        .mapToObj(i -> new Row("r" + i).energy(wattHours[i]))
                        .toArray(Row[]::new));
    }

    /// Every value counts once, in the bar where it belongs or in the outermost one.
    @Test
    void randomBarsCountWhatTheOracleCounts() {
        var random = new Random(SEED);
        for (var round = 0; round < 50; round++) {
            var spread = 1L << random.nextInt(1, 40);
            var values =
                    random.longs(1 + random.nextInt(400), -spread, spread)
                            .map(value -> random.nextInt(50) == 0 ? value * 1_000 : value)
                            .toArray();
            var histogram = of(energies(values), ReportFilter.NONE, ENERGY_WH);
            var bars = histogram.counts().size();
            assertThat(bars).as("seed %d, round %d", SEED, round).isBetween(1, BARS + 2);
            for (var bar = 0; bar < bars; bar++) {
                var from = bar == 0 ? Long.MIN_VALUE : histogram.from() + bar * histogram.width();
                var to =
                        bar == bars - 1
                                ? Long.MAX_VALUE
                                : histogram.from() + (bar + 1) * histogram.width();
                var expected = 0;
                for (var value : values) {
                    expected += value >= from && value < to ? 1 : 0;
                }
                assertThat(histogram.counts().get(bar))
                        .as("seed %d, round %d, bar %d", SEED, round, bar)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void oneAbsurdValueDoesNotSqueezeTheOthers() {
        var values = IntStream.range(0, 1_000).mapToLong(i -> i * 10L).toArray();
        values[500] = 1_000_000_000;
        var histogram = of(energies(values), ReportFilter.NONE, ENERGY_WH);
        assertThat(histogram.to()).isLessThan(20_000);
        assertThat(histogram.openAbove()).isTrue();
        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_000);
    }

    @Test
    void oneValueIsOneBar() {
        assertThat(of(energies(7_000, 7_000), ReportFilter.NONE, ENERGY_WH).counts())
                .containsExactly(2);
    }

    @Test
    void noValuesAreNoBars() {
        assertThat(of(ReportFixture.report(ZONE, new Row("a")), ReportFilter.NONE, PRICE).counts())
                .isEmpty();
    }

    @Test
    void amountsOfSeveralCurrenciesAreNotMixed() {
        var report =
                ReportFixture.report(
                        ZONE,
                        new Row("a").price("1.00").with(CURRENCY, "EUR"),
                        new Row("b").price("10.00").with(CURRENCY, "SEK"));
        var mixed = of(report, ReportFilter.NONE, PRICE);
        assertThat(mixed.isMixed()).isTrue();
        assertThat(mixed.counts()).isEmpty();
        var one = of(report, ReportFilter.NONE.with(CURRENCY, Set.of("SEK")), PRICE);
        assertThat(one.currencies()).containsExactly("SEK");
        assertThat(one.counts()).containsExactly(1);
    }

    @Test
    void aHistogramFollowsTheOtherConditionsButNotItsOwn() {
        var report =
                ReportFixture.report(
                        ZONE,
                        new Row("a").energy(1_000).with(NETWORK, "OCPI"),
                        new Row("b").energy(2_000).with(NETWORK, "OCPI"),
                        new Row("c").energy(3_000));
        var filter =
                ReportFilter.NONE
                        .with(NETWORK, Set.of("OCPI"))
                        .with(ENERGY_WH, new Condition.Between(2_000L, null));
        assertThat(of(report, filter, ENERGY_WH).counts().stream().mapToInt(n -> n).sum())
                .isEqualTo(2);
    }
}
