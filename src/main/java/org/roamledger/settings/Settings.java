package org.roamledger.settings;

import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What a user chose about the window.
///
/// @param theme `system`, `light`, `dark` or `high_contrast`
/// @param language language of the window
public record Settings(String theme, Locale language) {

    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";

    /// As the system is, in English.
    public static final Settings FIRST = new Settings("system", Locale.ENGLISH);

    /// The settings kept in a folder, else [#FIRST]: a window must open even if they cannot be
    /// read.
    public static Settings in(Path folder) {
        try {
            var kept = file(folder).read();
            return new Settings(
                    Objects.requireNonNullElse(kept.get(THEME), FIRST.theme()),
                    Locale.forLanguageTag(
                            Objects.requireNonNullElse(
                                    kept.get(LANGUAGE), FIRST.language().toLanguageTag())));
        } catch (ProblemException _) {
            return FIRST;
        }
    }

    /// Changes the settings kept in a folder; what else stands in the file stays.
    public static void change(Path folder, UnaryOperator<Settings> change) {
        var changed = change.apply(in(folder));
        var file = file(folder);
        var kept = file.read();
        kept.put(THEME, changed.theme());
        kept.put(LANGUAGE, changed.language().toLanguageTag());
        file.write(kept);
    }

    static PrivateJson file(Path folder) {
        return new PrivateJson(folder, "settings.json");
    }
}
