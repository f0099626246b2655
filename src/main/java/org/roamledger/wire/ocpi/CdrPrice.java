package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;
import org.roamledger.session.Price;
import org.roamledger.session.Provenance;
import org.roamledger.session.Reject.Reason;
import org.roamledger.session.VatRate;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;

/// What a CDR costs, VAT included, and how that is known.
///
/// `total_cost` is net first, gross is optional (OCPI 2.2.1, Price); net is never taken for gross.
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

    private static final Provenance REPORTED = Provenance.reported("total_cost.incl_vat");
    private static final Provenance NET_AND_RATE =
            Provenance.computed("total_cost.excl_vat x tariffs.vat");
    private static final Provenance NEGATED = Provenance.computed("credit negated");
    private static final Provenance NO_GROSS = Provenance.missing("total_cost.incl_vat");
    private static final Provenance TARIFF_RATE = Provenance.reported("tariffs.vat");
    private static final Provenance NATIONAL_RATE =
            Provenance.computed("incl_vat / excl_vat, national rate");
    private static final Provenance MIXED_RATE = Provenance.computed("incl_vat / excl_vat, mixed");
    private static final Provenance DIFFERENCE = Provenance.computed("incl_vat - excl_vat");

    /// The amounts of a `total_cost` as they were sent. A bare number is net, as in OCPI 2.1.1.
    record Sent(@Nullable BigDecimal net, @Nullable BigDecimal gross) {

        static Sent of(JsonNode cdr) throws BadRecord {
            var cost = cdr.path("total_cost");
            if (!cost.isObject()) {
                return new Sent(Fields.decimal(cost, "total_cost"), null);
            }
            return new Sent(
                    Fields.decimal(cost, "excl_vat", "total_cost.excl_vat"),
                    Fields.decimal(cost, "incl_vat", "total_cost.incl_vat"));
        }

        boolean isNegative() {
            return (net != null && net.signum() < 0) || (gross != null && gross.signum() < 0);
        }
    }

    /// Reads the price of a CDR that takes nothing back.
    static CdrPrice of(JsonNode cdr, Sent sent) throws BadRecord {
        var currency = Fields.text(cdr, "currency");
        if (currency != null) {
            currency = currency.strip().toUpperCase(Locale.ROOT);
        }
        var tariffRate = singleRate(cdr.path("tariffs"));
        try {
            if (sent.gross() != null) {
                return reported(sent.gross(), sent.net(), tariffRate, currency, country(cdr));
            }
            if (sent.net() != null && tariffRate != null) {
                return computed(sent.net(), tariffRate, currency);
            }
        } catch (ArithmeticException _) {
            throw new BadRecord(
                    Reason.OUT_OF_RANGE, "total_cost", cdr.path("total_cost").toString());
        }
        return new CdrPrice(new Price(null, null, null, currency), NO_GROSS, null, null);
    }

    /// The same price taken back, whatever sign was sent.
    CdrPrice credited() {
        var gross = price.gross();
        var turned = gross != null && gross.tenThousandths() > 0;
        return new CdrPrice(price.credited(), turned ? NEGATED : grossFrom, rateFrom, vatFrom);
    }

    private static CdrPrice reported(
            BigDecimal gross,
            @Nullable BigDecimal net,
            @Nullable BigDecimal tariffRate,
            @Nullable String currency,
            @Nullable String country) {
        var grossAmount = Amount.rounded(gross);
        var vat = net == null ? null : grossAmount.minus(Amount.rounded(net));
        VatRate rate = null;
        Provenance rateFrom = null;
        if (tariffRate != null) {
            rate = VatRate.ofPercent(tariffRate);
            rateFrom = TARIFF_RATE;
        } else if (net != null) {
            var found = VatRates.between(net, gross, country);
            if (found != null) {
                rate = found.rate();
                rateFrom = found.national() ? NATIONAL_RATE : MIXED_RATE;
            }
        }
        return new CdrPrice(
                new Price(grossAmount, rate, vat, currency),
                REPORTED,
                rateFrom,
                vat == null ? null : DIFFERENCE);
    }

    private static CdrPrice computed(
            BigDecimal net, BigDecimal tariffRate, @Nullable String currency) {
        var gross = Amount.rounded(net.add(net.multiply(tariffRate.movePointLeft(2))));
        return new CdrPrice(
                new Price(
                        gross,
                        VatRate.ofPercent(tariffRate),
                        gross.minus(Amount.rounded(net)),
                        currency),
                NET_AND_RATE,
                TARIFF_RATE,
                NET_AND_RATE);
    }

    private static @Nullable String country(JsonNode cdr) {
        return Fields.text(cdr.path("cdr_location"), "country");
    }

    /// The VAT percentage of the tariffs if all their components that cost something agree on one.
    ///
    /// A component without `vat` is one to which no VAT applies, which is not 0 % (OCPI 2.2.1,
    /// PriceComponent), so it disagrees with any other.
    private static @Nullable BigDecimal singleRate(JsonNode tariffs) {
        var ofPriced = new HashSet<String>();
        var ofFree = new HashSet<String>();
        for (var tariff : tariffs) {
            for (var element : tariff.path("elements")) {
                for (var component : element.path("price_components")) {
                    (isFree(component) ? ofFree : ofPriced).add(rate(component));
                }
            }
        }
        var rates = ofPriced.isEmpty() ? ofFree : ofPriced;
        var only = rates.size() == 1 ? rates.iterator().next() : "";
        return only.isEmpty() ? null : new BigDecimal(only);
    }

    private static boolean isFree(JsonNode component) {
        var price = lenient(component.path("price"));
        return price != null && price.signum() == 0;
    }

    /// The component's rate in its shortest form, empty if it has none that can be read.
    private static String rate(JsonNode component) {
        var vat = lenient(component.path("vat"));
        return vat == null || !VatRates.isRate(vat) ? "" : vat.stripTrailingZeros().toPlainString();
    }

    /// Faults in a tariff must not cost the CDR.
    private static @Nullable BigDecimal lenient(JsonNode value) {
        try {
            return Fields.decimal(value, "");
        } catch (BadRecord _) {
            return null;
        }
    }
}
