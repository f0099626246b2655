package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.document.PrintOrder.Sides;
import org.roamledger.document.Printers.Printer;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.palette.Entry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

@Tag("screen")
class SettlementJourneyTest {

    private static int rows(OpenWindow window) {
        return window.<TableView<?>>find("#report").getItems().size();
    }

    @Test
    void aGroupLeadsToItsRowsAndBack() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            SettlementScreens.drilled(window);
            until(() -> rows(window) > 0 && rows(window) < 4_000);
            doOnScreen(() -> window.<ButtonBase>find("#drill-back").fire());
            until(() -> rows(window) == 4_000 && window.find("#settlement").isFocused());
            assertThat(window.find("#drill").isVisible()).isFalse();
        }
    }

    @Test
    void levelsAreMovedAndTakenAwayByKeys() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            SettlementScreens.regrouped(window);
            assertThat(window.find("#level-provider_id").isFocused()).isTrue();
            doOnScreen(() -> window.press("#level-provider_id", KeyCode.DELETE, false));
            until(() -> window.stage.getScene().lookup("#level-provider_id") == null);
        }
    }

    @Test
    void theSettlementFollowsTheFilterAndSaysThatItComesToTheTotals() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            SettlementScreens.open(window);
            var before = SettlementScreens.table(window).getItems();
            doOnScreen(() -> window.<TextField>find("#search").setText("SE*EON"));
            until(() -> !SettlementScreens.table(window).getItems().equals(before));
            assertThat(window.<Label>find("#settlement-proof").getText())
                    .startsWith("The groups come to the totals below");
        }
    }

    @Test
    void thePreviewSavesThePdfAndSaysWhyItCannotPrint() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            window.exportTarget = Optional.of(Path.of("settlement.pdf"));
            SettlementScreens.preview(window);
            until(() -> told(window).startsWith("No printer was found"));
            assertThat(window.findInPopup("#preview-print").isDisabled()).isTrue();
            doOnScreen(() -> window.pressInPopup("#preview-save"));
            until(() -> told(window).equals("settlement.pdf was saved."));
            assertThat(window.engine.documents.saved).containsExactly(Path.of("settlement.pdf"));
            window.closePopup();
        }
    }

    @Test
    void thePreviewTurnsPagesAndHandsTheDocumentToAPrinter() {
        var engine = new CannedEngine();
        engine.documents.printers = List.of(new Printer("Office", EnumSet.allOf(Sides.class)));
        try (var window = OpenWindow.inEnglish(engine)) {
            SettlementScreens.preview(window);
            doOnScreen(() -> window.pressInPopup("#preview-next"));
            until(
                    () ->
                            window.<Label>findInPopup("#preview-place")
                                    .getText()
                                    .startsWith("Page 2 of"));
            doOnScreen(() -> window.pressInPopup("#preview-print"));
            window.awaitPopup("#print-printer");
            var pages = window.<Spinner<Integer>>findInPopup("#print-last").getValue();
            assertThat(pages).isGreaterThan(1);
            doOnScreen(() -> window.pressInPopup("#print-go"));
            until(() -> !engine.documents.printed.isEmpty());
            assertThat(engine.documents.printed)
                    .containsExactly(
                            "1 x settlement_2026-10-01_2026-10-31.pdf, 1 to %d, ONE, on Office"
                                    .formatted(pages));
            until(() -> told(window).equals("The document was handed to Office."));
            window.closePopup();
        }
    }

    @Test
    void theAnswerOfTheSystemsDialogIsPrinted() {
        var engine = new CannedEngine();
        engine.documents.printers = List.of(new Printer("Office", Set.of(Sides.ONE)));
        try (var window = OpenWindow.inEnglish(engine)) {
            SettlementScreens.preview(window);
            until(() -> !window.findInPopup("#preview-print").isDisabled());
            doOnScreen(() -> window.pressInPopup("#preview-print"));
            window.awaitPopup("#print-printer");
            doOnScreen(() -> window.pressInPopup("#print-system"));
            until(() -> !engine.documents.printed.isEmpty());
            assertThat(engine.documents.printed)
                    .containsExactly(
                            "3 x settlement_2026-10-01_2026-10-31.pdf, 1 to 1 and 3 to 4,"
                                    + " SHORT_EDGE, on Office");
            window.closePopup();
        }
    }

    @Test
    void theDocumentSpeaksAnotherLanguageThanTheWindowAndIsSavedWithItsNumber() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            window.exportTarget = Optional.of(Path.of("settlement.pdf"));
            SettlementScreens.preview(window);
            doOnScreen(
                    () ->
                            window.<ComboBox<Locale>>findInPopup("#preview-language")
                                    .setValue(Locale.of("fi")));
            until(() -> !window.findInPopup("#preview-save").isDisabled());
            doOnScreen(() -> window.pressInPopup("#preview-save"));
            until(() -> told(window).equals("settlement.pdf was saved."));
            assertThat(window.engine.documents.languages)
                    .endsWith(Locale.of("fi"))
                    .startsWith(Locale.ENGLISH);
            window.closePopup();
        }
    }

    @Test
    void anotherLanguageAndTheNumberAreSeenAtOnce() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            window.exportTarget = Optional.of(Path.of("settlement.pdf"));
            SettlementScreens.preview(window);
            var english = onScreen(() -> sheet(window));
            doOnScreen(
                    () ->
                            window.<ComboBox<Locale>>findInPopup("#preview-language")
                                    .setValue(Locale.of("fi")));
            until(() -> !Arrays.equals(english, sheet(window)));
            until(() -> !window.findInPopup("#preview-save").isDisabled());
            var draft = onScreen(() -> sheet(window));
            doOnScreen(() -> window.pressInPopup("#preview-save"));
            until(() -> !Arrays.equals(draft, sheet(window)));
            window.closePopup();
        }
    }

    /// The points of the page that is shown.
    private static int[] sheet(OpenWindow window) {
        var image = window.<ImageView>findInPopup(".preview-sheet").getImage();
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var points = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), points, 0, width);
        return points;
    }

    @Test
    void figuresAreSavedInTheLanguageOfTheDocument() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            window.exportTarget = Optional.of(Path.of("avräkning.xlsx"));
            SettlementScreens.preview(window);
            doOnScreen(
                    () ->
                            window.<ComboBox<Locale>>findInPopup("#preview-language")
                                    .setValue(Locale.of("sv")));
            until(() -> !window.findInPopup("#preview-save").isDisabled());
            doOnScreen(() -> window.pressInPopup("#preview-save"));
            until(() -> told(window).equals("avräkning.xlsx was saved."));
            assertThat(window.engine.documents.tableLanguages).containsExactly(Locale.of("sv"));
            window.closePopup();
        }
    }

    private static MenuItem settleSelected(OpenWindow window) {
        return window.<MenuBar>find(".menu-bar").getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> Command.SETTLE_SELECTED.name().equals(item.getId()))
                .findAny()
                .orElseThrow();
    }

    private static void select(OpenWindow window, int... places) {
        Screens.awaitRows(window);
        doOnScreen(
                () ->
                        window.<TableView<?>>find("#report")
                                .getSelectionModel()
                                .selectIndices(places[0], places));
        until(() -> selected(window).endsWith(" " + places.length));
    }

    private static String selected(OpenWindow window) {
        return window.<Labeled>find("#totals-selected").getText();
    }

    @Test
    void theSelectedSessionsAreSettled() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            select(window, 2, 3, 5, 8);
            window.exportTarget = Optional.of(Path.of("selection.xlsx"));
            window.choose(Command.SETTLE_SELECTED);
            window.awaitPopup("#preview-page");
            until(() -> !window.findInPopup("#preview-save").isDisabled());
            var view = window.engine.documents.settled.getFirst().view();
            assertThat(view.size()).isEqualTo(4);
            assertThat(view.chosenFrom()).isEqualTo(4_000);
            doOnScreen(() -> window.pressInPopup("#preview-save"));
            until(() -> told(window).equals("selection.xlsx was saved."));
            assertThat(window.engine.documents.settled.getLast().view()).isSameAs(view);
            window.closePopup();
        }
    }

    @Test
    void theSettlementOfTheSelectionIsOfferedWhereSomethingIsSelected() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            Screens.awaitRows(window);
            assertThat(onScreen(() -> settleSelected(window).isDisable())).isTrue();
            assertThat(inColumnMenu(window)).isFalse();
            assertThat(inPalette(window)).isFalse();
            select(window, 2, 3);
            assertThat(onScreen(() -> settleSelected(window).isDisable())).isFalse();
            assertThat(inColumnMenu(window)).isTrue();
            assertThat(inPalette(window)).isTrue();
        }
    }

    /// Whether the menu of the table would do it.
    private static boolean inColumnMenu(OpenWindow window) {
        window.choose(Command.COLUMN_MENU);
        window.awaitPopup("#menu-SETTLE_SELECTED");
        var menu = (ContextMenu) window.popupScene().getWindow();
        var possible =
                onScreen(
                        () ->
                                menu.getItems().stream()
                                        .filter(item -> "menu-SETTLE_SELECTED".equals(item.getId()))
                                        .noneMatch(MenuItem::isDisable));
        window.closePopup();
        return possible;
    }

    private static boolean inPalette(OpenWindow window) {
        window.choose(Command.PALETTE);
        doOnScreen(() -> window.<TextField>find("#palette-search").setText("selected sessions"));
        var listed =
                onScreen(
                        () ->
                                window.<ListView<Entry>>find("#palette-list").getItems().stream()
                                        .map(Entry::id)
                                        .anyMatch(Command.SETTLE_SELECTED.name()::equals));
        doOnScreen(() -> window.press("#palette-search", KeyCode.ESCAPE, false));
        return listed;
    }

    @Test
    void thePreviewOfVeryManySelectedSessionsIsThereBeforeTheDocument() {
        var engine = new CannedEngine();
        engine.size = Boolean.getBoolean("roamledger.nightly") ? 1_000_000 : 100_000;
        engine.documents.gate = new CountDownLatch(1);
        try (var window = OpenWindow.inEnglish(engine)) {
            until(() -> rows(window) == engine.size);
            window.choose(Command.SELECT_ALL);
            until(() -> !settleSelected(window).isDisable());
            window.choose(Command.SETTLE_SELECTED);
            window.awaitPopup("#preview-page");
            until(() -> !engine.documents.settled.isEmpty());
            assertThat(onScreen(() -> window.findInPopup("#preview-save").isDisabled())).isTrue();
            engine.documents.gate.countDown();
            until(() -> !window.findInPopup("#preview-save").isDisabled());
            var view = engine.documents.settled.getFirst().view();
            assertThat(view.totals().rows()).isEqualTo(engine.size);
            window.closePopup();
        }
    }

    @Test
    void everyPartnerGetsAFileOfItsOwn() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            SettlementScreens.open(window);
            window.exportTarget = Optional.of(Path.of("october"));
            window.choose(Command.PARTNER_FILES);
            until(() -> window.engine.documents.saved.size() > 3);
            assertThat(window.engine.documents.saved)
                    .contains(Path.of("october", "DE-8EO.pdf"))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void letterheadAndRoundingAreKept() {
        try (var window = OpenWindow.inEnglish(new CannedEngine())) {
            SettlementScreens.terms(window);
            var documents = window.engine.documents;
            doOnScreen(
                    () -> {
                        window.<TextField>findInPopup("#terms-name").setText("Åkes Ström AB");
                        window.<TextField>findInPopup("#terms-partner").setText("FR-GIR");
                        window.pressInPopup("#terms-keep");
                    });
            until(() -> documents.terms.letterhead().name().equals("Åkes Ström AB"));
            // Typed, with no rounding of its own.
            assertThat(documents.terms.rounding().byPartner()).containsOnlyKeys("DE*8EO");
            assertThat(documents.terms.letterhead().address()).endsWith("Göteborg");
        }
    }

    private static String told(OpenWindow window) {
        return window.<Label>findInPopup("#preview-told").getText();
    }
}
