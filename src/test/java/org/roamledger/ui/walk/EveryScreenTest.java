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
import java.util.function.Function;

/// Walks over every screen and dialog, or with `-Dscreens=source` over those whose names begin so.
@Tag("screen")
@Tag("nightly")
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

    @ParameterizedTest
    @MethodSource("screens")
    void everythingIsNamedReachedByKeysAndReadableInEverySkin(Screen screen) {
        try (var window = screen.show(ENGLISH, 1280, 720)) {
            var scene = screen.scene(window);
            doOnScreen(() -> layOut(scene));
            var faults = new ArrayList<String>();
            faults.addAll(onScreen(() -> Names.faults(scene)));
            doOnScreen(() -> scene.getWindow().requestFocus());
            until(() -> scene.getWindow().isFocused());
            faults.addAll(onScreen(() -> Keys.faults(scene)));
            for (var skin : Skin.values()) {
                doOnScreen(() -> dress(window.stage.getScene(), skin));
                doOnScreen(() -> layOut(scene));
                var pale = onScreen(() -> Contrast.faults(scene));
                pale.forEach(fault -> faults.add(skin + " " + fault));
            }
            assertThat(faults).isEmpty();
        }
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
    void textsMayBeLongerInTheSmallestWindow(Screen screen) {
        assertThat(found(screen, LONGER, 1280, 720, Room::cutOff)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingIsOutOfReachAtTwiceTheScale(Screen screen) {
        assertThat(found(screen, ENGLISH, 640, 360, Room::outside)).isEmpty();
    }

    private static List<String> found(
            Screen screen, Look look, int width, int height, Function<Scene, List<String>> walk) {
        try (var window = screen.show(look, width, height)) {
            var scene = screen.scene(window);
            doOnScreen(
                    () -> {
                        var most = scene.getWindow();
                        most.setWidth(Math.min(width, most.getWidth()));
                        most.setHeight(Math.min(height, most.getHeight()));
                    });
            doOnScreen(() -> layOut(scene));
            return onScreen(() -> walk.apply(scene));
        }
    }
}
