package org.roamledger.ui.detail;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SessionVersion;
import org.roamledger.ui.base.Words;

/// The values of a session, each with where it comes from below it.
final class ValueList extends ListView<DetailLine> {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final double TITLES = 124;

    private final Words words;

    ValueList(Words words) {
        this.words = words;
        setId("detail-values-list");
        setAccessibleText(words.text("detail.values"));
        getStyleClass().addAll("value-list", Styles.DENSE);
        setCellFactory(_ -> new Line());
    }

    void show(SessionVersion version) {
        getItems().setAll(DetailLine.of(version, words));
    }

    private final class Line extends ListCell<DetailLine> {

        private final Label title = new Label();
        private final Label value = new Label();
        private final Label origin = new Label();
        private final GridPane line = new GridPane();

        Line() {
            title.getStyleClass().add("value-title");
            value.getStyleClass().add("value-text");
            value.setWrapText(true);
            origin.getStyleClass().addAll("muted", Styles.SMALL);
            origin.setWrapText(true);
            var titles = new ColumnConstraints(TITLES);
            var texts = new ColumnConstraints();
            texts.setHgrow(Priority.ALWAYS);
            line.getColumnConstraints().addAll(titles, texts);
            line.setHgap(8);
            line.add(title, 0, 0);
            line.add(value, 1, 0);
            line.add(origin, 1, 1);
            // As wide as the list, so that long texts go on in a second line.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable DetailLine item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var shown = item.value().isEmpty() ? words.text("cell.missing") : item.value();
            title.setText(item.title());
            value.setText(shown);
            value.pseudoClassStateChanged(MISSING, item.value().isEmpty());
            origin.setText(item.origin());
            setGraphic(line);
            setAccessibleText(words.text("detail.line", item.title(), shown, item.origin()));
        }
    }
}
