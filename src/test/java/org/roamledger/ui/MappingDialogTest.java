package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.session.ReportColumn;
import org.roamledger.wire.mapping.EnergyUnit;
import org.roamledger.wire.mapping.TaxBasis;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;

/// A partner's list from the file to the report.
@Tag("screen")
class MappingDialogTest {

    @TempDir Path folder;
    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private final OpenWindow window = OpenWindow.inEnglish(engine);

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aListIsImportedByTheKeyboardOnceItsQuestionsAreAnswered() {
        until(() -> !window.<TableView<?>>find("#report").getItems().isEmpty());
        var list = PartnerList.write(folder);
        window.toImport = List.of(list);
        robot.push(KeyCode.CONTROL, KeyCode.I);
        window.awaitPopup("#mapping-sample");
        assertThat(onScreen(() -> window.<Button>findInPopup("#mapping-import").isDisabled()))
                .isTrue();
        assertThat(onScreen(() -> window.<Label>findInPopup("#mapping-open").getText()))
                .contains("Wh or kWh", "VAT");
        assertThat(onScreen(() -> window.<ComboBox<?>>findInPopup("#file-column-10").isDisabled()))
                .as("the card's number cannot be imported")
                .isTrue();
        until(() -> window.<ComboBox<?>>findInPopup("#mapping-unit").isFocused());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);
        until(() -> EnergyUnit.KWH == window.<ComboBox<?>>findInPopup("#mapping-unit").getValue());
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.DOWN);
        until(() -> TaxBasis.GROSS == window.<ComboBox<?>>findInPopup("#mapping-basis").getValue());
        until(() -> sampled() == 20);
        robot.clickOn(onScreen(() -> window.<Button>findInPopup("#mapping-import")));
        until(() -> !engine.mappings.isEmpty());
        assertThat(engine.imported).containsExactly(list);
        var mapping = engine.mappings.getFirst();
        assertThat(mapping.openQuestions()).isEmpty();
        assertThat(mapping.has(ReportColumn.PROVIDER_ID)).isTrue();
        until(() -> window.find("#notices").lookup(".notification") != null);
    }

    private int sampled() {
        return window.<TableView<?>>findInPopup("#mapping-sample").getItems().size();
    }
}
