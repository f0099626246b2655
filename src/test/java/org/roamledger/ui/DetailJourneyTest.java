package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.OpenWindow.untilEmpty;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.shell.Kept;
import org.roamledger.ui.shell.Look;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.Optional;

/// Looking at one session, and at what was rejected, as a person does.
@Tag("screen")
class DetailJourneyTest {

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window;

    @BeforeEach
    void open() {
        window = OpenWindow.inEnglish(engine);
        until(() -> table().getItems().size() == 4_000);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<?> table() {
        return window.find("#report");
    }

    private String title() {
        return window.<Label>find("#detail-title").getText();
    }

    private void lookAtRow(int row) {
        OpenWindow.doOnScreen(
                () -> {
                    table().requestFocus();
                    table().getSelectionModel().clearAndSelect(row);
                });
    }

    /// Selects rows until one is that of the session.
    private void lookAt(String cdrId) {
        var rows = onScreen(() -> table().getItems().size());
        for (var row = 0; row < rows; row++) {
            var before = onScreen(this::title);
            lookAtRow(row);
            until(() -> !title().equals(before));
            if (onScreen(this::title).equals(cdrId)) {
                return;
            }
        }
        throw new AssertionError("no row of " + cdrId);
    }

    private void search(String text) {
        OpenWindow.doOnScreen(() -> window.<TextInputControl>find("#search").setText(text));
    }

    @Test
    void enterOpensTheDetailsOfTheSelectedSessionAndClosesThem() {
        lookAtRow(3);
        robot.push(KeyCode.ENTER);
        until(() -> title().startsWith("CDR-"));
        until(() -> window.<ListView<?>>find("#detail-values-list").getItems().size() == 24);
        robot.push(KeyCode.ENTER);
        until(() -> window.stage.getScene().lookup("#detail") == null);
    }

    @Test
    void anotherRowIsToldAsSoonAsItIsSelected() {
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        lookAtRow(1);
        until(() -> title().startsWith("CDR-"));
        var first = onScreen(this::title);
        lookAtRow(2);
        until(() -> !title().equals(first) && title().startsWith("CDR-"));
    }

    @Test
    void theLinkToTheCreditSelectsItsRow() {
        search("CDR-2610001");
        until(() -> table().getItems().size() == 10);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        lookAt("CDR-26100017-C");
        assertThat(onScreen(() -> window.<Hyperlink>find("#detail-partner").getText()))
                .isEqualTo("Takes back CDR-26100016");
        OpenWindow.doOnScreen(() -> window.<Hyperlink>find("#detail-partner").fire());
        until(() -> title().equals("CDR-26100016"));
    }

    @Test
    void aSessionThatWasChangedShowsBothVersions() {
        OpenWindow.doOnScreen(() -> window.<CheckBox>find("#changed-only").fire());
        until(() -> table().getItems().size() == 57);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        lookAtRow(0);
        until(() -> title().startsWith("CDR-"));
        OpenWindow.doOnScreen(
                () ->
                        ((TabPane) window.find("#detail").lookup(".tab-pane"))
                                .getSelectionModel()
                                .selectLast());
        until(() -> !window.<TableView<?>>find("#detail-differences").getItems().isEmpty());
    }

    @Test
    void theWidthIsKeptWhileTheWindowIsOpen() {
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        until(() -> window.stage.getScene().lookup(".detail-split") instanceof SplitPane);
        var split = window.<SplitPane>find(".detail-split");
        OpenWindow.doOnScreen(() -> split.setDividerPositions(0.5));
        until(() -> Math.abs(split.getDividerPositions()[0] - 0.5) < 0.02);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        until(() -> split.getItems().size() == 1);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        until(
                () ->
                        split.getItems().size() == 2
                                && Math.abs(split.getDividerPositions()[0] - 0.5) < 0.02);
    }

    @Test
    void aFailureIsToldAndTriedAgain() {
        engine.detailProblem = new Problem.StoreBusy(Path.of("sessions.db"));
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        lookAtRow(1);
        until(() -> window.find("#detail").lookup(".button.try-again") instanceof Button);
        engine.detailProblem = null;
        OpenWindow.doOnScreen(
                () -> ((Button) window.find("#detail").lookup(".button.try-again")).fire());
        until(() -> title().startsWith("CDR-"));
    }

    @Test
    void whatWasRejectedIsListedReadAgainAndExported() {
        until(() -> window.<Hyperlink>find("#rejected").getText().equals("3 rejected"));
        OpenWindow.doOnScreen(() -> window.<Hyperlink>find("#rejected").fire());
        var list = onScreen(() -> window.<TableView<?>>findInPopup("#rejects"));
        OpenWindow.doOnScreen(() -> list.getSelectionModel().select(0));
        until(() -> window.<TextArea>findInPopup("#reject-raw").getText().contains("CDR-91"));
        OpenWindow.doOnScreen(() -> window.pressInPopup("#rejects-retrySelected"));
        until(() -> list.getItems().size() == 2);
        window.exportTarget = Optional.of(Path.of("rejects.csv"));
        OpenWindow.doOnScreen(() -> window.pressInPopup("#rejects-export"));
        until(() -> engine.exported.contains(Path.of("rejects.csv")));
        OpenWindow.doOnScreen(() -> window.pressInPopup("#rejects-retryAll"));
        until(() -> list.getItems().isEmpty());
        window.closePopup();
        until(() -> !window.find("#rejected").isVisible());
    }

    @Test
    void withTheDetailsOpenEverythingHasANameAndNothingIsCutOff() {
        for (var language : Words.LANGUAGES) {
            window.close();
            engine.left = Kept.FIRST;
            window = OpenWindow.of(engine, new Look(Look.Theme.LIGHT, language), 1280, 720);
            until(() -> table().getItems().size() == 4_000);
            lookAtRow(4);
            robot.push(KeyCode.ENTER);
            until(() -> title().startsWith("CDR-"));
            untilEmpty(() -> WindowTest.cutOff(window.stage.getScene().getRoot()));
            assertThat(onScreen(() -> WindowTest.nameless(window.stage.getScene().getRoot())))
                    .isEmpty();
        }
    }
}
