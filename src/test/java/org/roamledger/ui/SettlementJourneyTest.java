package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
            assertThat(window.engine.saved).containsExactly(Path.of("settlement.pdf"));
            window.closePopup();
        }
    }

    @Test
    void thePreviewTurnsPagesAndHandsTheDocumentToAPrinter() {
        var engine = new CannedEngine();
        engine.printers = List.of("Office");
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
            doOnScreen(() -> window.pressInPopup("#print-go"));
            until(() -> !engine.printed.isEmpty());
            assertThat(engine.printed)
                    .containsExactly("1 x settlement_2026-10-01_2026-10-31.pdf on Office");
            until(() -> told(window).equals("The document was handed to Office."));
            window.closePopup();
        }
    }

    private static String told(OpenWindow window) {
        return window.<Label>findInPopup("#preview-told").getText();
    }
}
