package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.session.Amount;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

class SettlementTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private static Settlement of(List<ReportColumn> levels, Row... rows) {
        return Settlement.of(ReportFixture.view(ReportFixture.report(ZONE, rows)), levels);
    }

    private static Row row(String id, String provider, String currency) {
        return new Row(id)
                .with(ReportColumn.MONTH, "2026-10")
                .with(ReportColumn.PROVIDER_ID, provider)
                .with(ReportColumn.CURRENCY, currency);
    }

    private static BigDecimal gross(Figures figures) {
        return figures.sums().gross().toDecimal().stripTrailingZeros();
    }

    @Test
    void spellingsOfOneProviderAreOneGroupCalledAsItFirstOccurs() {
        var settlement =
                of(
                        List.of(ReportColumn.PROVIDER_ID),
                        row("1", "DE*8EO", "EUR").price("1"),
                        row("2", "DE-8EO", "EUR").price("2"),
                        row("3", "de8eo", "EUR").price("4"),
                        row("4", "SE*EON", "EUR").price("8"));
        assertThat(settlement.groups())
                .extracting(Settlement.Group::condition)
                .containsExactly(
                        new Condition.OneOf(Set.of("DE*8EO")),
                        new Condition.OneOf(Set.of("SE*EON")));
        assertThat(gross(settlement.groups().getFirst().figures().getFirst()))
                .isEqualByComparingTo("7");
    }

    @Test
    void currenciesStayApartAtEveryLevelAlsoIfTheyAreNone() {
        var settlement =
                of(
                        List.of(ReportColumn.MONTH, ReportColumn.PROVIDER_ID),
                        row("1", "DE*8EO", "EUR").price("1"),
                        row("2", "DE*8EO", "SEK").price("20"));
        var month = settlement.groups().getFirst();
        assertThat(month.figures()).extracting(Figures::currency).containsExactly("EUR", "SEK");
        assertThat(month.groups().getFirst().figures())
                .extracting(SettlementTest::gross)
                .containsExactly(new BigDecimal("1"), new BigDecimal("2E+1"));
    }

    @Test
    void missingValuesAreAGroupOfTheirOwnAtTheEnd() {
        var settlement =
                of(
                        List.of(ReportColumn.VAT_RATE),
                        row("1", "DE*8EO", "EUR").price("3"),
                        row("2", "DE*8EO", "EUR").price("1.25").vat("0.25", "25"),
                        row("3", "DE*8EO", "EUR").price("1.07").vat("0.07", "7"));
        assertThat(settlement.groups())
                .extracting(Settlement.Group::condition)
                .containsExactly(
                        new Condition.Between(70_000L, 70_000L),
                        new Condition.Between(250_000L, 250_000L),
                        new Condition.Missing());
    }

    @Test
    void aGroupWithoutAnyVatSaysSo() {
        var figures =
                of(List.of(), row("1", "DE*8EO", "EUR").price("3").energy(1000))
                        .totals()
                        .getFirst();
        assertThat(figures)
                .matches(Figures::hasGross)
                .matches(of -> !of.hasVat() && !of.hasNet())
                .matches(of -> of.net().perKilowattHour() == null);
    }

    @Test
    void anAverageLeavesOutTheEnergyOfSessionsWithoutAPrice() {
        var figures =
                of(
                                List.of(),
                                row("1", "DE*8EO", "EUR").price("3").energy(10_000),
                                row("2", "DE*8EO", "EUR").energy(90_000))
                        .totals()
                        .getFirst();
        assertThat(figures.gross().perKilowattHour()).isEqualTo(new Amount(3_000));
    }

    @Test
    void aLevelThatIsNoneOrStandsTwiceIsRefused() {
        assertThatThrownBy(() -> of(List.of(ReportColumn.CDR_ID)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> of(List.of(ReportColumn.MONTH, ReportColumn.MONTH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void levelsOfTooManyCombinationsForANumberAreGroupedAllTheSame() {
        var random = new Random(7);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < 3_000; i++) {
            var row = row("C" + i, "DE*" + i, "EUR").price("1").vat("0", decimals(random));
            for (var column :
                    List.of(
                            ReportColumn.MONTH,
                            ReportColumn.NETWORK,
                            ReportColumn.PLUG_TYPE,
                            ReportColumn.ORGANISATION)) {
                row.with(column, column + " " + i);
            }
            rows.add(row);
        }
        var settlement = of(Settlement.POSSIBLE, rows.toArray(Row[]::new));
        assertThat(settlement.groups()).hasSize(3_000);
        assertThat(settlement.addsUp()).isTrue();
    }

    private static String decimals(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 4).toPlainString();
    }

    /// Random reports, filters and levels against sums made row by row, of texts and big decimals.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void groupsOfAnyLevelsComeToTheFooterAndToWhatTheRowsSay(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 25; round++) {
            var rows = Stream.generate(() -> random(random)).limit(random.nextInt(120)).toList();
            var report = ReportFixture.report(ReportFixture.october(ZONE), rows);
            var view = ReportView.of(report, filter(random), order(random));
            var levels = new ArrayList<>(Settlement.POSSIBLE);
            Collections.shuffle(levels, random);
            var chosen = levels.subList(0, random.nextInt(levels.size() + 1));
            var settlement = Settlement.of(view, chosen);
            assertThat(settlement.addsUp()).isTrue();
            assertThat(settlement.totals().stream().map(Figures::sums).toList())
                    .isEqualTo(view.totals().byCurrency());
            assertThat(told(settlement)).isEqualTo(expected(view, chosen));
        }
    }

    private static int ids;

    private static Row random(Random random) {
        var row =
                row(
                        "C" + ids++,
                        pick(random, "DE*8EO", "DE-8EO", "DE8EO", "SE*EON", "se-eon", ""),
                        pick(random, "EUR", "EUR", "SEK", "DKK", ""));
        row.with(ReportColumn.MONTH, pick(random, "2026-10", "2026-09"));
        row.with(ReportColumn.NETWORK, pick(random, "Hubject", "Gireve", "OCPI", ""));
        row.with(ReportColumn.ORGANISATION, pick(random, "Älv AB", "Roam GmbH", ""));
        row.with(ReportColumn.PLUG_TYPE, pick(random, "AC", "DC"));
        if (random.nextInt(8) > 0) {
            row.energy(random.nextInt(-20_000, 60_000));
        }
        if (random.nextInt(5) > 0) {
            row.price(BigDecimal.valueOf(random.nextInt(-90_000, 900_000), 4).toPlainString());
        }
        if (random.nextInt(4) > 0) {
            row.vat(
                    BigDecimal.valueOf(random.nextInt(-9_000, 90_000), 4).toPlainString(),
                    pick(random, "25", "25.5", "0", "19"));
        }
        return random.nextInt(9) == 0 ? row.credit() : row;
    }

    private static ReportFilter filter(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> ReportFilter.NONE;
            case 1 -> ReportFilter.NONE.with(ReportColumn.PROVIDER_ID, Set.of("DE8EO"));
            case 2 -> ReportFilter.NONE.with(ReportColumn.PRICE, new Condition.Present());
            case 3 -> ReportFilter.NONE.with(ReportColumn.VAT_RATE, new Condition.Missing());
            default -> ReportFilter.NONE.with(ReportColumn.CURRENCY, Set.of("SEK", "EUR"));
        };
    }

    private static SortOrder order(Random random) {
        return random.nextBoolean()
                ? SortOrder.STANDARD
                : new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true)));
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /// Figures of every group by its path and currency.
    private static Map<String, List<Object>> told(Settlement settlement) {
        var told = new TreeMap<String, List<Object>>();
        settlement.groups().forEach(group -> tell(group, "", told));
        return told;
    }

    private static void tell(Settlement.Group group, String above, Map<String, List<Object>> told) {
        var path = above + "/" + name(group.column(), group.condition());
        for (var of : group.figures()) {
            var net = of.net().perKilowattHour();
            var average = of.gross().perKilowattHour();
            told.put(
                    path + " " + of.currency(),
                    List.of(
                            of.sums().sessions(),
                            of.sums().credits(),
                            of.sums().energyWh(),
                            of.sums().net().toDecimal(),
                            of.sums().vat().toDecimal(),
                            of.sums().gross().toDecimal(),
                            of.sums().withoutPrice(),
                            of.sums().withoutVat(),
                            of.withFindings(),
                            net == null ? "none" : net.toDecimal(),
                            average == null ? "none" : average.toDecimal()));
        }
        group.groups().forEach(inner -> tell(inner, path, told));
    }

    private static String name(ReportColumn column, Condition condition) {
        return switch (condition) {
            case Condition.OneOf(var texts) ->
                    column == ReportColumn.PROVIDER_ID
                            ? PartyId.key(texts.iterator().next())
                            : texts.iterator().next();
            case Condition.Between between -> String.valueOf(between.least());
            default -> "missing";
        };
    }

    private static Map<String, List<Object>> expected(ReportView view, List<ReportColumn> levels) {
        var rows = new TreeMap<String, List<Integer>>();
        for (var row : view.rows()) {
            var path = new StringBuilder();
            for (var level : levels) {
                path.append('/').append(name(view.report(), level, row));
                var currency = view.report().coded(ReportColumn.CURRENCY).text(row);
                rows.computeIfAbsent(path + " " + currency, _ -> new ArrayList<>()).add(row);
            }
        }
        var expected = new TreeMap<String, List<Object>>();
        rows.forEach((path, of) -> expected.put(path, sums(view.report(), of)));
        return expected;
    }

    private static String name(Report report, ReportColumn column, int row) {
        if (report.column(column).isMissing(row)) {
            return "missing";
        }
        if (column == ReportColumn.VAT_RATE) {
            return Long.toString(report.numbers(column).at(row));
        }
        var text = report.coded(column).text(row);
        return column == ReportColumn.PROVIDER_ID ? PartyId.key(text) : text;
    }

    private static List<Object> sums(Report report, List<Integer> rows) {
        var sessions = rows.stream().filter(row -> !report.isCredit(row)).count();
        var priced =
                rows.stream()
                        .filter(row -> value(report, ReportColumn.PRICE, row) != null)
                        .toList();
        var netted =
                priced.stream()
                        .filter(row -> value(report, ReportColumn.VAT_AMOUNT, row) != null)
                        .toList();
        var gross = sum(report, ReportColumn.PRICE, rows);
        return List.of(
                sessions,
                rows.size() - sessions,
                sum(report, ReportColumn.ENERGY_WH, rows).longValueExact(),
                money(
                        sum(report, ReportColumn.PRICE, netted)
                                .subtract(sum(report, ReportColumn.VAT_AMOUNT, netted))),
                money(sum(report, ReportColumn.VAT_AMOUNT, rows)),
                money(gross),
                (long) rows.size() - priced.size(),
                (long) priced.size() - netted.size(),
                rows.stream().filter(report::hasFindings).count(),
                average(report, netted, true),
                average(report, priced, false));
    }

    private static Object average(Report report, List<Integer> rows, boolean net) {
        var measured =
                rows.stream()
                        .filter(row -> value(report, ReportColumn.ENERGY_WH, row) != null)
                        .toList();
        var energy = sum(report, ReportColumn.ENERGY_WH, measured);
        if (energy.signum() == 0) {
            return "none";
        }
        var money = sum(report, ReportColumn.PRICE, measured);
        if (net) {
            money = money.subtract(sum(report, ReportColumn.VAT_AMOUNT, measured));
        }
        return money.movePointLeft(1).divide(energy, 4, RoundingMode.HALF_UP);
    }

    private static BigDecimal money(BigDecimal tenThousandths) {
        return tenThousandths.movePointLeft(4).setScale(4);
    }

    private static BigDecimal sum(Report report, ReportColumn column, List<Integer> rows) {
        return rows.stream()
                .map(row -> value(report, column, row))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal value(Report report, ReportColumn column, int row) {
        var values = report.numbers(column);
        return values.isMissing(row) ? null : BigDecimal.valueOf(values.at(row));
    }
}
