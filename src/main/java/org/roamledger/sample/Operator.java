package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// An organisation that owns stations and publishes them under its own party id.
///
/// @param name the owner of its stations, or the sub-operator if it has a parent
/// @param parent name of the organisation it belongs to
/// @param grossDecimals to how many decimals its system rounds prices with VAT
/// @param wholeWattHours whether its meters send kilowatt-hours with three decimals, not four
record Operator(
        String party,
        String name,
        @Nullable String parent,
        Market market,
        int grossDecimals,
        boolean wholeWattHours) {

    private static final String GRANVIK = "Granvik Laddning AB";
    private static final String LINDENTAL = "Lindental Ladenetz GmbH";

    static List<Operator> all() {
        return List.of(
                new Operator("GVL", GRANVIK, null, Market.SE, 2, true),
                new Operator("GVS", "Granvik Stockholm", GRANVIK, Market.SE, 2, false),
                new Operator("LTL", LINDENTAL, null, Market.DE, 4, false),
                new Operator("LTS", "Lindental Süd", LINDENTAL, Market.DE, 4, true),
                new Operator("KLO", "Kaarna Lataus Oy", null, Market.FI, 3, false),
                new Operator("FBC", "Fenbrook Charging Ltd", null, Market.GB, 2, true));
    }

    /// The name of a charging point in the roaming networks, spelled as this operator does.
    String evseId(int site, int point) {
        var form =
                switch (party) {
                    case "GVL" -> "SE*GVL*E%04d*%d";
                    case "GVS" -> "SEGVSE%04d%d";
                    case "LTL" -> "DE*LTL*E%05d*%02d";
                    case "LTS" -> "DE-LTS-E%04d-%d";
                    case "KLO" -> "FI*KLO*E%04d*%d";
                    default -> "GB*FBC*E%d*%d";
                };
        return String.format(Locale.ROOT, form, site, point);
    }

    /// The internal id of a charging point.
    String stationId(int site, int point, Draw draw) {
        return switch (party) {
            case "GVL" -> String.format(Locale.ROOT, "granvik-%04d-%d", site, point);
            case "GVS" -> String.valueOf(104_000 + site * 10 + point);
            case "LTL" -> String.format(Locale.ROOT, "LTL-CP-%05d::%d", site, point);
            case "LTS" -> new UUID(draw.next(), draw.next()).toString();
            case "KLO" -> String.format(Locale.ROOT, "%08d", 45_000 + site * 10 + point);
            default -> String.format(Locale.ROOT, "FB%04d.%d", site, point);
        };
    }

    /// The internal id of a location.
    String locationId(int site) {
        return String.format(Locale.ROOT, "%s-%04d", party, site);
    }
}
