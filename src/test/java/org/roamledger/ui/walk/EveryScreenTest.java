package org.roamledger.ui.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.application.Application;
import javafx.scene.Scene;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.ui.Screens;
import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.Skin;
import org.roamledger.ui.shell.Look;
import org.roamledger.ui.shell.Look.Theme;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Walks over every screen and dialog, or with `-Dscreens=source` over those whose names begin so.
@Tag("screen")
@Tag("walk")
class EveryScreenTest {

    private static final Look ENGLISH = new Look(Theme.LIGHT, Locale.ENGLISH);
    private static final Look LONGER = new Look(Theme.LIGHT, PseudoLanguage.LOCALE);

    @BeforeAll
    static void makeLanguage() {
        PseudoLanguage.make();
    }

    private static List<Screen> screens() {
        var wanted = System.getProperty("screens", "");
        return Screens.all().stream().filter(screen -> screen.name().startsWith(wanted)).toList();
    }

    /// Once through all of it, with the longest texts in the smallest window.
    @ParameterizedTest
    @MethodSource("screens")
    @Tag("slow")
    void everythingIsNamedReachedByKeysReadableAndWhole(Screen screen) {
        try (var window = screen.show(LONGER, 1280, 720)) {
            var scene = screen.scene(window);
            var faults = new ArrayList<String>();
            // At once, for what comes later is not laid out.
            doOnScreen(
                    () -> {
                        layOut(scene);
                        faults.addAll(Names.faults(scene));
                        faults.addAll(Room.cutOff(scene));
                        faults.addAll(Contrast.faults(scene));
                        faults.addAll(Painting.inVain(scene));
                    });
            doOnScreen(() -> scene.getWindow().requestFocus());
            until(() -> scene.getWindow().isFocused());
            faults.addAll(onScreen(() -> Keys.faults(scene)));
            assertThat(faults).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Tag("nightly")
    void textsAreReadableInEverySkin(Screen screen) {
        var faults = new ArrayList<String>();
        for (var skin : Skin.values()) {
            try (var window = in(skin, screen).show(ENGLISH, 1280, 720)) {
                var scene = screen.scene(window);
                var pale =
                        onScreen(
                                () -> {
                                    layOut(scene);
                                    return Contrast.faults(scene);
                                });
                pale.forEach(fault -> faults.add(skin + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }

    /// What stands above the window takes over its colours when it opens.
    private static Screen in(Skin skin, Screen screen) {
        return new Screen(
                screen.name(),
                screen.size(),
                screen.before(),
                window -> {
                    doOnScreen(() -> dress(window.stage.getScene(), skin));
                    screen.open().accept(window);
                },
                screen.above());
    }

    private static void dress(Scene scene, Skin skin) {
        Application.setUserAgentStylesheet(skin.theme());
        scene.getStylesheets().setAll(skin.sheets());
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    @ParameterizedTest
    @MethodSource("screens")
    @Tag("nightly")
    void nothingIsOutOfReachAtTwiceTheScale(Screen screen) {
        assertThat(outside(screen, 640, 360)).isEmpty();
    }

    private static List<String> outside(Screen screen, int width, int height) {
        try (var window = screen.show(ENGLISH, width, height)) {
            var scene = screen.scene(window);
            return onScreen(
                    () -> {
                        var most = scene.getWindow();
                        most.setWidth(Math.min(width, most.getWidth()));
                        most.setHeight(Math.min(height, most.getHeight()));
                        layOut(scene);
                        return Room.outside(scene);
                    });
        }
    }
}
