package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PlugType;

import java.util.Locale;

/// Connectors to AC or DC.
final class Plugs {

    private Plugs() {}

    /// By `PowerType` of OCPI 2.2.1.
    static PlugType ofPowerType(@Nullable String powerType) {
        var type = upper(powerType);
        if (type.equals("AC") || type.startsWith("AC_")) {
            return PlugType.AC;
        }
        return type.equals("DC") || type.startsWith("DC_") ? PlugType.DC : PlugType.UNKNOWN;
    }

    /// By `ConnectorType` of OCPI 2.2.1 where the power type is not known; connectors that carry
    /// both stay unknown.
    static PlugType ofStandard(@Nullable String standard) {
        var type = upper(standard);
        if (type.endsWith("_COMBO")) {
            return PlugType.DC;
        }
        return switch (type) {
            case "CHADEMO", "CHAOJI", "GBT_DC", "MCS" -> PlugType.DC;
            case "GBT_AC" -> PlugType.AC;
            default ->
                    type.startsWith("IEC_62196_T")
                                    || type.startsWith("DOMESTIC_")
                                    || type.startsWith("IEC_60309")
                                    || type.startsWith("NEMA_")
                            ? PlugType.AC
                            : PlugType.UNKNOWN;
        };
    }

    private static String upper(@Nullable String text) {
        return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
    }
}
