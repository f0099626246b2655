package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.Screens.dialog;
import static org.roamledger.ui.Screens.page;

import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.roamledger.ui.Screens.Screen;

import java.util.List;

/// Some conditions, sections with bars, and the filter of a column of each kind.
final class FilterScreens {

    static final List<Screen> ALL =
            List.of(
                    page("filters-currencies", FilterScreens::withBars),
                    page("filters", FilterScreens::some).inSize(1600, 900),
                    page("filters-small", FilterScreens::some),
                    dialog("filters-currency", FilterScreens::currency),
                    dialog("filters-ids", FilterScreens::ids),
                    dialog("filters-price", window -> filterOf(window, "price")),
                    dialog("filters-start", window -> filterOf(window, "start_time")),
                    dialog("filters-station", window -> filterOf(window, "station_name")));

    private FilterScreens() {}

    private static void withBars(OpenWindow window) {
        Screens.awaitRows(window);
        doOnScreen(
                () -> {
                    for (var section : List.of("network", "provider_id", "currency")) {
                        window.<TitledPane>find("#section-" + section).setExpanded(false);
                    }
                    for (var section : List.of("price", "energy_wh")) {
                        window.<TitledPane>find("#section-" + section).setExpanded(true);
                    }
                });
    }

    private static void some(OpenWindow window) {
        currency(window);
        window.closePopup();
    }

    private static void filterOf(OpenWindow window, String column) {
        withBars(window);
        doOnScreen(
                () -> {
                    window.<TextField>find("#least-energy_wh").setText("5");
                    window.<TextField>find("#least-energy_wh").fireEvent(new ActionEvent());
                    window.<TextField>find("#search").setText("SE*");
                    window.<ButtonBase>find("#changed-only").fire();
                });
        window.openFilter(column);
    }

    private static void currency(OpenWindow window) {
        filterOf(window, "currency");
        until(() -> window.<ListView<?>>findInPopup("#facet-currency").getItems().size() > 2);
        doOnScreen(
                () -> {
                    var list = window.<ListView<?>>findInPopup("#facet-currency");
                    list.getFocusModel().focus(1);
                    list.fireEvent(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.SPACE,
                                    false,
                                    false,
                                    false,
                                    false));
                });
    }

    private static void ids(OpenWindow window) {
        filterOf(window, "cdr_id");
        doOnScreen(
                () -> {
                    window.<TextArea>findInPopup("#pasted-ids").setText("one; two");
                    window.pressInPopup("#apply-ids");
                });
    }
}
