package org.roamledger.ui.shell;

import java.util.Locale;

/// A way to look at what the filter lets through: what stands right of the filters and above the
/// totals.
public enum Page {
    SESSIONS,
    CHARTS;

    public String wordsKey() {
        return "page." + name().toLowerCase(Locale.ROOT);
    }
}
