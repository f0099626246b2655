package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.ReportColumn.*;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.Amount;
import org.roamledger.session.Folded;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ReportViewTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final long SEED = 20261001;

    /// In the month of the random rows, in epoch seconds.
    private static final long RANGE_BEGINS = Instant.parse("2026-10-10T00:00:00Z").getEpochSecond();

    private static Report report(Row... rows) {
        return ReportFixture.report(ZONE, rows);
    }

    private static List<String> ids(ReportView view) {
        var ids = (Column.Ids) view.report().column(CDR_ID);
        return Arrays.stream(view.rows()).mapToObj(ids::text).toList();
    }

    private static ReportView filtered(Report report, ReportFilter filter) {
        return ReportView.of(report, filter, SortOrder.STANDARD);
    }

    private static ReportView ordered(Report report, SortOrder.Key... keys) {
        return ReportView.of(report, ReportFilter.NONE, new SortOrder(List.of(keys)));
    }

    private static SortOrder.Key ascending(ReportColumn column) {
        return new SortOrder.Key(column, false);
    }

    private static SortOrder.Key descending(ReportColumn column) {
        return new SortOrder.Key(column, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31T23:59:59Z", "1900-01-01T00:00:00Z"})
    void aStopTooFarAwayForADurationIsMissing(String stop) {
        var report = report(new Row("far").until(stop));
        assertThat(report.column(DURATION).isMissing(0)).isTrue();
        assertThat(report.column(STOP_TIME).isMissing(0)).isTrue();
    }

    @Test
    void everyConditionHasToBeMet() {
        var report =
                report(
                        new Row("a").with(NETWORK, "Hubject").with(CURRENCY, "EUR"),
                        new Row("b").with(NETWORK, "Hubject").with(CURRENCY, "SEK"),
                        new Row("c").with(NETWORK, "OCPI").with(CURRENCY, "EUR"));
        var filter =
                ReportFilter.NONE.with(NETWORK, Set.of("Hubject")).with(CURRENCY, Set.of("EUR"));
        assertThat(ids(filtered(report, filter))).containsExactly("a");
    }

    @Test
    void spellingsOfOneProviderAreOneProvider() {
        var report =
                report(
                        new Row("a").with(PROVIDER_ID, "DE8EO"),
                        new Row("b").with(PROVIDER_ID, "DE-8EO"),
                        new Row("c").with(PROVIDER_ID, "DE*8EO"),
                        new Row("d").with(PROVIDER_ID, "DE8EX"));
        var view = filtered(report, ReportFilter.NONE.with(PROVIDER_ID, Set.of("de8eo")));
        assertThat(ids(view)).containsExactly("a", "b", "c");
        assertThat(Sieve.of(report, ReportFilter.NONE).facet(PROVIDER_ID).values())
                .containsExactly(new Facet.Value("DE8EO", 3), new Facet.Value("DE8EX", 1));
    }

    @Test
    void emptyTransactionIdIsACondition() {
        var report = report(new Row("a").transaction("t"), new Row("b"));
        var view =
                filtered(report, ReportFilter.NONE.with(TRANSACTION_ID, new Condition.Missing()));
        assertThat(ids(view)).containsExactly("b");
    }

    @Test
    void missingValuesCanBeAskedFor() {
        var report = report(new Row("a").with(CURRENCY, "EUR"), new Row("b"));
        assertThat(ids(filtered(report, ReportFilter.NONE.with(CURRENCY, Set.of("")))))
                .containsExactly("b");
    }

    @Test
    void textIsFoundInIdsAndNamesInAnyCaseButNeverAcrossTwoRows() {
        var report =
                report(
                        new Row("abc").transaction("T-100"),
                        new Row("def").with(STATION_NAME, "Åkersberga centrum"),
                        new Row("ghi").with(PROVIDER_ID, "DE*8EO"));
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("BC")))).containsExactly("abc");
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("t-1")))).containsExactly("abc");
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("akersberga"))))
                .containsExactly("def");
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("de8eo"))))
                .containsExactly("ghi");
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("cd")))).isEmpty();
    }

    @Test
    void digitsAreNotFoundAcrossASeparator() {
        var report =
                report(
                        new Row("a").with(EVSE_ID, "SE*ABC*E15471*1"),
                        new Row("b").with(EVSE_ID, "SE*ABC*E4711*1"));
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("4711")))).containsExactly("b");
        assertThat(ids(filtered(report, ReportFilter.NONE.withText("e154711"))))
                .containsExactly("a");
    }

    @Test
    void severalColumnsOrderOneAfterTheOther() {
        var report =
                report(
                        new Row("a").with(NETWORK, "OCPI").price("1"),
                        new Row("b").with(NETWORK, "Hubject").price("1"),
                        new Row("c").with(NETWORK, "OCPI").price("2"),
                        new Row("d").with(NETWORK, "Hubject").price("2"));
        assertThat(ids(ordered(report, ascending(NETWORK), descending(PRICE))))
                .containsExactly("d", "b", "c", "a");
    }

    @Test
    void missingValuesComeLastInBothDirections() {
        var report = report(new Row("a"), new Row("b").price("2"), new Row("c").price("-1"));
        assertThat(ids(ordered(report, ascending(PRICE)))).containsExactly("c", "b", "a");
        assertThat(ids(ordered(report, descending(PRICE)))).containsExactly("b", "c", "a");
    }

    @Test
    void equalRowsKeepTheReportsOrderInBothDirections() {
        var report =
                report(new Row("c").price("1"), new Row("a").price("1"), new Row("b").price("1"));
        assertThat(ids(ordered(report, descending(PRICE)))).containsExactly("a", "b", "c");
    }

    @Test
    void totalsKeepCurrenciesApartAndTakeCreditsBack() {
        var report =
                report(
                        new Row("a")
                                .with(CURRENCY, "EUR")
                                .energy(10_000)
                                .price("12.50")
                                .vat("2.50", "25"),
                        new Row("b")
                                .with(CURRENCY, "EUR")
                                .energy(-10_000)
                                .price("-12.50")
                                .vat("-2.50", "25")
                                .credit(),
                        new Row("c").with(CURRENCY, "EUR").energy(5_000),
                        new Row("d").with(CURRENCY, "SEK").energy(1_000).price("10"),
                        new Row("e").energy(7));
        assertThat(ReportFixture.view(report).totals())
                .isEqualTo(
                        new Totals(
                                5,
                                List.of(
                                        total("", 1, 0, 7, "0", "0", "0", 1, 0),
                                        total("EUR", 2, 1, 5_000, "0", "0", "0", 1, 0),
                                        // Without its VAT a price has no net: it is not taken for
                                        // one.
                                        total("SEK", 1, 0, 1_000, "0", "0", "10", 0, 1))));
    }

    private static Totals.OfCurrency total(
            String currency,
            long sessions,
            long credits,
            long energyWh,
            String net,
            String vat,
            String gross,
            long withoutPrice,
            long withoutVat) {
        return new Totals.OfCurrency(
                currency,
                sessions,
                credits,
                energyWh,
                Amount.exactly(new BigDecimal(net)),
                Amount.exactly(new BigDecimal(vat)),
                Amount.exactly(new BigDecimal(gross)),
                withoutPrice,
                withoutVat);
    }

    @Test
    void durationIsRightInTheNightThatHasAnHourTwice() {
        var report = report(new Row("a").at("2026-10-25T00:30:00Z").until("2026-10-25T01:30:00Z"));
        // 02:30 summer time to 02:30 winter time.
        assertThat(report.numbers(DURATION).at(0)).isEqualTo(3_600);
    }

    @Test
    void netPerKilowattHourIsRoundedHalfUpAndMissingWithoutEnergy() {
        var report =
                report(
                        new Row("a").energy(3_000).price("1.25").vat("0.25", "25"),
                        new Row("b").energy(0).price("1.25").vat("0.25", "25"),
                        new Row("c").energy(-3_000).price("-2.25").vat("-0.25", "12.5").credit());
        var net = report.numbers(NET_PER_KWH);
        assertThat(net.at(0)).isEqualTo(3_333);
        assertThat(net.isMissing(1)).isTrue();
        assertThat(net.at(2)).isEqualTo(6_667);
    }

    /// A slow oracle computes from the rows' own texts what the view computes from codes and ranks.
    @Test
    void randomFiltersAndOrdersGiveWhatTheOracleGives() {
        var random = new Random(SEED);
        var report = ReportFixture.random(3_000, ZONE, SEED);
        for (var round = 0; round < 300; round++) {
            var filter = randomFilter(random);
            var order = randomOrder(random);
            var view = ReportView.of(report, filter, order);
            var expected = oracleRows(report, filter, order);
            assertThat(view.rows())
                    .as("seed %d, round %d: %s, %s", SEED, round, filter, order)
                    .containsExactly(expected);
            assertThat(grossByCurrency(view.totals())).isEqualTo(oracleGross(report, expected));
        }
    }

    private static ReportFilter randomFilter(Random random) {
        var filter = ReportFilter.NONE;
        if (random.nextInt(2) == 0) {
            filter = filter.with(NETWORK, Set.of(random.nextBoolean() ? "Hubject" : "OCPI"));
        }
        if (random.nextInt(3) == 0) {
            filter =
                    filter.with(
                            PROVIDER_ID, Set.of("DE*00" + random.nextInt(10), "DE*011", "DE*042"));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.with(PLUG_TYPE, Set.of("DC"));
        }
        if (random.nextInt(4) == 0) {
            filter = filter.with(TRANSACTION_ID, new Condition.Missing());
        }
        if (random.nextInt(4) == 0) {
            var least = random.nextLong(-1_000_000, 1_000_000);
            filter = filter.with(PRICE, new Condition.Between(least, least + 1_000_000));
        }
        if (random.nextInt(6) == 0) {
            filter = filter.with(VAT_AMOUNT, new Condition.Between(null, 20_000L));
        }
        if (random.nextInt(6) == 0) {
            filter = filter.with(STOP_TIME, new Condition.Present());
        }
        if (random.nextInt(4) == 0) {
            var days = Set.of(DayOfWeek.of(1 + random.nextInt(6)), DayOfWeek.SUNDAY);
            filter =
                    filter.with(
                            START_TIME,
                            new Condition.Times(
                                    random.nextBoolean() ? days : Set.of(),
                                    Set.of(2, random.nextInt(3, 24)),
                                    random.nextBoolean()
                                            ? new Condition.Between(
                                                    RANGE_BEGINS, RANGE_BEGINS + 600_000)
                                            : null));
        }
        if (random.nextInt(3) == 0) {
            filter = filter.withText(Integer.toString(random.nextInt(1_000)));
        }
        return filter;
    }

    private static SortOrder randomOrder(Random random) {
        var columns = new ArrayList<>(List.of(ReportColumn.values()));
        Collections.shuffle(columns, random);
        return new SortOrder(
                columns.subList(0, random.nextInt(4)).stream()
                        .map(column -> new SortOrder.Key(column, random.nextBoolean()))
                        .toList());
    }

    private static int[] oracleRows(Report report, ReportFilter filter, SortOrder order) {
        Predicate<Integer> visible = row -> oracleVisible(report, filter, row);
        Comparator<Integer> comparator = (_, _) -> 0;
        for (var key : order.keys()) {
            comparator = comparator.thenComparing((a, b) -> oracleCompare(report, key, a, b));
        }
        return IntStream.range(0, report.size())
                .boxed()
                .filter(visible)
                .sorted(comparator)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean oracleVisible(Report report, ReportFilter filter, int row) {
        for (var condition : filter.conditions().entrySet()) {
            if (!oracleMeets(report, condition.getKey(), condition.getValue(), row)) {
                return false;
            }
        }
        return filter.text().isEmpty()
                || List.of(
                                CDR_ID,
                                STATION_ID,
                                EVSE_ID,
                                STATION_NAME,
                                OPERATOR_ID,
                                PROVIDER_ID,
                                TRANSACTION_ID,
                                ORGANISATION)
                        .stream()
                        .map(column -> text(report, column, row))
                        .anyMatch(text -> found(text, filter.text()));
    }

    private static boolean oracleMeets(
            Report report, ReportColumn column, Condition condition, int row) {
        var missing = report.column(column).isMissing(row);
        return switch (condition) {
            case Condition.Missing _ -> missing;
            case Condition.Present _ -> !missing;
            case Condition.OneOf(var texts) -> texts.contains(text(report, column, row));
            case Condition.Between(var least, var most) ->
                    !missing
                            && (least == null || report.numbers(column).at(row) >= least)
                            && (most == null || report.numbers(column).at(row) <= most);
            case Condition.Times(var days, var hours, var range) -> {
                var time =
                        Instant.ofEpochSecond(report.numbers(column).at(row))
                                .atZone(report.parameters().zone());
                yield !missing
                        && (days.isEmpty() || days.contains(time.getDayOfWeek()))
                        && (hours.isEmpty() || hours.contains(time.getHour()))
                        && (range == null || oracleMeets(report, column, range, row));
            }
        };
    }

    /// The random texts are numbers, for which separators count.
    @Test
    void aTextTypedLetterByLetterFindsWhatItFindsAtOnce() {
        var typed = ReportFixture.random(70_000, ZONE, 3);
        var atOnce = ReportFixture.random(70_000, ZONE, 3);
        for (var text : List.of("4711", "a3f0", "DE*04", "göteborg", "8", "87", "7")) {
            for (var end = 1; end <= text.length(); end++) {
                filtered(typed, ReportFilter.NONE.withText(text.substring(0, end)));
            }
            assertThat(filtered(typed, ReportFilter.NONE.withText(text)).rows())
                    .isEqualTo(filtered(atOnce, ReportFilter.NONE.withText(text)).rows());
        }
    }

    private static boolean found(String text, String asked) {
        return text.toLowerCase(Locale.ROOT).contains(asked.toLowerCase(Locale.ROOT));
    }

    private static int oracleCompare(Report report, SortOrder.Key key, int a, int b) {
        var column = report.column(key.column());
        if (key.column() == FINDINGS) {
            var gravest = gravity(report, a).compareTo(gravity(report, b));
            return key.descending() && !column.isMissing(a) && !column.isMissing(b)
                    ? -gravest
                    : gravest;
        }
        if (column.isMissing(a) || column.isMissing(b)) {
            return Boolean.compare(column.isMissing(a), column.isMissing(b));
        }
        var compared =
                column instanceof Column.Numbers numbers
                        ? Long.compare(numbers.at(a), numbers.at(b))
                        : column instanceof Column.Ids
                                ? text(report, key.column(), a)
                                        .compareTo(text(report, key.column(), b))
                                : compareNames(
                                        text(report, key.column(), a),
                                        text(report, key.column(), b));
        return key.descending() ? -compared : compared;
    }

    /// A sign for each check, the smaller one where it found something.
    private static String gravity(Report report, int row) {
        var found = Check.of(report.coded(FINDINGS).text(row));
        return Arrays.stream(Check.values())
                .map(check -> found.contains(check) ? "0" : "1")
                .collect(Collectors.joining());
    }

    private static int compareNames(String a, String b) {
        var folded = Folded.of(a).compareTo(Folded.of(b));
        return folded != 0 ? folded : a.compareTo(b);
    }

    private static String text(Report report, ReportColumn column, int row) {
        return switch (report.column(column)) {
            case Column.Coded coded -> coded.text(row);
            case Column.Ids ids -> ids.text(row);
            case Column.Numbers numbers -> Long.toString(numbers.at(row));
        };
    }

    private static Map<String, BigDecimal> grossByCurrency(Totals totals) {
        var gross = new TreeMap<String, BigDecimal>();
        totals.byCurrency()
                .forEach(total -> gross.put(total.currency(), total.gross().toDecimal()));
        return gross;
    }

    private static Map<String, BigDecimal> oracleGross(Report report, int[] rows) {
        var gross = new TreeMap<String, BigDecimal>();
        for (var row : rows) {
            var price = report.numbers(PRICE).at(row);
            gross.merge(
                    report.coded(CURRENCY).text(row),
                    BigDecimal.valueOf(price, 4).setScale(4, RoundingMode.UNNECESSARY),
                    BigDecimal::add);
        }
        return gross;
    }
}
