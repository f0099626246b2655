package org.roamledger.ui.shell;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A way to look at what the filter lets through: what stands right of the filters and above the
/// totals.
public enum Page {
    SESSIONS,
    SETTLEMENT,
    CHARTS;

    public String wordsKey() {
        return "page." + key();
    }

    /// Its name in files: never change one.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Page> ofKey(String key) {
        return Arrays.stream(values()).filter(page -> page.key().equals(key)).findFirst();
    }
}
