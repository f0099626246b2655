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

import org.roamledger.document.PrintOrder.Sides;
import org.roamledger.document.Printers.Printer;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.Letterhead;
import org.roamledger.report.Rounding;
import org.roamledger.report.Rounding.Each;
import org.roamledger.report.Rounding.Mode;
import org.roamledger.report.RoundingRules;
import org.roamledger.ui.Screens.Screen;
import org.roamledger.ui.base.Command;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
                            engine ->
                                    engine.documents.printers =
                                            List.of(
                                                    new Printer(
                                                            "Office, second floor",
                                                            EnumSet.allOf(Sides.class)),
                                                    new Printer("PDF", Set.of(Sides.ONE))),
                            SettlementScreens::print),
                    dialog("terms", SettlementScreens::terms));

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

    @SuppressWarnings("NullAway") // which does not see in a class file that an array may be absent
    static void terms(OpenWindow window) {
        window.engine.documents.terms =
                new DocumentTerms(
                        new Letterhead(
                                "Nordvolt Laddnät AB",
                                "Ångströmsvägen 12\n411 03 Göteborg",
                                "SE556677889901",
                                null),
                        RoundingRules.NONE
                                .with(null, new Rounding(Mode.HALF_UP, Each.GROUP))
                                .with("DE*8EO", new Rounding(Mode.UP, Each.ROW)));
        Screens.awaitRows(window);
        window.choose(Command.DOCUMENT_TERMS);
        window.awaitPopup("#terms-name");
        until(() -> !window.<TextField>findInPopup("#terms-name").getText().isEmpty());
    }

    private static void print(OpenWindow window) {
        preview(window);
        doOnScreen(() -> window.pressInPopup("#preview-print"));
        window.awaitPopup("#print-printer");
    }
}
