package org.roamledger.wire.ocpi;

import org.roamledger.session.FreeUsage;
import org.roamledger.session.PartyId;

import tools.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Which tariffs of a back office cost nothing. Belongs to one thread.
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
    /// cannot be read.
    ///
    /// @param operator the party that owns the tariff, [PartyId#key]
    FreeUsage freeUsage(String operator, String tariffId) {
        return byKey.getOrDefault(key(operator, tariffId), FreeUsage.UNKNOWN);
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

    private static boolean isPositive(JsonNode minPrice) throws BadRecord {
        var net =
                minPrice.isObject()
                        ? Fields.decimal(minPrice, "excl_vat", "min_price.excl_vat")
                        : Fields.decimal(minPrice, "min_price");
        return net != null && net.compareTo(BigDecimal.ZERO) > 0;
    }

    private static String operator(JsonNode tariff) {
        var owner = Parties.of(tariff, "*");
        return owner == null ? "" : owner.key();
    }

    private static String key(String operator, String tariffId) {
        return operator + "/" + tariffId.strip().toLowerCase(Locale.ROOT);
    }
}
