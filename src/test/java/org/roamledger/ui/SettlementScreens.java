package org.roamledger.ui;

import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.Screens.dialog;
import static org.roamledger.ui.Screens.page;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;

import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;

import java.util.List;

/// The settlement, grouped in some ways, and its document.
final class SettlementScreens {

    static final List<Screen> ALL =
            List.of(
                    page("settlement", SettlementScreens::open),
                    page("settlement-large", SettlementScreens::open).inSize(1600, 1000),
                    page("settlement-regrouped", SettlementScreens::regrouped),
                    page("settlement-drilled", SettlementScreens::drilled),
                    page("settlement-none", SettlementScreens::none),
                    dialog("preview", SettlementScreens::preview),
                    dialog(
                            "print",
                            engine -> engine.printers = List.of("Office, second floor", "PDF"),
                            SettlementScreens::print));

    private SettlementScreens() {}

    static void open(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.SHOW_SETTLEMENT);
        until(() -> !table(window).getItems().isEmpty());
        doOnScreen(() -> table(window).getSelectionModel().clearAndSelect(4));
    }

    static TableView<?> table(OpenWindow window) {
        return window.find("#settlement");
    }

    static void regrouped(OpenWindow window) {
        open(window);
        doOnScreen(() -> window.press("#level-provider_id", KeyCode.LEFT, true));
        doOnScreen(() -> window.press("#level-provider_id", KeyCode.LEFT, true));
        doOnScreen(() -> window.<ButtonBase>find("#settlement-expand").fire());
        until(() -> table(window).getItems().size() > 200);
    }

    static void drilled(OpenWindow window) {
        open(window);
        doOnScreen(() -> window.press("#settlement", KeyCode.ENTER, false));
        until(() -> window.find("#drill").isVisible());
        Screens.awaitRows(window);
    }

    private static void none(OpenWindow window) {
        open(window);
        doOnScreen(() -> window.<TextField>find("#search").setText("no such"));
        until(() -> window.find("#empty-state").isVisible());
    }

    static void preview(OpenWindow window) {
        Screens.awaitRows(window);
        window.choose(Command.PRINT_PREVIEW);
        window.awaitPopup("#preview-page");
        until(
                () ->
                        window.popupScene().lookup(".preview-sheet") instanceof ImageView sheet
                                && sheet.getImage() != null
                                && sheet.getFitWidth() > 900);
    }

    private static void print(OpenWindow window) {
        preview(window);
        doOnScreen(() -> window.pressInPopup("#preview-print"));
        window.awaitPopup("#print-printer");
    }
}
