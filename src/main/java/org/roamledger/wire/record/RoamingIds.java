package org.roamledger.wire.record;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;
import org.roamledger.session.PlugType;

import java.util.regex.Pattern;

/// What the ids of the roaming networks begin with, in the ISO 15118 and the DIN 91286 form.
public final class RoamingIds {

    private static final Pattern ISO_EVSE =
            Pattern.compile("(?i)([A-Z]{2})[*-]?([A-Z0-9]{3})[*-]?E.+");
    private static final Pattern DIN_EVSE =
            Pattern.compile("(\\+?[0-9]{1,3})\\*([0-9]{3})\\*[0-9*]+");
    private static final Pattern ISO_CONTRACT =
            Pattern.compile("(?i)([A-Z]{2})-?([A-Z0-9]{3})-?C[A-Z0-9]{8}(-?[A-Z0-9])?");
    private static final Pattern DIN_CONTRACT =
            Pattern.compile("(?i)([A-Z]{2})[*-]?([A-Z0-9]{3})[*-]?[A-Z0-9]{6}[*-]?[0-9X]");
    private static final Pattern PRODUCT = Pattern.compile("(?i)\\s*(AC|DC)(?![A-Z]).*");

    private RoamingIds() {}

    /// The operator of an EVSE-ID, written with `*`.
    public static @Nullable PartyId operatorOf(@Nullable String evseId) {
        var iso = prefix(ISO_EVSE, evseId, "*");
        return iso == null ? prefix(DIN_EVSE, evseId, "*") : iso;
    }

    /// The provider of a contract id (EVCO-ID, eMA-ID), written with `-`.
    public static @Nullable PartyId providerOf(@Nullable String contractId) {
        var iso = prefix(ISO_CONTRACT, contractId, "-");
        return iso == null ? prefix(DIN_CONTRACT, contractId, "-") : iso;
    }

    /// The current that a product is named after: `AC1`, `AC 3`, `AC22`, `DC`. Other names tell
    /// nothing.
    public static PlugType plugOf(@Nullable String product) {
        var named = product == null ? null : PRODUCT.matcher(product);
        return named != null && named.matches()
                ? named.group(1).equalsIgnoreCase("AC") ? PlugType.AC : PlugType.DC
                : PlugType.UNKNOWN;
    }

    private static @Nullable PartyId prefix(Pattern shape, @Nullable String id, String separator) {
        if (id == null) {
            return null;
        }
        var matcher = shape.matcher(id.strip());
        return matcher.matches()
                ? new PartyId(matcher.group(1) + separator + matcher.group(2))
                : null;
    }
}
