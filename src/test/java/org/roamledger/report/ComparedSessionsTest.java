package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.roamledger.report.ReportFixture.Row;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// Checks that compare a session with others.
class ComparedSessionsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    @Test
    void twoSessionsAtOneEvseAtOnceAreBothFound() {
        var report =
                ReportFixture.report(
                        ZONE,
                        FindingsTest.sound("A"),
                        FindingsTest.sound("B")
                                .at("2026-10-05T08:59:59Z")
                                .until("2026-10-05T10:00:00Z")
                                .with(EVSE_ID, "deab7e8406487"),
                        FindingsTest.sound("C")
                                .at("2026-10-05T10:00:00Z")
                                .until("2026-10-05T11:00:00Z"),
                        FindingsTest.sound("D").with(EVSE_ID, "DE*AB7*E1"));
        assertThat(IntStream.range(0, 4).mapToObj(row -> FindingsTest.found(report, row).size()))
                .containsExactly(1, 0, 1, 0);
        assertThat(Finding.of(report, 0))
                .containsExactly(new Finding(Check.OVERLAP, new Finding.Other(2)));
    }

    @Test
    void aSessionThatWasTakenBackMayBeReplacedByOneWithTheSameTimes() {
        var taken = new TakenBack("A", new TakenBack.Original(0, 59_500, "EUR"), 1);
        var report =
                ReportFixture.report(
                        ZONE,
                        FindingsTest.sound("A"),
                        FindingsTest.credit("C", taken),
                        FindingsTest.sound("B"));
        assertThat(IntStream.range(0, 3).mapToObj(row -> FindingsTest.found(report, row)))
                .allMatch(Set::isEmpty);
    }

    @Test
    void oneIdInOneNetworkIsADuplicateIfAnOperatorIsMissingOrTheStartIsTheSame() {
        var later =
                FindingsTest.sound("a-1")
                        .at("2026-10-07T08:00:00Z")
                        .until("2026-10-07T09:00:00Z")
                        .with(OPERATOR_ID, "DE*XYZ");
        assertThat(FindingsTest.found(FindingsTest.sound("A-1"), later)).isEmpty();
        assertThat(
                        FindingsTest.found(
                                FindingsTest.sound("A-1"),
                                later.with(NETWORK, "Gireve").with(OPERATOR_ID, "")))
                .isEmpty();
        assertThat(FindingsTest.found(FindingsTest.sound("A-1"), later.with(NETWORK, "Hubject")))
                .containsExactly(Check.DUP);
        var sameStart =
                FindingsTest.sound("a-1").with(OPERATOR_ID, "DE*XYZ").with(EVSE_ID, "DE*XYZ*E1");
        assertThat(FindingsTest.found(FindingsTest.sound("A-1"), sameStart))
                .containsExactly(Check.DUP);
    }

    @Test
    void theRarerCurrencyOfAProviderAtAnOrganisationIsFound() {
        var euro = FindingsTest.sound("A");
        var krona = later(1).with(CURRENCY, "SEK");
        var elsewhere = later(2).with(CURRENCY, "SEK").with(ORGANISATION, "Roam AB");
        var report = ReportFixture.report(ZONE, euro, krona, elsewhere, later(3));
        assertThat(IntStream.range(0, 4).mapToObj(row -> FindingsTest.found(report, row)))
                .containsExactly(Set.of(), Set.of(Check.CUR), Set.of(), Set.of());
        assertThat(Finding.of(report, 1))
                .containsExactly(new Finding(Check.CUR, new Finding.UsualCurrency("EUR")));
    }

    /// A session of its own at another hour.
    private static Row later(int hours) {
        return FindingsTest.sound("L" + hours)
                .at("2026-10-06T00:00:00Z")
                .until("2026-10-06T01:00:00Z")
                .with(EVSE_ID, "DE*AB7*E" + hours);
    }

    @Test
    void aPriceFarFromWhatTheProviderPaysElsewhereIsFound() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < 20; i++) {
            rows.add(later(i).price(i % 2 == 0 ? "5.95" : "5.96"));
        }
        rows.add(FindingsTest.sound("far").price("8.95").vat("1.4290", "19"));
        rows.add(later(100).price("0.66").vat("0.1054", "19").with(PLUG_TYPE, "DC"));
        var report = ReportFixture.report(ReportFixture.october(ZONE), rows);
        var outliers =
                IntStream.range(0, report.size())
                        .filter(row -> FindingsTest.found(report, row).contains(Check.OUTLIER))
                        .toArray();
        assertThat(outliers).containsExactly(0);
        var facts = (Finding.Usual) Finding.of(report, 0).getFirst().facts();
        assertThat(facts).isEqualTo(new Finding.Usual(new PriceSpread(21, 5_418, 2_709), 8_136));
    }

    @Test
    void amongFewSessionsNoPriceIsUnusual() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < PriceSpread.LEAST_SESSIONS - 2; i++) {
            rows.add(later(i));
        }
        rows.add(FindingsTest.sound("far").price("65.60").vat("10.474", "19"));
        var report = ReportFixture.report(ReportFixture.october(ZONE), rows);
        assertThat(FindingsTest.found(report, 0)).isEmpty();
    }

    @Test
    void theMedianAndItsDistancesAreThoseOfASlowCount() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var values = random.longs(1 + random.nextInt(40), 0, 1_000).sorted().toArray();
            var median = values[(values.length - 1) / 2];
            var distances =
                    Arrays.stream(values).map(value -> Math.abs(value - median)).sorted().toArray();
            var far = 3 * distances[(values.length - 1) / 2];
            assertThat(PriceSpread.of(values, 0, values.length))
                    .isEqualTo(new PriceSpread(values.length, median, Math.max(far, median / 2)));
        }
    }

    @Test
    void overlapsAndDuplicatesAreThoseOfASlowComparison() {
        var random = new Random(11);
        for (var round = 0; round < 40; round++) {
            var rows = new ArrayList<Row>();
            for (var i = 0; i < 60; i++) {
                var start =
                        Instant.parse("2026-10-05T00:00:00Z")
                                .plusSeconds(random.nextInt(200) * 600L);
                var row =
                        FindingsTest.sound((random.nextBoolean() ? "x" : "X") + random.nextInt(40))
                                .at(start.toString())
                                .until(start.plusSeconds(random.nextInt(8) * 900L).toString())
                                .with(EVSE_ID, "DE*AB7*E" + random.nextInt(4))
                                .with(OPERATOR_ID, pick(random, "", "DE*AB7", "DE*XYZ"))
                                .with(NETWORK, pick(random, "OCPI", "Hubject"));
                rows.add(random.nextInt(10) == 0 ? row.credit() : row);
            }
            var report = ReportFixture.report(ReportFixture.october(ZONE), rows);
            for (var row = 0; row < report.size(); row++) {
                assertThat(FindingsTest.found(report, row).contains(Check.OVERLAP))
                        .isEqualTo(anyOther(report, row, ComparedSessionsTest::overlap));
                assertThat(FindingsTest.found(report, row).contains(Check.DUP))
                        .isEqualTo(anyOther(report, row, ComparedSessionsTest::duplicate));
            }
        }
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private interface Pair {
        boolean test(Report report, int row, int other);
    }

    private static boolean anyOther(Report report, int row, Pair test) {
        return IntStream.range(0, report.size())
                .anyMatch(other -> other != row && test.test(report, row, other));
    }

    private static boolean overlap(Report report, int row, int other) {
        var start = report.numbers(START_TIME);
        var stop = report.numbers(STOP_TIME);
        var evse = report.coded(EVSE_ID);
        return !report.isCredit(row)
                && !report.isCredit(other)
                && start.at(row) < stop.at(row)
                && start.at(other) < stop.at(other)
                && evse.text(row).equals(evse.text(other))
                && start.at(row) < stop.at(other)
                && start.at(other) < stop.at(row);
    }

    private static boolean duplicate(Report report, int row, int other) {
        var ids = (Column.Ids) report.column(CDR_ID);
        var operator = report.coded(OPERATOR_ID);
        var start = report.numbers(START_TIME);
        return ids.text(row).equalsIgnoreCase(ids.text(other))
                && report.coded(NETWORK).text(row).equals(report.coded(NETWORK).text(other))
                && (operator.isMissing(row)
                        || operator.isMissing(other)
                        || start.at(row) == start.at(other));
    }
}
