package org.roamledger.settings;

import java.util.Locale;

/// The operating systems whose customs differ.
public enum OperatingSystem {
    WINDOWS,
    MAC,
    LINUX;

    /// The one this process runs on; what is neither Windows nor macOS keeps Linux's customs.
    public static OperatingSystem current() {
        return ofName(System.getProperty("os.name", ""));
    }

    static OperatingSystem ofName(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") ? WINDOWS : lower.startsWith("mac") ? MAC : LINUX;
    }
}
