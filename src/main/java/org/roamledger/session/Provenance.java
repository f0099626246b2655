package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Where a value of a session comes from.
///
/// @param origin whether the feed said it, a rule computed it, or nobody knows it
/// @param rule the field or rule it came by, a short stable text: `total_cost.incl_vat`, `excl_vat
///   x vat`
/// @param asOf when it was read, for settings that belong to the station and not to the session
public record Provenance(Origin origin, String rule, @Nullable Instant asOf) {

    /// How a value came about. Names are stored: never rename one.
    public enum Origin {
        REPORTED,
        COMPUTED,
        MISSING
    }

    public static Provenance reported(String field) {
        return new Provenance(Origin.REPORTED, field, null);
    }

    /// As [#reported(String)], of what was read at some time and may be otherwise now.
    public static Provenance reported(String field, Instant asOf) {
        return new Provenance(Origin.REPORTED, field, asOf);
    }

    public static Provenance computed(String rule) {
        return new Provenance(Origin.COMPUTED, rule, null);
    }

    public static Provenance missing(String why) {
        return new Provenance(Origin.MISSING, why, null);
    }
}
