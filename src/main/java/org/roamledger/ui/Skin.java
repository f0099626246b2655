package org.roamledger.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import javafx.application.ColorScheme;
import javafx.application.Platform;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.shell.Look.Theme;

import java.util.List;
import java.util.Objects;

/// The colours of all windows.
///
/// High contrast is a set of colours over the light or the dark skin, not a skin of its own, so
/// that whatever is drawn there has it too.
public enum Skin {
    LIGHT(false, null),
    DARK(true, null),
    LIGHT_CONTRAST(false, "contrast-light.css"),
    DARK_CONTRAST(true, "contrast-dark.css");

    private final boolean dark;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of strings
    private final List<String> sheets;

    Skin(boolean dark, @Nullable String colours) {
        this.dark = dark;
        sheets =
                colours == null
                        ? List.of(resource("roamledger.css"))
                        : List.of(
                                resource("roamledger.css"),
                                resource("contrast.css"),
                                resource(colours));
    }

    /// What a person chose, and for what they leave to the system, what that says.
    ///
    /// @param contrast whether the system is in high contrast
    static Skin of(Theme chosen, ColorScheme system, boolean contrast) {
        var dark = system == ColorScheme.DARK;
        return switch (chosen) {
            case LIGHT -> LIGHT;
            case DARK -> DARK;
            case HIGH_CONTRAST -> dark ? DARK_CONTRAST : LIGHT_CONTRAST;
            case SYSTEM -> contrast ? of(Theme.HIGH_CONTRAST, system, true) : dark ? DARK : LIGHT;
        };
    }

    /// Whether the system is in high contrast, as Windows and GTK tell it; macOS tells nothing.
    static boolean isContrast(Platform.Preferences system) {
        return system.getBoolean("Windows.SPI.HighContrast").orElse(false)
                || system.getString("GTK.theme_name")
                        .filter(name -> name.startsWith("HighContrast"))
                        .isPresent();
    }

    /// Of the theme below, for [javafx.application.Application#setUserAgentStylesheet].
    public String theme() {
        return (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    }

    /// Of the scene, in their order; scenes of dialogs have those of the window below.
    public List<String> sheets() {
        return sheets;
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Skin.class.getResource(name), name).toExternalForm();
    }
}
