package org.roamledger.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.ui.OpenWindow.onScreen;
import static org.roamledger.ui.OpenWindow.until;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.report.ReportTable;
import org.testfx.api.FxRobot;

import java.util.List;

/// The table by keys: its columns, its order, its selection and what is copied.
@Tag("screen")
class TableJourneyTest {

    private final CannedEngine engine = new CannedEngine();
    private final FxRobot robot = new FxRobot();
    private OpenWindow window = OpenWindow.inEnglish(engine);

    @BeforeEach
    void focusTable() {
        until(() -> table().getItems().size() == engine.size);
        OpenWindow.doOnScreen(() -> table().requestFocus());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private ReportTable table() {
        return window.find("#report");
    }

    private List<String> columns() {
        return table().getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    private void toColumn(int place) {
        for (var i = 0; i < place; i++) {
            robot.type(KeyCode.RIGHT);
        }
    }

    /// The cell of a column in the first row.
    private Labeled cell(String column) {
        return table().lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> row.getIndex() == 0)
                .flatMap(row -> row.getChildrenUnmodifiable().stream())
                .filter(cell -> column.equals(cell.getId()))
                .map(cell -> (Labeled) cell)
                .findFirst()
                .orElseThrow();
    }

    private static double left(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMinX();
    }

    private List<String> shortenedTitles() {
        return table().lookupAll(".column-header > .label").stream()
                .map(Labeled.class::cast)
                .filter(
                        title ->
                                title.getChildrenUnmodifiable().stream()
                                        .filter(Text.class::isInstance)
                                        .map(text -> ((Text) text).getText())
                                        .noneMatch(title.getText()::equals))
                .map(Labeled::getText)
                .filter(title -> !title.isEmpty())
                .toList();
    }

    @Test
    void aColumnIsMovedAndHiddenByKeys() {
        toColumn(1);
        robot.push(KeyCode.ALT, KeyCode.RIGHT);
        until(() -> columns().indexOf("network") == 2);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        until(() -> !columns().contains("network"));
        assertThat(onScreen(this::columns)).startsWith("month", "cdr_id", "station_id");
    }

    @Test
    void aPinnedColumnStaysWhenTheOthersScroll() {
        toColumn(1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        var before = onScreen(() -> left(cell("network")));
        toColumn(18);
        until(() -> left(cell("month")) < left(cell("price")));
        assertThat(onScreen(() -> left(cell("network")))).isEqualTo(before);
        var header =
                onScreen(
                        () ->
                                table().lookupAll(".column-header").stream()
                                        .filter(head -> "network".equals(head.getId()))
                                        .findFirst()
                                        .orElseThrow());
        assertThat(onScreen(() -> left(header))).isEqualTo(before);
    }

    @Test
    void keysSortByOneColumnAndThenByAnotherAndTheTitlesSayWhich() {
        robot.push(KeyCode.ALT, KeyCode.UP);
        toColumn(2);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        until(() -> sortMarks().equals(List.of("1", "2")));
        until(() -> shortenedTitles().isEmpty());
        assertThat(onScreen(() -> table().getSortOrder().stream().map(TableColumn::getId).toList()))
                .containsExactly("month", "cdr_id");
    }

    private List<String> sortMarks() {
        return table().lookupAll(".sort-mark .label").stream()
                .map(mark -> ((Labeled) mark).getText())
                .sorted()
                .toList();
    }

    private double secondWidth() {
        return table().getVisibleLeafColumn(1).getWidth();
    }

    @Test
    void theTableIsLaidOutAtTheNextStartAsItWasLeft() {
        toColumn(1);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
        until(() -> !columns().contains("network"));
        var usual = onScreen(this::secondWidth);
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.RIGHT);
        until(() -> secondWidth() > usual);
        var wider = onScreen(this::secondWidth);
        robot.push(KeyCode.ALT, KeyCode.UP);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        until(() -> !table().getSortOrder().isEmpty());
        window.close();
        assertThat(engine.left.columns().sort().keys())
                .containsExactly(new SortOrder.Key(ReportColumn.CDR_ID, false));
        window = OpenWindow.inEnglish(engine);
        until(() -> table().getItems().size() == engine.size);
        assertThat(onScreen(this::columns)).startsWith("month", "cdr_id");
        assertThat(onScreen(this::secondWidth)).isEqualTo(wider);
        assertThat(onScreen(() -> table().getSortOrder().getFirst().getId())).isEqualTo("cdr_id");
        until(() -> window.stage.getScene().lookup("#detail") != null);
    }

    @Test
    void theSelectedSessionStaysSelectedWhenTheReportIsSortedAndReloaded() {
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN);
        var chosen = onScreen(() -> sessionId());
        robot.push(KeyCode.ALT, KeyCode.UP);
        until(() -> !table().getSortOrder().isEmpty());
        assertThat(onScreen(this::sessionId)).isEqualTo(chosen);
        var before = onScreen(() -> table().getItems());
        robot.push(KeyCode.CONTROL, KeyCode.R);
        until(() -> !before.equals(table().getItems()));
        assertThat(onScreen(this::sessionId)).isEqualTo(chosen);
    }

    private long sessionId() {
        var row = table().getSelectionModel().getSelectedItem();
        return row.report().sessionId(row.number());
    }

    @Test
    void copiedIdsAreTextForASpreadsheet() {
        robot.type(KeyCode.DOWN);
        robot.push(KeyCode.CONTROL, KeyCode.C);
        until(() -> Clipboard.getSystemClipboard().hasHtml());
        var html = onScreen(() -> Clipboard.getSystemClipboard().getHtml());
        assertThat(html).contains("<td class=t>CDR-", "mso-number-format:\"\\@\"");
    }

    @Test
    void oneValueIsCopied() {
        robot.type(KeyCode.DOWN);
        toColumn(2);
        var shown = onScreen(() -> cell("cdr_id").getText());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        until(() -> shown.equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void compactRowsAreLower() {
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        until(() -> table().lookup(".table-row-cell").getLayoutBounds().getHeight() < 25);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
        until(() -> table().lookup(".table-row-cell").getLayoutBounds().getHeight() > 25);
    }

    @Test
    void theMenuOfAColumnOpensByKeys() {
        toColumn(2);
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        window.awaitPopup("#menu-HIDE_COLUMN");
        robot.type(KeyCode.ESCAPE);
    }
}
