package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.base.Engine.Picture;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The page of charts as its users meet it.
@Tag("screen")
class ChartsWindowTest {

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window = OpenWindow.inEnglish(engine);

    @BeforeEach
    void open() {
        until(() -> window.<TableView<?>>find("#report").getItems().size() == 4_000);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);
        until(() -> !marks("PAYERS").isEmpty());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private List<Node> marks(String chart) {
        return window.find("#chart-" + chart).lookupAll(".chart-mark").stream().toList();
    }

    private boolean says(String chart, String beginning) {
        return marks(chart).stream()
                .anyMatch(mark -> mark.getAccessibleText().startsWith(beginning));
    }

    private String focusedText() {
        return window.stage.getScene().getFocusOwner().getAccessibleText();
    }

    private int rows() {
        return window.<TableView<?>>find("#report").getItems().size();
    }

    @Test
    void eachChartHasOneStopForTheTabKeyAndTheArrowsGoOn() {
        assertThat(onScreen(() -> marks("TIMES").stream().filter(Node::isFocusTraversable).count()))
                .isEqualTo(1);
        doOnScreen(() -> mark("TIMES").requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.DOWN);
        until(() -> focusedText().startsWith("01, Tue: "));
        robot.type(KeyCode.LEFT, KeyCode.UP);
        until(() -> focusedText().startsWith("00, Mon: "));
    }

    private Node mark(String chart) {
        return marks(chart).stream().filter(Node::isFocusTraversable).findFirst().orElseThrow();
    }

    @Test
    void enterOnABarShowsItsSessionsOnlyAndKeepsTheKeysThere() {
        doOnScreen(() -> mark("PAYERS").requestFocus());
        robot.type(KeyCode.DOWN);
        until(() -> focusedText().startsWith("DE*8EO, Gross (EUR): "));
        var told = onScreen(this::focusedText);
        robot.type(KeyCode.ENTER);
        until(() -> rows() < 4_000);
        until(() -> marks("PAYERS").size() == 1);
        until(() -> focusedText().equals(told));
    }

    @Test
    void aCellOfTheWeekShowsTheSessionsOfThatDayAndHour() {
        var cell =
                onScreen(
                        () ->
                                marks("TIMES").stream()
                                        .filter(
                                                mark ->
                                                        mark.getAccessibleText()
                                                                .startsWith("08, Tue: "))
                                        .findFirst()
                                        .orElseThrow());
        var told = onScreen(cell::getAccessibleText);
        doOnScreen(cell::requestFocus);
        robot.type(KeyCode.SPACE);
        until(() -> rows() < 100);
        until(() -> says("TIMES", told) && says("TIMES", "09, Tue: 0"));
    }

    @Test
    void anotherCurrencyIsDrawnAlone() {
        doOnScreen(() -> window.<ComboBox<String>>find("#charts-currency").setValue("SEK"));
        until(
                () ->
                        window.find("#chart-PAYERS").lookupAll(".chart-subtitle").stream()
                                .anyMatch(
                                        label ->
                                                ((Label) label)
                                                        .getText()
                                                        .startsWith("Gross in SEK")));
        assertThat(onScreen(() -> mark("PAYERS").getAccessibleText())).endsWith("SEK");
    }

    @Test
    void theFiguresCanBeReadAsATableAndCopied() {
        doOnScreen(() -> window.<ButtonBase>find("#chart-table-NETWORKS").fire());
        until(() -> window.stage.getScene().lookup("#chart-numbers-NETWORKS") != null);
        doOnScreen(() -> window.find("#chart-numbers-NETWORKS").requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.C);
        var copied = onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied.lines()).hasSize(4);
        assertThat(copied).startsWith("Through which network?\tOCPI\t");
    }

    @Test
    void theChartThatHasTheKeysIsSavedAsPngAndAsSvg() {
        doOnScreen(() -> mark("GROSS").requestFocus());
        window.exportTarget = Optional.of(Path.of("gross.png"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until(() -> engine.pictures.size() == 1);
        window.exportTarget = Optional.of(Path.of("gross.svg"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        until(() -> engine.pictures.size() == 2);
        var pixels = (Picture.Pixels) engine.pictures.get(0);
        assertThat(pixels.width()).isEqualTo(1920);
        var drawing = (Picture.Drawing) engine.pictures.get(1);
        assertThat(drawing.svg())
                .contains(">What comes in each month?</text>", ">Oct 2026</text>", "font-family");
    }

    @Test
    void theChartsFollowTheFilter() {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("DE*8EO");
        until(() -> marks("PAYERS").size() == 1);
    }

    @Test
    void whatTakesTheKeyboardHasAName() {
        assertThat(onScreen(() -> WindowTest.nameless(window.find("#charts")))).isEmpty();
    }
}
