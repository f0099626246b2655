package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;

import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.filter.Preset;

import java.util.List;

/// The states of the charts worth looking at.
final class ChartScreens {

    static final List<Screen> ALL =
            List.of(
                    Screens.page("charts", ChartScreens::open),
                    Screens.page("charts-end", ChartScreens::end),
                    Screens.page("charts-window", ChartScreens::open).inSize(1600, 1000),
                    Screens.page("charts-large", ChartScreens::open).inSize(2560, 1400),
                    Screens.page("charts-numbers", ChartScreens::numbers).inSize(1600, 1000),
                    Screens.page("charts-none", engine -> engine.size = 0, ChartScreens::choose));

    private ChartScreens() {}

    private static void choose(OpenWindow window) {
        window.choose(Command.SHOW_CHARTS);
    }

    private static void open(OpenWindow window) {
        doOnScreen(
                () ->
                        window.<ComboBox<Preset>>find("#period-preset")
                                .setValue(Preset.THIS_QUARTER));
        choose(window);
        until(() -> window.stage.getScene().lookup(".chart-bar") != null);
    }

    private static void end(OpenWindow window) {
        open(window);
        doOnScreen(() -> window.<ScrollPane>find(".charts-scroll").setVvalue(1));
    }

    private static void numbers(OpenWindow window) {
        open(window);
        doOnScreen(
                () ->
                        window.find("#charts").lookupAll(".toggle-button").stream()
                                .forEach(button -> ((ButtonBase) button).fire()));
    }
}
