package org.roamledger.ui.detail;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.report.Neighbour;
import org.roamledger.report.Report;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.function.IntConsumer;

/// The sessions before and after at the same EVSE. Enter or a double click goes to one.
final class NeighbourList extends ListView<Neighbour> {

    private static final PseudoClass ITSELF = PseudoClass.getPseudoClass("itself");

    private final Words words;
    private @Nullable Report report;

    /// @param go told the row of the session that the reader wants to see
    NeighbourList(Words words, IntConsumer go) {
        this.words = words;
        setId("detail-neighbours");
        setAccessibleText(words.text("detail.neighbours"));
        getStyleClass().addAll("neighbour-list", Styles.DENSE);
        var none = new Label(words.text("detail.neighbours.none"));
        none.setWrapText(true);
        none.getStyleClass().addAll("muted", "detail-hint");
        setPlaceholder(none);
        setCellFactory(_ -> new Line());
        setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        go(go);
                        event.consume();
                    }
                });
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        go(go);
                    }
                });
    }

    private void go(IntConsumer go) {
        var chosen = getSelectionModel().getSelectedItem();
        if (chosen != null && !chosen.isItself()) {
            go.accept(chosen.row());
        }
    }

    void show(Report of, List<Neighbour> neighbours) {
        report = of;
        getItems().setAll(neighbours);
    }

    private final class Line extends ListCell<Neighbour> {

        private final Label time = new Label();
        private final Label what = new Label();
        private final Label mark = new Label();
        private final HBox line;

        Line() {
            time.getStyleClass().add("value-text");
            what.getStyleClass().addAll("muted", Styles.SMALL);
            what.setWrapText(true);
            mark.setMinWidth(Region.USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(8, new VBox(time, what), space, mark);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Neighbour item, boolean empty) {
            super.updateItem(item, empty);
            var of = report;
            if (empty || item == null || of == null) {
                setGraphic(null);
                setAccessibleText(null);
                pseudoClassStateChanged(ITSELF, false);
                return;
            }
            var texts = CellText.shown(words, of.parameters().zone());
            time.setText(
                    words.text(
                            "detail.neighbours.time",
                            text(texts, of, ReportColumn.START_TIME, item),
                            text(texts, of, ReportColumn.DURATION, item)));
            what.setText(
                    words.text(
                            "detail.neighbours.what",
                            text(texts, of, ReportColumn.PROVIDER_ID, item),
                            text(texts, of, ReportColumn.ENERGY_WH, item),
                            text(texts, of, ReportColumn.PRICE, item),
                            text(texts, of, ReportColumn.CURRENCY, item)));
            mark.setText(
                    item.isItself()
                            ? words.text("detail.neighbours.itself")
                            : item.overlaps()
                                    ? words.text("detail.neighbours.overlaps")
                                    : of.isCredit(item.row()) ? words.text("cell.credit") : "");
            mark.setGraphic(item.overlaps() ? new FontIcon(Material2MZ.WARNING) : null);
            mark.getStyleClass().setAll("label", item.overlaps() ? "overlap-mark" : "muted");
            pseudoClassStateChanged(ITSELF, item.isItself());
            setGraphic(line);
            setAccessibleText(
                    String.join(", ", time.getText(), what.getText(), mark.getText()));
        }

        private String text(CellText texts, Report of, ReportColumn column, Neighbour item) {
            var text = texts.of(of, column, item.row());
            return text.isEmpty() ? words.text("cell.missing") : text;
        }
    }
}
