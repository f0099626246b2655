package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.HashSet;

/// What the tariffs of a CDR say about VAT.
///
/// @param percent the percentage on which all components that cost something agree
/// @param noTaxes whether all tariffs say that no tax applies to them (OCPI 2.3.0, `tax_included`)
record TariffRates(@Nullable BigDecimal percent, boolean noTaxes) {

    /// A component without `vat` is one to which no VAT applies, which is not 0 % (OCPI 2.2.1,
    /// PriceComponent), so it disagrees with any other.
    static TariffRates of(JsonNode tariffs) {
        var ofPriced = new HashSet<String>();
        var ofFree = new HashSet<String>();
        var taxed = tariffs.isEmpty();
        for (var tariff : tariffs) {
            taxed |= !Fields.upper(tariff, "tax_included").equals("N/A");
            for (var element : tariff.path("elements")) {
                for (var component : element.path("price_components")) {
                    (isFree(component) ? ofFree : ofPriced).add(rate(component));
                }
            }
        }
        var rates = ofPriced.isEmpty() ? ofFree : ofPriced;
        var only = rates.size() == 1 ? rates.iterator().next() : "";
        return new TariffRates(only.isEmpty() ? null : new BigDecimal(only), !taxed);
    }

    private static boolean isFree(JsonNode component) {
        var price = Fields.lenient(component, "price");
        return price != null && price.signum() == 0;
    }

    /// The component's rate in its shortest form, empty if it has none that can be read.
    private static String rate(JsonNode component) {
        var vat = VatRates.rate(component, "vat");
        return vat == null ? "" : vat.stripTrailingZeros().toPlainString();
    }
}
