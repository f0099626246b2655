package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;
import static org.roamledger.ui.OpenWindow.untilEmpty;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.ui.shell.Look;
import org.testfx.api.FxRobot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// The window as its users meet it.
@Tag("screen")
class WindowTest {

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window = OpenWindow.inEnglish(engine);

    @AfterEach
    void close() {
        window.close();
    }

    private TableView<?> table() {
        return window.find("#report");
    }

    private void awaitRows(int number) {
        until(() -> table().getItems().size() == number);
    }

    private String rowCount() {
        return onScreen(() -> window.<Label>find("#row-count").getText());
    }

    private List<String> sortedBy() {
        return onScreen(() -> table().getSortOrder().stream().map(TableColumn::getId).toList());
    }

    private void click(String selector) {
        robot.clickOn(window.<Node>find(selector));
    }

    private void clickTitle(String id) {
        var titles = onScreen(() -> table().lookupAll(".column-header"));
        robot.clickOn(
                titles.stream()
                        .filter(title -> id.equals(title.getId()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void lastMonthIsShownAtFirst() {
        awaitRows(4_000);
        assertThat(rowCount()).isEqualTo("4,000 of 4,000 sessions");
    }

    @Test
    void aClickOnATitleSortsAndShiftAddsAnother() {
        awaitRows(4_000);
        var before = onScreen(() -> table().getItems().getFirst());
        clickTitle("network");
        until(() -> !table().getItems().getFirst().equals(before));
        robot.press(KeyCode.SHIFT);
        clickTitle("cdr_id");
        robot.release(KeyCode.SHIFT);
        until(() -> table().getSortOrder().size() == 2);
        assertThat(sortedBy()).containsExactly("network", "cdr_id");
        until(() -> first("network").equals(List.of("Gireve", "Gireve", "Gireve", "Gireve")));
        until(() -> first("cdr_id").equals(first("cdr_id").stream().sorted().toList()));
    }

    /// What the first four rows show in a column.
    private List<String> first(String id) {
        return table().lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> row.getIndex() < 4 && !row.isEmpty())
                .sorted(Comparator.comparingInt(TableRow::getIndex))
                .flatMap(row -> row.getChildrenUnmodifiable().stream())
                .filter(cell -> id.equals(cell.getId()))
                .map(cell -> ((Labeled) cell).getText())
                .toList();
    }

    @Test
    void aTickedValueChangesRowsAndTotals() {
        awaitRows(4_000);
        var list = window.<ListView<?>>find("#facet-network");
        robot.clickOn(first(".list-cell", list));
        until(() -> rowCountText().equals("970 of 4,000 sessions"));
        assertThat(onScreen(() -> window.<Labeled>find("#totals-filtered").getText()))
                .endsWith("Filtered 970");
    }

    private String rowCountText() {
        return window.<Label>find("#row-count").getText();
    }

    @Test
    void aTickedValueIsTickedByTheKeyboardToo() {
        awaitRows(4_000);
        OpenWindow.doOnScreen(() -> window.find("#facet-network").requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.SPACE);
        until(() -> rowCountText().equals("1,029 of 4,000 sessions"));
    }

    @Test
    void theKeyboardAloneSearchesAndExports() {
        awaitRows(4_000);
        var target = Path.of("october.xlsx");
        window.exportTarget = Optional.of(target);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("CDR-26100448");
        awaitRows(1);
        robot.push(KeyCode.CONTROL, KeyCode.E);
        until(() -> window.hasKeysInPopup("export-profile"));
        robot.push(KeyCode.ENTER);
        until(() -> engine.exported.equals(List.of(target)));
        until(() -> window.stage.getScene().lookup("#notices .notification") != null);
    }

    @Test
    void ctrlASelectsAllRows() {
        window.close();
        engine.size = 200_000;
        window = OpenWindow.inEnglish(engine);
        awaitRows(200_000);
        OpenWindow.doOnScreen(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        until(() -> selectedText().endsWith("Selected 200,000"));
        robot.type(KeyCode.ESCAPE);
        until(() -> selectedText().endsWith("Selected 0"));
    }

    @Test
    void aRangeMayBeAsLongAsTheTable() {
        window.close();
        engine.size = 50_000;
        window = OpenWindow.inEnglish(engine);
        awaitRows(50_000);
        robot.clickOn(first(".table-cell", table()));
        until(() -> selectedText().endsWith("Selected 1"));
        robot.push(KeyCode.SHIFT, KeyCode.END);
        until(() -> selectedText().endsWith("Selected 50,000"));
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        until(() -> selectedText().endsWith("Selected 49,999"));
    }

    /// Cells come with the first layout after the rows.
    private Node first(String style, Node parent) {
        until(() -> parent.lookup(style) != null);
        return onScreen(() -> parent.lookup(style));
    }

    private String selectedText() {
        return window.<Labeled>find("#totals-selected").getText().replace("_", "");
    }

    @Test
    void aClickAfterCtrlASelectsThatRowOnly() {
        awaitRows(4_000);
        OpenWindow.doOnScreen(() -> table().requestFocus());
        robot.push(KeyCode.CONTROL, KeyCode.A);
        until(() -> selectedText().endsWith("Selected 4,000"));
        robot.clickOn(first(".table-cell", table()));
        until(() -> selectedText().endsWith("Selected 1"));
    }

    @Test
    void aColumnIsHiddenAndComesBack() {
        awaitRows(4_000);
        click("#columns");
        var tick = robot.lookup("#show-network").queryAs(CheckBox.class);
        robot.clickOn(tick);
        until(() -> !visible("network"));
        robot.clickOn(tick);
        until(() -> visible("network"));
    }

    private boolean visible(String id) {
        return table().getVisibleLeafColumns().stream()
                .anyMatch(column -> id.equals(column.getId()));
    }

    @Test
    void withoutSourcesTheFirstStepsAreOffered() {
        window.close();
        engine.size = 0;
        engine.sources = List.of();
        window = OpenWindow.inEnglish(engine);
        until(() -> window.stage.getScene().getRoot().lookupAll(".step-card").size() == 3);
        assertThat(onScreen(() -> window.find("#totals").isVisible())).isFalse();
    }

    @Test
    void whatMatchesNothingIsClearedByAButton() {
        awaitRows(4_000);
        robot.push(KeyCode.CONTROL, KeyCode.F);
        robot.write("no such thing");
        awaitRows(0);
        until(() -> window.stage.getScene().lookup("#empty-clear") != null);
        click("#empty-clear");
        awaitRows(4_000);
        assertThat(onScreen(() -> window.<TextInputControl>find("#search").getText())).isEmpty();
    }

    @Test
    void aFailedReloadSaysSoAndKeepsTheRows() {
        awaitRows(4_000);
        engine.loadProblem = new Problem.StoreBusy(Path.of("sessions.db"));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        until(() -> window.find("#problem").isVisible());
        assertThat(onScreen(() -> table().getItems().size())).isEqualTo(4_000);
        engine.loadProblem = null;
        robot.clickOn("Try again");
        until(() -> !window.find("#problem").isVisible());
    }

    @Test
    void aSlowLoadCanBeStoppedAndKeepsTheRows() {
        awaitRows(4_000);
        engine.gate = new CountDownLatch(1);
        robot.push(KeyCode.CONTROL, KeyCode.R);
        until(() -> window.find("#activity-load").isVisible());
        OpenWindow.doOnScreen(
                () -> ((ButtonBase) window.find("#activity-load").lookup(".button")).fire());
        until(() -> window.find("#problem").isVisible());
        assertThat(onScreen(() -> table().getItems().size())).isEqualTo(4_000);
    }

    @Test
    void anotherLanguageIsSpokenAtOnceAndKeepsWhatIsShown() {
        awaitRows(4_000);
        OpenWindow.doOnScreen(
                () ->
                        window.<MenuBar>find(".menu-bar").getMenus().get(2).getItems().stream()
                                .filter(Menu.class::isInstance)
                                .map(Menu.class::cast)
                                .toList()
                                .getLast()
                                .getItems()
                                .get(1)
                                .fire());
        until(() -> rowCountText().equals("4\u00a0000 av 4\u00a0000 sessioner"));
        awaitRows(4_000);
    }

    @Test
    void everythingThatTakesTheKeyboardHasAName() {
        awaitRows(4_000);
        assertThat(onScreen(() -> nameless(window.stage.getScene().getRoot()))).isEmpty();
    }

    static List<Node> nameless(Node node) {
        var found = new ArrayList<Node>();
        if (node instanceof Control control && control.isFocusTraversable()) {
            var label = control instanceof Labeled labeled ? labeled.getText() : null;
            var silent = (label == null || label.isBlank()) && control.getAccessibleText() == null;
            if (silent) {
                found.add(control);
            }
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl)) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    @Test
    void nothingIsCutOffInTheSmallestWindowInAnyLanguage() {
        for (var language : List.of(Locale.ENGLISH, Locale.of("sv"))) {
            window.close();
            window = OpenWindow.of(engine, new Look(Look.Theme.LIGHT, language), 1280, 720);
            awaitRows(4_000);
            untilEmpty(() -> cutOff(window.stage.getScene().getRoot()));
        }
    }

    /// Buttons and figures of the frame whose text does not fit; the rows may be wider than the
    /// window.
    static List<String> cutOff(Node node) {
        var found = new ArrayList<String>();
        if (node instanceof TableView<?> || node instanceof ListView<?> || !node.isVisible()) {
            return found;
        }
        if (node instanceof Labeled label
                && (label instanceof Button || label instanceof Label)
                && label.getScene() != null
                && !label.isWrapText()
                && label.getWidth() + 1 < label.prefWidth(-1)) {
            found.add(label.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(cutOff(child)));
        }
        return found;
    }
}
