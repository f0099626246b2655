package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.VatRate;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/// What a CDR costs, VAT included, and how that is known. Net is never taken for gross.
///
/// @param price what it costs
/// @param grossFrom where the gross amount comes from
/// @param rateFrom where the VAT rate comes from, absent without one
/// @param vatFrom where the VAT amount comes from, absent without one
record CdrPrice(
        Price price,
        Provenance grossFrom,
        @Nullable Provenance rateFrom,
        @Nullable Provenance vatFrom) {

    private static final Provenance NEGATED = Provenance.computed("credit negated");
    private static final Provenance NO_TAXES = Provenance.computed("net, tariffs.tax_included N/A");
    private static final Provenance TARIFF_RATE = Provenance.reported("tariffs.vat");
    private static final Provenance TAX_RATE = Provenance.reported("total_cost.taxes.percentage");
    private static final Provenance SEVERAL_TAXES = Provenance.computed("sum of several taxes");
    private static final Provenance TAX = Provenance.reported("total_cost.taxes.amount");
    private static final Provenance DIFFERENCE = Provenance.computed("incl_vat - excl_vat");

    private record Rate(VatRate rate, Provenance from) {}

    /// Reads the price of a CDR that takes nothing back.
    ///
    /// @param country ISO 3166-1 alpha-3 code of the station, if known
    static CdrPrice of(JsonNode cdr, SentCost cost, @Nullable String country) throws BadRecord {
        var sent = Fields.upper(cdr, "currency");
        var currency = sent.isEmpty() ? null : sent;
        var tariffs = TariffRates.of(cdr.path("tariffs"));
        try {
            if (cost.gross() != null) {
                return reported(cost, cost.gross(), tariffs.percent(), currency, country);
            }
            if (cost.net() != null && tariffs.percent() != null) {
                return computed(cost, cost.net(), tariffs.percent(), currency);
            }
            if (cost.net() != null && tariffs.noTaxes()) {
                var price = new Price(Amount.rounded(cost.net()), null, null, currency);
                return new CdrPrice(price, NO_TAXES, null, null);
            }
        } catch (ArithmeticException _) {
            throw new BadRecord(
                    Reason.OUT_OF_RANGE, "total_cost", cdr.path("total_cost").toString());
        }
        return new CdrPrice(
                new Price(null, null, null, currency), cost.shape().noGross(), null, null);
    }

    /// The same price taken back, whatever sign was sent.
    CdrPrice credited() {
        var gross = price.gross();
        var turned = gross != null && gross.tenThousandths() > 0;
        return new CdrPrice(price.credited(), turned ? NEGATED : grossFrom, rateFrom, vatFrom);
    }

    private static CdrPrice reported(
            SentCost cost,
            BigDecimal sentGross,
            @Nullable BigDecimal tariffPercent,
            @Nullable String currency,
            @Nullable String country) {
        var gross = Amount.rounded(sentGross);
        var vat = cost.net() == null ? null : gross.minus(Amount.rounded(cost.net()));
        var rate = rate(cost, sentGross, tariffPercent, country);
        return new CdrPrice(
                new Price(gross, rate == null ? null : rate.rate(), vat, currency),
                cost.shape().gross(),
                rate == null ? null : rate.from(),
                vat == null ? null : vatFrom(cost));
    }

    private static Provenance vatFrom(SentCost cost) {
        if (cost.shape() != SentCost.Shape.TAXES) {
            return DIFFERENCE;
        }
        return cost.severalTaxes() ? SEVERAL_TAXES : TAX;
    }

    /// Several taxes have only an effective rate; else the record tells it, or the tariffs, or the
    /// amounts.
    private static @Nullable Rate rate(
            SentCost cost,
            BigDecimal gross,
            @Nullable BigDecimal tariffPercent,
            @Nullable String country) {
        if (cost.percent() != null) {
            return new Rate(VatRate.ofPercent(cost.percent()), TAX_RATE);
        }
        if (tariffPercent != null && !cost.severalTaxes()) {
            return new Rate(VatRate.ofPercent(tariffPercent), TARIFF_RATE);
        }
        if (cost.net() == null) {
            return null;
        }
        var national = cost.severalTaxes() ? null : VatRates.national(cost.net(), gross, country);
        if (national != null) {
            return new Rate(national, cost.shape().ratio("national rate"));
        }
        var effective = VatRates.effective(cost.net(), gross);
        return effective == null
                ? null
                : new Rate(
                        effective,
                        cost.shape().ratio(cost.severalTaxes() ? "several taxes" : "mixed"));
    }

    private static CdrPrice computed(
            SentCost cost, BigDecimal net, BigDecimal percent, @Nullable String currency) {
        var gross = Amount.rounded(net.add(net.multiply(percent.movePointLeft(2))));
        var from = cost.shape().netAndRate();
        return new CdrPrice(
                new Price(
                        gross,
                        VatRate.ofPercent(percent),
                        gross.minus(Amount.rounded(net)),
                        currency),
                from,
                TARIFF_RATE,
                from);
    }
}
