package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;

/// What some rows of one currency come to in a settlement.
///
/// A sum to which no row has contributed is zero, but means nothing: see [#hasGross], [#hasVat] and
/// [#hasNet].
///
/// @param sums the sums, as the footer of the table has them
/// @param withVat rows that have a VAT amount
/// @param withEnergy rows that have an energy
/// @param withFindings rows in which a check found an error or a warning
/// @param net what the average net price is made of
/// @param gross what the average gross price is made of
public record Figures(
        Totals.OfCurrency sums,
        long withVat,
        long withEnergy,
        long withFindings,
        PerEnergy net,
        PerEnergy gross) {

    /// Money and energy over the rows that have both: a session without a price is no cheap energy.
    ///
    /// @param wattHours may be zero or negative, as credits are
    public record PerEnergy(Amount money, long wattHours) {

        /// Sum of the money over sum of the energy, per kilowatt-hour, half-up; absent without
        /// energy.
        public @Nullable Amount perKilowattHour() {
            var price = ReportBuilder.perKilowattHour(money.tenThousandths(), wattHours);
            return price == Column.Numbers.MISSING ? null : new Amount(price);
        }
    }

    public String currency() {
        return sums.currency();
    }

    /// All rows, credits too.
    public long rows() {
        return sums.sessions() + sums.credits();
    }

    /// Whether any row has a Price.
    public boolean hasGross() {
        return rows() > sums.withoutPrice();
    }

    /// Whether any row has a VAT amount.
    public boolean hasVat() {
        return withVat > 0;
    }

    /// Whether any row has both a Price and a VAT amount.
    public boolean hasNet() {
        return rows() > sums.withoutPrice() + sums.withoutVat();
    }

    public boolean hasEnergy() {
        return withEnergy > 0;
    }

    /// Adds rows up. Confined to one thread.
    static final class Sum {

        private final Totals.Sums sums = new Totals.Sums();
        private long withVat;
        private long withEnergy;
        private long withFindings;
        private long net;
        private long netWh;
        private long gross;
        private long grossWh;

        void add(boolean credit, boolean findings, long energy, long price, long vat) {
            sums.add(credit, energy, price, vat);
            withFindings += findings ? 1 : 0;
            withVat += vat == Column.Numbers.MISSING ? 0 : 1;
            if (energy == Column.Numbers.MISSING) {
                return;
            }
            withEnergy++;
            if (price == Column.Numbers.MISSING) {
                return;
            }
            gross = Math.addExact(gross, price);
            grossWh = Math.addExact(grossWh, energy);
            if (vat != Column.Numbers.MISSING) {
                net = Math.addExact(net, Math.subtractExact(price, vat));
                netWh = Math.addExact(netWh, energy);
            }
        }

        void add(Sum other) {
            sums.add(other.sums);
            withVat += other.withVat;
            withEnergy += other.withEnergy;
            withFindings += other.withFindings;
            net = Math.addExact(net, other.net);
            netWh = Math.addExact(netWh, other.netWh);
            gross = Math.addExact(gross, other.gross);
            grossWh = Math.addExact(grossWh, other.grossWh);
        }

        Figures of(String currency) {
            return new Figures(
                    sums.total(currency),
                    withVat,
                    withEnergy,
                    withFindings,
                    new PerEnergy(new Amount(net), netWh),
                    new PerEnergy(new Amount(gross), grossWh));
        }
    }
}
