package org.roamledger.ui.shell;

import java.util.Locale;

/// How the window looks and speaks.
public record Look(Theme theme, Locale language) {

    /// Light, dark, in high contrast, or as the system is.
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK,
        /// Light or dark as the system is.
        HIGH_CONTRAST;

        String wordsKey() {
            return "theme." + name().toLowerCase(Locale.ROOT);
        }
    }

    public Look with(Theme changed) {
        return new Look(changed, language);
    }

    public Look with(Locale changed) {
        return new Look(theme, changed);
    }
}
