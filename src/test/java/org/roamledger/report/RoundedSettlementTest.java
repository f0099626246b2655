package org.roamledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.ReportFixture.Row;
import org.roamledger.report.Rounding.Each;
import org.roamledger.report.Rounding.Mode;
import org.roamledger.session.Amount;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

class RoundedSettlementTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final List<String> PROVIDERS = List.of("DE*8EO", "DE-8EO", "FR*GIR", "");
    private static final List<String> CURRENCIES = List.of("EUR", "SEK", "JPY", "KWD", "");

    private static Row row(String id, String price, String vat) {
        return new Row(id)
                .with(ReportColumn.PROVIDER_ID, "DE*8EO")
                .with(ReportColumn.CURRENCY, "EUR")
                .price(price)
                .vat(vat, "25");
    }

    private static RoundedSettlement rounded(@Nullable Rounding rounding, Row... rows) {
        return RoundedSettlement.of(
                ReportFixture.view(ReportFixture.report(ZONE, rows)),
                new RoundingRules(rounding, Map.of()));
    }

    private static String gross(Money money) {
        return Objects.requireNonNull(money.gross()).toDecimal().toPlainString();
    }

    /// Ties, and what is just beside them, both signs.
    @ParameterizedTest
    @CsvSource({
        "0.0050, 0.01, 0.00, 0.01, 0.00",
        "0.0150, 0.02, 0.02, 0.02, 0.01",
        "0.0049, 0.00, 0.00, 0.01, 0.00",
        "0.0001, 0.00, 0.00, 0.01, 0.00",
        "0.0100, 0.01, 0.01, 0.01, 0.01",
        "18.9235, 18.92, 18.92, 18.93, 18.92"
    })
    void eachModeRoundsAnAmountAndItsCreditAlike(
            BigDecimal amount,
            BigDecimal halfUp,
            BigDecimal halfEven,
            BigDecimal up,
            BigDecimal down) {
        var wanted = List.of(halfUp, halfEven, up, down);
        for (var mode : Mode.values()) {
            var rounding = new Rounding(mode, Each.ROW);
            var units = Amount.exactly(amount).tenThousandths();
            var expected = Amount.exactly(wanted.get(mode.ordinal())).tenThousandths();
            assertThat(rounding.round(units, "EUR")).isEqualTo(expected);
            assertThat(rounding.round(-units, "EUR")).isEqualTo(-expected);
        }
    }

    @Test
    void grossIsAlwaysNetAndVat() {
        // Net 18.9235 and VAT 3.5955: half-up in each, although gross alone would be 22.52.
        var total =
                rounded(new Rounding(Mode.UP, Each.ROW), row("1", "22.5190", "3.5955"))
                        .totals()
                        .getFirst();
        assertThat(gross(total.rounded())).isEqualTo("22.5300");
        assertThat(gross(total.exact())).isEqualTo("22.5190");
        assertThat(gross(total.difference())).isEqualTo("0.0110");
    }

    @Test
    void rowsAndGroupsComeToDifferentSums() {
        var rows = new Row[] {row("1", "0.0060", "0.0010"), row("2", "0.0060", "0.0010")};
        var byRow = rounded(new Rounding(Mode.HALF_UP, Each.ROW), rows).totals().getFirst();
        var byGroup = rounded(new Rounding(Mode.HALF_UP, Each.GROUP), rows).totals().getFirst();
        assertThat(gross(byRow.rounded())).isEqualTo("0.0200");
        assertThat(gross(byGroup.rounded())).isEqualTo("0.0100");
        assertThat(byGroup.exact()).isEqualTo(byRow.exact());
    }

    @Test
    void withoutARuleAmountsStayAsTheyAre() {
        var settlement = rounded(null, row("1", "0.0060", "0.0010"));
        assertThat(settlement.isRounded()).isFalse();
        assertThat(settlement.totals().getFirst().rounded())
                .isEqualTo(settlement.totals().getFirst().exact());
    }

    @Test
    void whatNobodySaidIsNotRoundedToZero() {
        var line =
                rounded(
                                new Rounding(Mode.UP, Each.GROUP),
                                new Row("1").with(ReportColumn.CURRENCY, "EUR").energy(5))
                        .lines()
                        .getFirst();
        assertThat(line.rounded()).isEqualTo(Money.NONE);
        assertThat(line.difference()).isEqualTo(Money.NONE);
    }

    @Test
    void aRuleIsForAllSpellingsOfAPartnerAndTheLastOneCounts() {
        var up = new Rounding(Mode.UP, Each.ROW);
        var down = new Rounding(Mode.DOWN, Each.ROW);
        var rules = RoundingRules.NONE.with("DE*8EO", up).with("de-8eo", down);
        assertThat(rules.of("DE8EO")).isEqualTo(down);
        assertThat(rules.of("FR*GIR")).isNull();
        assertThat(rules.of(null)).isNull();
        assertThat(rules.with("DE8EO", null)).isEqualTo(RoundingRules.NONE);
        assertThat(rules.with(null, up).of("FR*GIR")).isEqualTo(up);
    }

    private static Amount exactGross(RoundedSettlement.Total total) {
        return Objects.requireNonNullElse(total.exact().gross(), new Amount(0));
    }

    // The slow way: decimals, row by row.

    /// What is rounded apart, as decimals.
    private static final class Oracle {
        final Map<String, BigDecimal> sums = new TreeMap<>();

        void add(String what, BigDecimal amount) {
            sums.merge(what, amount, BigDecimal::add);
        }

        Oracle rounded(@Nullable RoundingMode mode, int digits) {
            var rounded = new Oracle();
            sums.forEach(
                    (what, sum) ->
                            rounded.add(what, mode == null ? sum : sum.setScale(digits, mode)));
            return rounded;
        }

        @Nullable BigDecimal sum(String... parts) {
            return Stream.of(parts)
                    .filter(sums::containsKey)
                    .map(sums::get)
                    .reduce(BigDecimal::add)
                    .orElse(null);
        }
    }

    private static Oracle ofRow(Row row) {
        var parts = new Oracle();
        if (row.price != null && row.vat != null) {
            parts.add("net", row.price.subtract(row.vat));
            parts.add("vat", row.vat);
        } else if (row.price != null) {
            parts.add("price alone", row.price);
        } else if (row.vat != null) {
            parts.add("vat alone", row.vat);
        }
        return parts;
    }

    private static int digits(String currency) {
        return currency.isEmpty() ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
    }

    private static Row randomRow(Random random, int number) {
        var row =
                new Row(Integer.toString(number))
                        .with(ReportColumn.PROVIDER_ID, pick(random, PROVIDERS))
                        .with(ReportColumn.CURRENCY, pick(random, CURRENCIES));
        if (random.nextInt(5) > 0) {
            row.price(BigDecimal.valueOf(random.nextLong(-2_000_000, 9_000_000), 4).toString());
        }
        if (random.nextInt(5) > 0) {
            row.vat(
                    BigDecimal.valueOf(random.nextLong(-200_000, 900_000), 4).toString(),
                    pick(random, List.of("25", "25.5", "19")));
        }
        return row;
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static @Nullable Rounding randomRounding(Random random) {
        return random.nextInt(4) == 0
                ? null
                : new Rounding(
                        pick(random, List.of(Mode.values())), pick(random, List.of(Each.values())));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void itIsWhatTheSlowWayComesTo(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 20; round++) {
            var rows = new ArrayList<Row>();
            for (var i = random.nextInt(60); i >= 0; i--) {
                rows.add(randomRow(random, i));
            }
            var rules =
                    new RoundingRules(randomRounding(random), Map.of())
                            .with("DE8EO", randomRounding(random))
                            .with("fr-gir", randomRounding(random));
            var view = ReportFixture.view(ReportFixture.report(ReportFixture.october(ZONE), rows));
            var settlement = RoundedSettlement.of(view, rules);
            var found = new TreeMap<String, List<@Nullable BigDecimal>>();
            for (var line : settlement.lines()) {
                found.put(
                        key(line.partner(), line.currency(), line.vatRate()),
                        figures(line.exact(), line.rounded()));
            }
            assertThat(found).as("seed %d", seed).isEqualTo(slowly(rows, rules));
            assertThat(settlement.totals().stream().map(RoundedSettlementTest::exactGross).toList())
                    .isEqualTo(view.totals().byCurrency().stream().map(of -> of.gross()).toList());
        }
    }

    private static Map<String, List<@Nullable BigDecimal>> slowly(
            List<Row> rows, RoundingRules rules) {
        var byLine = new TreeMap<String, List<Row>>();
        for (var row : rows) {
            var provider = row.texts.getOrDefault(ReportColumn.PROVIDER_ID, "");
            var rate = row.vatRate;
            var key =
                    key(
                            provider.isEmpty() ? null : provider,
                            row.texts.getOrDefault(ReportColumn.CURRENCY, ""),
                            rate == null ? null : rate.movePointRight(4).longValueExact());
            byLine.computeIfAbsent(key, _ -> new ArrayList<>()).add(row);
        }
        var expected = new TreeMap<String, List<@Nullable BigDecimal>>();
        byLine.forEach((key, of) -> expected.put(key, slowly(of, rules, of.getFirst())));
        return expected;
    }

    private static List<@Nullable BigDecimal> slowly(
            List<Row> rows, RoundingRules rules, Row first) {
        var provider = first.texts.getOrDefault(ReportColumn.PROVIDER_ID, "");
        var rounding = rules.of(provider.isEmpty() ? null : provider);
        var mode = rounding == null ? null : RoundingMode.valueOf(rounding.mode().name());
        var digits = digits(first.texts.getOrDefault(ReportColumn.CURRENCY, ""));
        var exact = new Oracle();
        var byRow = new Oracle();
        for (var row : rows) {
            ofRow(row).sums.forEach(exact::add);
            ofRow(row).rounded(mode, digits).sums.forEach(byRow::add);
        }
        var settled =
                rounding != null && rounding.each() == Each.ROW
                        ? byRow
                        : exact.rounded(mode, digits);
        var figures = new ArrayList<@Nullable BigDecimal>();
        for (var of : List.of(exact, settled)) {
            figures.add(stripped(of.sum("net")));
            figures.add(stripped(of.sum("vat", "vat alone")));
            // Rows that only have a VAT amount have no gross.
            figures.add(
                    of.sums.containsKey("net") || of.sums.containsKey("price alone")
                            ? stripped(of.sum("net", "vat", "price alone"))
                            : null);
        }
        return figures;
    }

    private static List<@Nullable BigDecimal> figures(Money exact, Money rounded) {
        var figures = new ArrayList<@Nullable BigDecimal>();
        for (var of : List.of(exact, rounded)) {
            for (var amount : new @Nullable Amount[] {of.net(), of.vat(), of.gross()}) {
                figures.add(amount == null ? null : stripped(amount.toDecimal()));
            }
        }
        return figures;
    }

    private static @Nullable BigDecimal stripped(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.stripTrailingZeros();
    }

    private static String key(@Nullable String partner, String currency, @Nullable Long rate) {
        return (partner == null ? "-" : PartyId.key(partner)) + "/" + currency + "/" + rate;
    }
}
