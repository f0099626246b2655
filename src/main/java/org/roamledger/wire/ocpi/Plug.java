package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PlugType;
import org.roamledger.session.Provenance;
import org.roamledger.wire.record.Fields;

import tools.jackson.databind.JsonNode;

import java.util.EnumSet;

/// AC or DC, told from connectors.
///
/// @param type the kind of current
/// @param from the rule that told it, absent if it was sent as it is or is not known
record Plug(PlugType type, @Nullable Provenance from) {

    static final Plug UNKNOWN = new Plug(PlugType.UNKNOWN, null);

    /// By the power type, else by the standard (`PowerType` and `ConnectorType` of OCPI).
    static Plug of(JsonNode object, String powerType, String standard) {
        var byPower = ofPowerType(Fields.upper(object, powerType));
        if (byPower != PlugType.UNKNOWN) {
            return new Plug(byPower, null);
        }
        var byStandard = ofStandard(Fields.upper(object, standard));
        return byStandard == PlugType.UNKNOWN
                ? UNKNOWN
                : new Plug(byStandard, Provenance.computed(standard));
    }

    /// The plug of Connector objects, known where all agree.
    static Plug ofAll(Iterable<JsonNode> connectors) {
        var types = EnumSet.noneOf(PlugType.class);
        var first = UNKNOWN;
        for (var connector : connectors) {
            var plug = of(connector, "power_type", "standard");
            if (types.isEmpty()) {
                first = plug;
            }
            types.add(plug.type());
        }
        return types.size() == 1 ? first : UNKNOWN;
    }

    private static PlugType ofPowerType(String type) {
        if (type.equals("AC") || type.startsWith("AC_")) {
            return PlugType.AC;
        }
        return type.equals("DC") || type.startsWith("DC_") ? PlugType.DC : PlugType.UNKNOWN;
    }

    /// Connectors that carry both stay unknown.
    private static PlugType ofStandard(String standard) {
        if (standard.endsWith("_COMBO")) {
            return PlugType.DC;
        }
        return switch (standard) {
            case "CHADEMO", "CHAOJI", "GBT_DC", "MCS" -> PlugType.DC;
            case "GBT_AC" -> PlugType.AC;
            default ->
                    standard.startsWith("IEC_62196_T")
                                    || standard.startsWith("DOMESTIC_")
                                    || standard.startsWith("IEC_60309")
                                    || standard.startsWith("NEMA_")
                            ? PlugType.AC
                            : PlugType.UNKNOWN;
        };
    }
}
