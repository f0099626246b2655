package org.roamledger.report;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.CurrencyDigits;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// The VAT of a currency and rate, twice: as the sessions say it, and as it is on the sum of their
/// net prices, half-up to whole minor units (EN 16931, BR-CO-17). The two need not be equal.
///
/// @param vatRate ten-thousandths of a percent; absent where sessions have none
/// @param onNet absent without a rate or a net sum
/// @param difference by how much the sessions say more; absent also where sessions without a Price
///   have VAT, because then the two are not of the same sessions
public record VatOnSum(
        @Nullable Long vatRate,
        Figures figures,
        @Nullable Amount onNet,
        @Nullable Amount difference) {

    /// The rates come as percents of four decimals, the amounts of four as well.
    private static final int PERCENT_SCALE = 6;

    /// By currency, then rate. Not for the screen's thread.
    public static List<VatOnSum> of(ReportView view) {
        var lines = new ArrayList<VatOnSum>();
        var levels = List.of(ReportColumn.CURRENCY, ReportColumn.VAT_RATE);
        for (var currency : Settlement.of(view, levels).groups()) {
            for (var rate : currency.groups()) {
                var of = rate.condition() instanceof Condition.Between(var least, _) ? least : null;
                rate.figures().forEach(figures -> lines.add(of(of, figures)));
            }
        }
        return lines;
    }

    private static VatOnSum of(@Nullable Long rate, Figures figures) {
        var sums = figures.sums();
        if (rate == null || !figures.hasNet()) {
            return new VatOnSum(rate, figures, null, null);
        }
        var onNet =
                Amount.exactly(
                        sums.net()
                                .toDecimal()
                                .multiply(BigDecimal.valueOf(rate, PERCENT_SCALE))
                                .setScale(
                                        CurrencyDigits.of(figures.currency()),
                                        RoundingMode.HALF_UP));
        var withBoth = figures.rows() - sums.withoutPrice() - sums.withoutVat();
        return new VatOnSum(
                rate,
                figures,
                onNet,
                figures.withVat() == withBoth ? sums.vat().minus(onNet) : null);
    }
}
