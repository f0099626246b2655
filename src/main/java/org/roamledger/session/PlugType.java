package org.roamledger.session;

/// The kind of current a session was charged with.
public enum PlugType {
    AC,
    DC,
    UNKNOWN;

    /// As it is exported: `AC`, `DC` or `unknown`.
    public String label() {
        return this == UNKNOWN ? "unknown" : name();
    }
}
