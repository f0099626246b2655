package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.report.ReportTable;

import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;

/// Nothing holds a window that was closed, nor what another took the place of.
@Tag("screen")
class ClosedWindowTest {

    @Test
    void aClosedWindowIsForgotten() {
        awaitForgotten(openedAndClosed());
    }

    private static WeakReference<Scene> openedAndClosed() {
        var engine = new CannedEngine();
        try (var window = OpenWindow.inEnglish(engine)) {
            until(() -> table(window).getItems().size() == engine.size);
            return new WeakReference<>(onScreen(window.stage::getScene));
        }
    }

    @Test
    void aWindowThatIsClosedWhileItStillWaitsIsForgotten() {
        awaitForgotten(closedWhileLoading());
    }

    private static WeakReference<Scene> closedWhileLoading() {
        var engine = new CannedEngine();
        engine.gate = new CountDownLatch(1);
        var window = OpenWindow.inEnglish(engine);
        until(() -> window.find(".ring-progress-indicator").isVisible());
        doOnScreen(window.stage::hide);
        return new WeakReference<>(onScreen(window.stage::getScene));
    }

    @Test
    void theWindowOfAnotherLanguageIsForgotten() {
        var engine = new CannedEngine();
        try (var window = OpenWindow.inEnglish(engine)) {
            until(() -> table(window).getItems().size() == engine.size);
            awaitForgotten(inAnotherLanguage(window));
        }
    }

    private static WeakReference<ReportTable> inAnotherLanguage(OpenWindow window) {
        var before = new WeakReference<>(onScreen(() -> table(window)));
        doOnScreen(
                () ->
                        window.<MenuBar>find(".menu-bar").getMenus().get(2).getItems().stream()
                                .filter(Menu.class::isInstance)
                                .map(Menu.class::cast)
                                .toList()
                                .getLast()
                                .getItems()
                                .get(1)
                                .fire());
        until(() -> !table(window).equals(before.get()));
        return before;
    }

    private static ReportTable table(OpenWindow window) {
        return window.find("#report");
    }

    /// What is under way to the screen may hold it for a while.
    private static void awaitForgotten(WeakReference<?> gone) {
        until(
                () -> {
                    System.gc();
                    return gone.get() == null;
                });
    }
}
