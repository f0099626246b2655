package org.roamledger.ui;

import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.Look.Theme;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Draws every screen in both themes and two languages into a folder, to be looked at.
///
/// The folder is the first argument; the others are beginnings of the names that are wanted, else
/// all are. Run it with the system properties that the tests of screens have.
final class Screenshots {

    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private final Path folder;
    private final List<String> wanted;

    private Screenshots(Path folder, List<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    public static void main(String[] args) {
        var wanted = List.of(args).subList(1, args.length);
        // The toolkit's threads would keep a failed run alive.
        Thread.setDefaultUncaughtExceptionHandler(
                (_, fault) -> {
                    if (!isOfTheMissingDisplay(fault)) {
                        fault.printStackTrace();
                        System.exit(1);
                    }
                });
        new Screenshots(Path.of(args[0]), wanted).draw();
        System.exit(0);
    }

    /// What is in a window that is being resized does not fit the screen that is not there; what is
    /// drawn here is taken from the window itself.
    private static boolean isOfTheMissingDisplay(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .anyMatch(frame -> frame.getClassName().endsWith(".monocle.Framebuffer"));
    }

    private void draw() {
        for (var screen : Screens.all()) {
            for (var theme : THEMES) {
                LANGUAGES.forEach(language -> draw(screen, theme, language));
            }
        }
    }

    private void draw(Screen screen, Theme theme, Locale language) {
        var name =
                "%s-%s-%s"
                        .formatted(
                                screen.name(),
                                theme.name().toLowerCase(Locale.ROOT),
                                language.getLanguage());
        if (!wanted.isEmpty() && wanted.stream().noneMatch(name::startsWith)) {
            return;
        }
        var size = screen.size();
        var look = new Look(theme, language);
        try (var window = screen.show(look, size.width(), size.height())) {
            OpenWindow.draw(screen.scene(window), folder.resolve(name + ".png"));
        }
    }
}
