package org.roamledger;

import org.roamledger.cli.Window;
import org.roamledger.store.SessionStore;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/// The window on this computer's screen.
final class DesktopWindow implements Window {

    /// Linux says by its environment whether there is a display; Windows and macOS have one.
    @Override
    public boolean isPossible() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return !system.startsWith("linux") || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        var value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    @Override
    public int open(Path store) {
        return 1;
    }

    @Override
    public int openSample(SessionStore store, Function<String, String> tokens) {
        return 1;
    }
}
