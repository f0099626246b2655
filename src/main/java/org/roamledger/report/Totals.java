package org.roamledger.report;

import org.roamledger.session.Amount;
import org.roamledger.session.ReportColumn;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The sums over some rows of a report, per currency. Currencies are never added up.
///
/// @param rows number of rows
/// @param byCurrency by currency code; rows without a currency under the empty code
public record Totals(long rows, List<OfCurrency> byCurrency) {

    /// The sums over the rows of one currency. Credits count with their negative figures.
    ///
    /// @param currency ISO 4217 code, or empty
    /// @param sessions rows that are not credits
    /// @param credits rows that take back another
    /// @param energyWh sum of the rows' whole watt-hours
    /// @param net sum of Price less VAT over rows that have both
    /// @param vat sum of VAT over rows that have it
    /// @param gross sum of Price over rows that have one
    /// @param withoutPrice rows, credits too, whose Price is missing
    /// @param withoutVat rows that have a Price but no VAT amount: they are in `gross` but not in
    ///   `net`
    public record OfCurrency(
            String currency,
            long sessions,
            long credits,
            long energyWh,
            Amount net,
            Amount vat,
            Amount gross,
            long withoutPrice,
            long withoutVat) {

        /// The sums over these rows and those of another, of the same currency.
        OfCurrency plus(OfCurrency other) {
            return new OfCurrency(
                    currency,
                    sessions + other.sessions,
                    credits + other.credits,
                    Math.addExact(energyWh, other.energyWh),
                    net.plus(other.net),
                    vat.plus(other.vat),
                    gross.plus(other.gross),
                    withoutPrice + other.withoutPrice,
                    withoutVat + other.withoutVat);
        }
    }

    public Totals {
        byCurrency = List.copyOf(byCurrency);
    }

    /// @throws ArithmeticException if a sum is beyond about 922 trillion of a currency
    public static Totals of(Report report, int[] rows) {
        var currency = report.coded(ReportColumn.CURRENCY);
        var energy = report.numbers(ReportColumn.ENERGY_WH);
        var price = report.numbers(ReportColumn.PRICE);
        var vat = report.numbers(ReportColumn.VAT_AMOUNT);
        var sums = new Sums[currency.texts().size()];
        for (var row : rows) {
            var code = currency.codes()[row];
            var sum = sums[code];
            if (sum == null) {
                sum = new Sums();
                sums[code] = sum;
            }
            sum.add(report.isCredit(row), energy.at(row), price.at(row), vat.at(row));
        }
        return new Totals(
                rows.length,
                IntStream.range(0, sums.length)
                        .filter(code -> sums[code] != null)
                        .mapToObj(code -> sums[code].total(currency.texts().get(code)))
                        .sorted(Comparator.comparing(OfCurrency::currency))
                        .toList());
    }

    /// Adds rows up. Confined to one thread.
    static final class Sums {
        private long sessions;
        private long credits;
        private long energy;
        private long net;
        private long vat;
        private long gross;
        private long withoutPrice;
        private long withoutVat;

        void add(boolean credit, long rowEnergy, long rowPrice, long rowVat) {
            if (credit) {
                credits++;
            } else {
                sessions++;
            }
            if (rowEnergy != Column.Numbers.MISSING) {
                energy = Math.addExact(energy, rowEnergy);
            }
            if (rowVat != Column.Numbers.MISSING) {
                vat = Math.addExact(vat, rowVat);
            }
            if (rowPrice == Column.Numbers.MISSING) {
                withoutPrice++;
                return;
            }
            gross = Math.addExact(gross, rowPrice);
            if (rowVat == Column.Numbers.MISSING) {
                withoutVat++;
            } else {
                net = Math.addExact(net, Math.subtractExact(rowPrice, rowVat));
            }
        }

        void add(Sums other) {
            sessions += other.sessions;
            credits += other.credits;
            energy = Math.addExact(energy, other.energy);
            net = Math.addExact(net, other.net);
            vat = Math.addExact(vat, other.vat);
            gross = Math.addExact(gross, other.gross);
            withoutPrice += other.withoutPrice;
            withoutVat += other.withoutVat;
        }

        OfCurrency total(String currency) {
            return new OfCurrency(
                    currency,
                    sessions,
                    credits,
                    energy,
                    new Amount(net),
                    new Amount(vat),
                    new Amount(gross),
                    withoutPrice,
                    withoutVat);
        }
    }
}
