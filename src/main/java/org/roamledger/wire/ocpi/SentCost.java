package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Provenance;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;

/// The amounts of a `total_cost` as they were sent.
///
/// @param shape how this version of OCPI writes them
/// @param net without VAT
/// @param gross VAT included
/// @param percent the percentage, where there is a single tax that tells it
/// @param severalTaxes whether `gross` contains more than one tax
record SentCost(
        Shape shape,
        @Nullable BigDecimal net,
        @Nullable BigDecimal gross,
        @Nullable BigDecimal percent,
        boolean severalTaxes) {

    /// The shapes of a price, and what their parts are called.
    enum Shape {
        /// A net number (OCPI 2.1.1).
        NUMBER("total_cost", "", "total_cost is net"),
        /// `excl_vat`, and optionally `incl_vat` (OCPI 2.2).
        EXCL_INCL("total_cost.excl_vat", "incl_vat / excl_vat", "total_cost.incl_vat"),
        /// `before_taxes` and a list of taxes (OCPI 2.3.0).
        TAXES("total_cost.before_taxes", "taxes / before_taxes", "total_cost.taxes");

        private final String net;
        private final String ratio;
        private final String noGross;

        Shape(String net, String ratio, String noGross) {
            this.net = net;
            this.ratio = ratio;
            this.noGross = noGross;
        }

        /// Where a reported gross amount comes from.
        Provenance gross() {
            return this == TAXES
                    ? Provenance.computed("before_taxes + taxes")
                    : Provenance.reported("total_cost.incl_vat");
        }

        /// Why there is no gross amount.
        Provenance noGross() {
            return Provenance.missing(noGross);
        }

        /// The net amount and the rate of the tariffs.
        Provenance netAndRate() {
            return Provenance.computed(net + " x tariffs.vat");
        }

        /// A rate told from the amounts.
        Provenance ratio(String kind) {
            return Provenance.computed(ratio + ", " + kind);
        }
    }

    private static final String BEFORE_TAXES = "before_taxes";

    /// Reads the `total_cost` of a CDR.
    static SentCost of(JsonNode cdr) throws BadRecord {
        var cost = cdr.path("total_cost");
        if (cost.has(BEFORE_TAXES)) {
            return withTaxes(cost, cost.path("taxes"));
        }
        return cost.isObject()
                ? new SentCost(
                        Shape.EXCL_INCL,
                        Fields.decimal(cost, "excl_vat", "total_cost.excl_vat"),
                        Fields.decimal(cost, "incl_vat", "total_cost.incl_vat"),
                        null,
                        false)
                : new SentCost(Shape.NUMBER, Fields.decimal(cost, "total_cost"), null, null, false);
    }

    /// An empty list of taxes does not say that there are none, and a tax without amount leaves the
    /// sum open.
    private static SentCost withTaxes(JsonNode cost, JsonNode taxes) throws BadRecord {
        var net = Fields.decimal(cost, BEFORE_TAXES, Shape.TAXES.net);
        var gross = taxes.isEmpty() ? null : net;
        for (var tax : taxes) {
            var amount = Fields.decimal(tax, "amount", "total_cost.taxes.amount");
            gross = gross == null || amount == null ? null : gross.add(amount);
        }
        return new SentCost(
                Shape.TAXES,
                net,
                gross,
                taxes.size() == 1 ? VatRates.rate(taxes.path(0), "percentage") : null,
                taxes.size() > 1);
    }

    boolean isNegative() {
        return (net != null && net.signum() < 0) || (gross != null && gross.signum() < 0);
    }
}
