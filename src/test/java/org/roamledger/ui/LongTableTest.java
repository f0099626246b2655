package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.doOnScreen;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.event.Event;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.report.ReportTable;
import org.testfx.api.FxRobot;

import java.util.List;

/// Far down in a table that is much longer than the window.
@Tag("screen")
class LongTableTest {

    private static final int ROWS = 20_000;

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window;

    LongTableTest() {
        engine.size = ROWS;
        window = OpenWindow.inEnglish(engine);
    }

    @BeforeEach
    void focusTable() {
        until(() -> table().getItems().size() == ROWS);
        doOnScreen(() -> table().requestFocus());
        until(() -> !seen().isEmpty() && seen().getFirst() == 0);
    }

    @AfterEach
    void close() {
        window.close();
    }

    private ReportTable table() {
        return window.find("#report");
    }

    /// The places of the rows that are seen as a whole, from top to bottom.
    private List<Integer> seen() {
        var flow = table().lookup(".clipped-container");
        return table().lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> row.isVisible() && !row.isEmpty())
                .filter(
                        row ->
                                row.getLayoutY() + row.getHeight()
                                        <= flow.getLayoutBounds().getHeight() + 2)
                .map(IndexedCell::getIndex)
                .sorted()
                .toList();
    }

    private int top() {
        return onScreen(() -> seen().getFirst());
    }

    private int bottom() {
        return onScreen(() -> seen().getLast());
    }

    private void awaitTop(int place) {
        until(() -> seen().getFirst() == place);
    }

    private int selected() {
        return onScreen(() -> table().getSelectionModel().getSelectedIndex());
    }

    @Test
    void everyRowStandsOnceAndShowsItsOwnSession() {
        doOnScreen(() -> table().scrollTo(12_345));
        awaitTop(12_345);
        var shown = onScreen(this::seen);
        assertThat(shown).doesNotHaveDuplicates().hasSize(bottom() - top() + 1);
        doOnScreen(
                () ->
                        table().lookupAll(".table-row-cell").stream()
                                .map(row -> (TableRow<?>) row)
                                .filter(row -> row.isVisible() && !row.isEmpty())
                                .forEach(
                                        row ->
                                                assertThat(row.getItem())
                                                        .isEqualTo(
                                                                table().getItems()
                                                                        .get(row.getIndex()))));
    }

    @Test
    void endAndHomeShowTheLastRowAndTheFirst() {
        robot.type(KeyCode.END);
        until(() -> seen().getLast() == ROWS - 1);
        assertThat(selected()).isEqualTo(ROWS - 1);
        robot.type(KeyCode.HOME);
        awaitTop(0);
        assertThat(selected()).isZero();
    }

    @Test
    void pageDownGoesOnePageOnAndPageUpBack() {
        doOnScreen(
                () -> {
                    table().scrollTo(9_000);
                    table().getSelectionModel().clearAndSelect(9_000);
                });
        awaitTop(9_000);
        var page = bottom() - top();
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> selectedNow() == 9_000 + page);
        robot.type(KeyCode.PAGE_DOWN);
        until(() -> selectedNow() == 9_000 + 2 * page);
        awaitTop(9_000 + page);
        robot.type(KeyCode.PAGE_UP);
        until(() -> selectedNow() == 9_000 + page);
        robot.type(KeyCode.PAGE_UP);
        until(() -> selectedNow() == 9_000);
        awaitTop(9_000);
    }

    @Test
    void pageDownScrollsWhereNothingIsSelected() {
        var page = bottom();
        robot.type(KeyCode.PAGE_DOWN);
        awaitTop(page);
        assertThat(selected()).isNegative();
        robot.type(KeyCode.PAGE_UP);
        awaitTop(0);
    }

    private int selectedNow() {
        return table().getSelectionModel().getSelectedIndex();
    }

    @Test
    void arrowsTakeTheTableAlong() {
        doOnScreen(() -> table().scrollTo(5_000));
        awaitTop(5_000);
        var last = bottom();
        doOnScreen(() -> table().getSelectionModel().clearAndSelect(last));
        robot.type(KeyCode.DOWN);
        awaitTop(5_001);
        doOnScreen(() -> table().getSelectionModel().clearAndSelect(5_001));
        robot.type(KeyCode.UP);
        awaitTop(5_000);
    }

    @Test
    void theWheelAndTheBarScrollToTheVeryEnds() {
        doOnScreen(() -> wheel(-3));
        awaitTop(3);
        doOnScreen(() -> wheel(-0.5));
        doOnScreen(() -> wheel(-0.5));
        awaitTop(4);
        doOnScreen(() -> bar().setValue(bar().getMax()));
        until(() -> seen().getLast() == ROWS - 1);
        doOnScreen(() -> bar().setValue(0));
        awaitTop(0);
    }

    /// @param rows how far; up if positive, as a wheel has it
    private void wheel(double rows) {
        var flow = table().lookup(".virtual-flow");
        var far = rows * table().getFixedCellSize();
        Event.fireEvent(
                flow,
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        20,
                        20,
                        20,
                        20,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        far,
                        0,
                        far,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private ScrollBar bar() {
        return window.find("#rows-bar");
    }

    @Test
    void anotherFilterIsReadFromItsFirstRowAndKeepsWhatIsSelected() {
        doOnScreen(() -> table().getSelectionModel().clearAndSelect(7));
        var chosen = onScreen(() -> table().getSelectionModel().getSelectedItem());
        doOnScreen(() -> table().scrollTo(15_000));
        awaitTop(15_000);
        search("7");
        until(() -> table().getItems().size() < ROWS);
        awaitTop(0);
        doOnScreen(() -> table().scrollTo(table().getItems().size()));
        until(() -> seen().getLast() == table().getItems().size() - 1);
        search("");
        until(() -> table().getItems().size() == ROWS);
        awaitTop(0);
        assertThat(onScreen(() -> table().getSelectionModel().getSelectedItem())).isEqualTo(chosen);
    }

    private void search(String text) {
        doOnScreen(() -> window.<TextField>find("#search").setText(text));
    }

    @Test
    void aSelectedRowThatIsSeenStaysWhereItIsInAnotherOrder() {
        doOnScreen(
                () -> {
                    table().scrollTo(10_000);
                    table().getSelectionModel().clearAndSelect(10_003);
                });
        awaitTop(10_000);
        doOnScreen(
                () ->
                        table().getSortOrder()
                                .setAll(
                                        List.of(
                                                table().getColumns().stream()
                                                        .filter(now -> "price".equals(now.getId()))
                                                        .findFirst()
                                                        .orElseThrow())));
        until(() -> selectedNow() != 10_003);
        until(
                () ->
                        seen().getFirst() == Math.max(0, selectedNow() - 3)
                                || seen().getLast() == ROWS - 1);
    }
}
