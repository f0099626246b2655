package org.roamledger.session;

/// Where a value of a session comes from.
///
/// @param origin whether the feed said it, a rule computed it, or nobody knows it
/// @param rule the field or rule it came by, a short stable text: `total_cost.incl_vat`, `excl_vat
///   x vat`
public record Provenance(Origin origin, String rule) {

    /// How a value came about.
    public enum Origin {
        REPORTED,
        COMPUTED,
        MISSING
    }

    public static Provenance reported(String field) {
        return new Provenance(Origin.REPORTED, field);
    }

    public static Provenance computed(String rule) {
        return new Provenance(Origin.COMPUTED, rule);
    }

    public static Provenance missing(String why) {
        return new Provenance(Origin.MISSING, why);
    }
}
