package org.roamledger.session;

/// Whether a station charges for free: its setting when the report is made, not when the session
/// ran.
public enum FreeUsage {
    YES("yes"),
    NO("no"),
    UNKNOWN("unknown");

    private final String label;

    FreeUsage(String label) {
        this.label = label;
    }

    /// As it is exported.
    public String label() {
        return label;
    }
}
