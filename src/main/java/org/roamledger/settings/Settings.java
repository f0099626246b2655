package org.roamledger.settings;

import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What a user chose about the window.
///
/// @param theme `system`, `light`, `dark` or `high_contrast`
/// @param language language of the window
/// @param start what the window shows when it is opened, as the saved views call it
public record Settings(String theme, Locale language, String start) {

    /// Of the file. A later one is kept: what it means besides is not lost.
    private static final int VERSION = 1;

    private static final String VERSION_KEY = "version";
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String START = "start";

    /// As the system is, in English, with the standard view.
    public static final Settings FIRST = new Settings("system", Locale.ENGLISH, "standard");

    public Settings with(String changedTheme, Locale changedLanguage) {
        return new Settings(changedTheme, changedLanguage, start);
    }

    public Settings withStart(String changed) {
        return new Settings(theme, language, changed);
    }

    /// The settings kept in a folder, else [#FIRST]: a window must open even if they cannot be
    /// read.
    public static Settings in(Path folder) {
        try {
            var kept = file(folder).read();
            return new Settings(
                    Objects.requireNonNullElse(kept.get(THEME), FIRST.theme()),
                    Locale.forLanguageTag(
                            Objects.requireNonNullElse(
                                    kept.get(LANGUAGE), FIRST.language().toLanguageTag())),
                    Objects.requireNonNullElse(kept.get(START), FIRST.start()));
        } catch (ProblemException _) {
            return FIRST;
        }
    }

    /// Changes the settings kept in a folder; what else stands in the file stays.
    public static void change(Path folder, UnaryOperator<Settings> change) {
        var changed = change.apply(in(folder));
        var kept = file(folder).read();
        kept.put(THEME, changed.theme());
        kept.put(LANGUAGE, changed.language().toLanguageTag());
        kept.put(START, changed.start());
        write(folder, kept);
    }

    /// All that is kept in a folder, also what this version does not know.
    ///
    /// @throws ProblemException with [org.roamledger.problem.Problem.FileUnreadable]
    public static Map<String, String> kept(Path folder) {
        return file(folder).read();
    }

    /// Keeps what was read and changed.
    static void write(Path folder, Map<String, String> kept) {
        kept.putIfAbsent(VERSION_KEY, String.valueOf(VERSION));
        file(folder).write(kept);
    }

    static PrivateJson file(Path folder) {
        return new PrivateJson(folder, "settings.json");
    }
}
