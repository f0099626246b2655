package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The amounts that are settled with each partner, rounded as was agreed with it, and what rounding
/// made of them.
///
/// Net and VAT are rounded, and gross is their sum, as EN 16931 asks of an invoice (BR-CO-15): it
/// never differs from them. The Price of a row without VAT is rounded by itself.
///
/// @param lines by partner, currency and VAT rate, each in its order, missing ones last
/// @param totals the sums of the lines, by currency code
public record RoundedSettlement(List<Line> lines, List<Total> totals) {

    /// The sessions of one partner in one currency at one VAT rate.
    ///
    /// @param partner as its id first occurs; absent where sessions have none
    /// @param currency its code, or empty
    /// @param vatRate ten-thousandths of a percent; absent where sessions have none
    /// @param rounding how it was rounded; absent if amounts stayed as they are
    /// @param rows sessions and credits
    public record Line(
            @Nullable String partner,
            String currency,
            @Nullable Long vatRate,
            @Nullable Rounding rounding,
            long rows,
            Money exact,
            Money rounded) {

        /// What rounding has added.
        public Money difference() {
            return rounded.minus(exact);
        }
    }

    /// All lines of a currency.
    public record Total(String currency, Money exact, Money rounded) {

        /// What rounding has added.
        public Money difference() {
            return rounded.minus(exact);
        }
    }

    public RoundedSettlement {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
    }

    /// Rounds and adds up. As long as [Settlement#of] takes: not for the screen's thread.
    ///
    /// @throws ArithmeticException if a sum is beyond about 922 trillion of a currency
    public static RoundedSettlement of(ReportView view, RoundingRules rules) {
        var report = view.report();
        var rows = view.rows();
        var partners = GroupLevel.of(report, rows, ReportColumn.PROVIDER_ID);
        var currencies = GroupLevel.of(report, rows, ReportColumn.CURRENCY);
        var rates = GroupLevel.of(report, rows, ReportColumn.VAT_RATE);
        var keys = Settlement.keys(rows, List.of(partners, currencies, rates));
        var price = report.numbers(ReportColumn.PRICE);
        var vat = report.numbers(ReportColumn.VAT_AMOUNT);
        var distinct = new Distinct();
        var sums = new ArrayList<Sum>();
        for (var i = 0; i < rows.length; i++) {
            var number = distinct.numberOf(keys[i]);
            var row = rows[i];
            if (number == sums.size()) {
                var partner = text(partners.condition(partners.rank(row)));
                var currency = text(currencies.condition(currencies.rank(row)));
                var rate =
                        rates.condition(rates.rank(row)) instanceof Condition.Between(var of, _)
                                ? of
                                : null;
                sums.add(
                        new Sum(
                                partner,
                                currency == null ? "" : currency,
                                rate,
                                rules.of(partner)));
            }
            sums.get(number).add(price.at(row), vat.at(row));
        }
        var keyBySum = distinct.values();
        var lines =
                IntStream.range(0, sums.size())
                        .boxed()
                        .sorted(Comparator.comparingLong(sum -> keyBySum[sum]))
                        .map(sum -> sums.get(sum).line())
                        .toList();
        return new RoundedSettlement(lines, totals(lines));
    }

    private static @Nullable String text(Condition condition) {
        return condition instanceof Condition.OneOf(var texts) ? texts.iterator().next() : null;
    }

    private static List<Total> totals(List<Line> lines) {
        Map<String, Total> totals = new TreeMap<>();
        for (var line : lines) {
            totals.merge(
                    line.currency(),
                    new Total(line.currency(), line.exact(), line.rounded()),
                    (one, other) ->
                            new Total(
                                    one.currency(),
                                    one.exact().plus(other.exact()),
                                    one.rounded().plus(other.rounded())));
        }
        return List.copyOf(totals.values());
    }

    /// Whether any amount was rounded, be it to itself.
    public boolean isRounded() {
        return lines.stream().anyMatch(line -> line.rounding() != null);
    }

    /// Adds the rows of a line up: what is rounded apart is kept apart. Confined to one thread.
    private static final class Sum {

        private final @Nullable String partner;
        private final String currency;
        private final @Nullable Long vatRate;
        private final @Nullable Rounding rounding;
        private final Parts exact = new Parts();
        private final Parts rounded = new Parts();
        private long rows;

        Sum(
                @Nullable String partner,
                String currency,
                @Nullable Long vatRate,
                @Nullable Rounding rounding) {
            this.partner = partner;
            this.currency = currency;
            this.vatRate = vatRate;
            this.rounding = rounding;
        }

        void add(long price, long vat) {
            rows++;
            exact.add(price, vat, Sum::asItIs);
            if (rounding != null && rounding.each() == Rounding.Each.ROW) {
                rounded.add(price, vat, this::rounded);
            }
        }

        private static long asItIs(long amount) {
            return amount;
        }

        private long rounded(long amount) {
            return rounding == null ? amount : rounding.round(amount, currency);
        }

        Line line() {
            var sums = exact.money(Sum::asItIs);
            var settled =
                    rounding == null
                            ? sums
                            : rounding.each() == Rounding.Each.ROW
                                    ? rounded.money(Sum::asItIs)
                                    : exact.money(this::rounded);
            return new Line(partner, currency, vatRate, rounding, rows, sums, settled);
        }
    }

    /// What makes an amount another.
    private interface Change {
        long of(long tenThousandths);
    }

    /// Amounts that are never added up before they are rounded. Confined to one thread.
    private static final class Parts {

        private long net;
        private long vat;
        private long both;
        private long priceAlone;
        private long prices;
        private long vatAlone;
        private long vats;

        void add(long rowPrice, long rowVat, Change change) {
            if (rowPrice != Column.Numbers.MISSING && rowVat != Column.Numbers.MISSING) {
                both++;
                net = Math.addExact(net, change.of(Math.subtractExact(rowPrice, rowVat)));
                vat = Math.addExact(vat, change.of(rowVat));
            } else if (rowPrice != Column.Numbers.MISSING) {
                prices++;
                priceAlone = Math.addExact(priceAlone, change.of(rowPrice));
            } else if (rowVat != Column.Numbers.MISSING) {
                vats++;
                vatAlone = Math.addExact(vatAlone, change.of(rowVat));
            }
        }

        Money money(Change change) {
            var netOf = change.of(net);
            var vatOf = change.of(vat);
            var gross = Math.addExact(Math.addExact(netOf, vatOf), change.of(priceAlone));
            return new Money(
                    both > 0 ? new Amount(netOf) : null,
                    both + vats > 0 ? new Amount(Math.addExact(vatOf, change.of(vatAlone))) : null,
                    both + prices > 0 ? new Amount(gross) : null);
        }
    }
}
