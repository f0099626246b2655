package org.roamledger.session;

/// Whether a station is open to all or to a limited group: a setting of the station, not of the
/// session.
public enum Access {
    PUBLIC("Public"),
    PRIVATE("Private"),
    UNKNOWN("unknown");

    private final String label;

    Access(String label) {
        this.label = label;
    }

    /// As it is exported.
    public String label() {
        return label;
    }
}
