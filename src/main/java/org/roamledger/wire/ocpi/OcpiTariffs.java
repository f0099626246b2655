package org.roamledger.wire.ocpi;

import org.roamledger.session.FreeUsage;
import org.roamledger.session.PartyId;
import org.roamledger.wire.record.BadRecord;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Which tariffs of a back office, of any OCPI version, cost nothing. Belongs to one thread.
public final class OcpiTariffs {

    private final Map<String, FreeUsage> byKey = new HashMap<>();

    /// Takes one Tariff object in.
    public void add(JsonNode tariff) {
        var id = Fields.text(tariff, "id");
        if (id != null) {
            byKey.put(key(operator(tariff), id), freeUsage(tariff));
        }
    }

    /// Whether a tariff charges nothing: [FreeUsage#UNKNOWN] if it was not delivered or its prices
    /// cannot be read. A tariff that names no owner, as in OCPI 2.1.1, is everybody's.
    ///
    /// @param operator the party that owns the tariff, [PartyId#key]
    FreeUsage freeUsage(String operator, String tariffId) {
        var known = byKey.get(key(operator, tariffId));
        return known == null ? byKey.getOrDefault(key("", tariffId), FreeUsage.UNKNOWN) : known;
    }

    private static FreeUsage freeUsage(JsonNode tariff) {
        var seen = false;
        try {
            for (var element : tariff.path("elements")) {
                for (var component : element.path("price_components")) {
                    var price = Fields.decimal(component, "price", "price");
                    if (price == null) {
                        return FreeUsage.UNKNOWN;
                    }
                    if (price.signum() != 0) {
                        return FreeUsage.NO;
                    }
                    seen = true;
                }
            }
            if (isPositive(tariff.path("min_price"))) {
                return FreeUsage.NO;
            }
        } catch (BadRecord _) {
            return FreeUsage.UNKNOWN;
        }
        return seen ? FreeUsage.YES : FreeUsage.UNKNOWN;
    }

    /// A number in OCPI 2.1.1, then a Price, since 2.3.0 a PriceLimit.
    private static boolean isPositive(JsonNode minPrice) throws BadRecord {
        var least =
                Fields.decimal(
                        minPrice.isObject()
                                ? minPrice.path(
                                        minPrice.has("before_taxes") ? "before_taxes" : "excl_vat")
                                : minPrice,
                        "min_price");
        return least != null && least.signum() > 0;
    }

    private static String operator(JsonNode tariff) {
        var owner = Parties.of(tariff, "*");
        return owner == null ? "" : owner.key();
    }

    private static String key(String operator, String tariffId) {
        return operator + "/" + tariffId.strip().toLowerCase(Locale.ROOT);
    }
}
