package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.ReportColumn;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

class SieveTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final long SEED = 20261004;
    private static final List<ReportColumn> FACETS =
            List.of(NETWORK, PROVIDER_ID, CURRENCY, PLUG_TYPE, STATION_NAME, VAT_RATE, FINDINGS);

    private static Report report(Row... rows) {
        return ReportFixture.report(ZONE, rows);
    }

    private static int visible(Report report, ReportFilter filter) {
        return ReportView.of(report, filter, SortOrder.STANDARD).size();
    }

    @Test
    void facetCountsFollowTheOtherConditionsButNotTheirOwn() {
        var report =
                report(
                        new Row("a").with(NETWORK, "Hubject").with(CURRENCY, "EUR"),
                        new Row("b").with(NETWORK, "OCPI").with(CURRENCY, "EUR"),
                        new Row("c").with(NETWORK, "OCPI").with(CURRENCY, "SEK"));
        var sieve = Sieve.of(report, ReportFilter.NONE.with(NETWORK, Set.of("OCPI")));
        assertThat(sieve.facet(NETWORK))
                .isEqualTo(
                        new Facet(
                                NETWORK,
                                List.of(
                                        new Facet.Value("Hubject", 1),
                                        new Facet.Value("OCPI", 2))));
        assertThat(sieve.facet(CURRENCY))
                .isEqualTo(
                        new Facet(
                                CURRENCY,
                                List.of(new Facet.Value("EUR", 1), new Facet.Value("SEK", 1))));
    }

    @Test
    void aValueWithoutRowsStaysWithACountOfNothing() {
        var report =
                report(
                        new Row("a").with(NETWORK, "Hubject").with(CURRENCY, "EUR"),
                        new Row("b").with(NETWORK, "OCPI"));
        var sieve = Sieve.of(report, ReportFilter.NONE.with(NETWORK, Set.of("OCPI")));
        assertThat(sieve.facet(CURRENCY).values())
                .containsExactly(new Facet.Value("EUR", 0), new Facet.Value("", 1));
    }

    /// What a facet says of a value is what a filter by that value would show.
    @Test
    void randomFacetsCountWhatTheirValuesWouldShow() {
        var random = new Random(SEED);
        var report = ReportFixture.random(1_000, ZONE, SEED);
        for (var round = 0; round < 60; round++) {
            var filter = randomFilter(random);
            var sieve = Sieve.of(report, filter);
            for (var column : FACETS) {
                for (var value : sieve.facet(column).values().stream().limit(6).toList()) {
                    assertThat(value.rows())
                            .as("seed %d, round %d: %s %s", SEED, round, column, value)
                            .isEqualTo(visible(report, filter.with(column, Set.of(value.text()))));
                }
            }
        }
    }

    private static ReportFilter randomFilter(Random random) {
        var filter = ReportFilter.NONE.withChangedOnly(random.nextInt(9) == 0);
        if (random.nextBoolean()) {
            filter = filter.with(NETWORK, Set.of("Hubject", "OCPI"));
        }
        if (random.nextBoolean()) {
            filter = filter.with(CURRENCY, Set.of("EUR"));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.with(PRICE, new Condition.Between(20_000L, 200_000L));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.with(VAT_RATE, Set.of("25"));
        }
        return random.nextInt(3) == 0
                ? filter.withText(Integer.toString(random.nextInt(100)))
                : filter;
    }

    @Test
    void percentsAreValuesInTheOrderOfNumbers() {
        var report =
                report(
                        new Row("a").price("1").vat("0.2", "25"),
                        new Row("b").price("1").vat("0.1", "5.5"),
                        new Row("c").price("1").vat("0.2", "25.0"),
                        new Row("d"));
        assertThat(Sieve.of(report, ReportFilter.NONE).facet(VAT_RATE).values())
                .containsExactly(
                        new Facet.Value("5.5", 1),
                        new Facet.Value("25", 2),
                        new Facet.Value("", 1));
    }

    @Test
    void hitsAreCountedWhereTheTextStandsAmongVisibleRows() {
        var report =
                report(
                        new Row("ab1").with(STATION_NAME, "Abbey"),
                        new Row("2").with(STATION_NAME, "Abbey"),
                        new Row("ab3").with(NETWORK, "OCPI"));
        var filter = ReportFilter.NONE.with(NETWORK, new Condition.Missing()).withText("ab");
        assertThat(Sieve.of(report, filter).hits()).isEqualTo(Map.of(CDR_ID, 1, STATION_NAME, 2));
    }

    @Test
    void idsAreFoundInAnyCaseAlsoBeyondAscii() {
        var report =
                report(
                        new Row("ABCDEFGH-1234"),
                        new Row("abcdefgh-1235"),
                        new Row("ÅNGSTRÖM-1"),
                        new Row("ångström-2"));
        var wanted = Set.of("abcdefgh-1234", "ABCDEFGH-1235", "ångström-1", "ÅNGSTRÖM-2");
        assertThat(visible(report, ReportFilter.NONE.with(CDR_ID, wanted))).isEqualTo(4);
        assertThat(visible(report, ReportFilter.NONE.with(CDR_ID, Set.of("abcdefgh-123"))))
                .isZero();
    }

    /// Bytes that differ in the bit of letters' cases only are not the same.
    @Test
    void signsThatLookLikeCasesOfEachOtherAreDifferent() {
        var report = report(new Row("a@b"), new Row("a`b"), new Row("a[b"), new Row("a{b"));
        assertThat(visible(report, ReportFilter.NONE.with(CDR_ID, Set.of("A@B", "a[b"))))
                .isEqualTo(2);
    }

    @Test
    void manyRandomIdsGiveWhatASetGives() {
        var random = new Random(SEED);
        var report = ReportFixture.random(3_000, ZONE, SEED);
        var ids = (Column.Ids) report.column(TRANSACTION_ID);
        var wanted = new HashSet<String>();
        for (var i = 0; i < 1_000; i++) {
            var id = ids.text(random.nextInt(3_000));
            wanted.add(random.nextBoolean() ? id : id + random.nextInt(3));
        }
        var expected = 0;
        for (var row = 0; row < 3_000; row++) {
            expected += wanted.contains(ids.text(row)) ? 1 : 0;
        }
        assertThat(visible(report, ReportFilter.NONE.with(TRANSACTION_ID, wanted)))
                .isEqualTo(expected);
    }

    @Test
    void idsAndNamesThatNobodyHasAreTold() {
        var report = report(new Row("a").with(PROVIDER_ID, "DE*8EO"), new Row("B"));
        assertThat(Sieve.unknown(report, CDR_ID, List.of("A", "x", "b", "y")))
                .containsExactly("x", "y");
        assertThat(Sieve.unknown(report, PROVIDER_ID, List.of("DE-8EO", "DE*8EX")))
                .containsExactly("DE*8EX");
    }

    @Test
    void anInterruptEndsASearch() {
        var report = ReportFixture.random(10, ZONE, SEED);
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Sieve.of(report, ReportFilter.NONE.withText("47")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isInstanceOf(Problem.Cancelled.class));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
