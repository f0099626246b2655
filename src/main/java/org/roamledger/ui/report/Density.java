package org.roamledger.ui.report;

import java.util.Locale;

/// How close together the rows of the table stand.
public enum Density {
    COMFORTABLE(30),
    COMPACT(22);

    private final double line;

    Density(double line) {
        this.line = line;
    }

    /// Height of a row in pixels.
    double line() {
        return line;
    }

    /// Its name in files: never change one.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
