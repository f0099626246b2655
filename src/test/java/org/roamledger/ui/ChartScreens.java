package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.Screens.page;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;

import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;

import java.util.List;

/// The charts, as pictures and as tables.
final class ChartScreens {

    static final List<Screen> ALL =
            List.of(
                    page("charts", ChartScreens::charts),
                    page("charts-end", ChartScreens::scrolled),
                    page("charts-large", ChartScreens::charts).inSize(2560, 1400),
                    page("charts-table", ChartScreens::asTables).inSize(1600, 1000));

    private ChartScreens() {}

    private static void charts(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.SHOW_CHARTS);
        until(() -> window.stage.getScene().lookup(".chart-bar") != null);
    }

    private static void scrolled(OpenWindow window) {
        charts(window);
        doOnScreen(() -> window.<ScrollPane>find(".charts-scroll").setVvalue(1));
    }

    private static void asTables(OpenWindow window) {
        charts(window);
        doOnScreen(
                () ->
                        window.stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                                .filter(
                                        button ->
                                                String.valueOf(button.getId())
                                                        .startsWith("chart-table-"))
                                .forEach(button -> ((ButtonBase) button).fire()));
    }
}
