package org.roamledger.ui.detail;

import atlantafx.base.theme.Styles;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.Map;

/// The values of a session, each with where it comes from below it.
final class ValueList extends ListView<DetailLine> {

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double TITLES = 124;

    private final Words words;

    /// @param name what screen readers say of it
    ValueList(String id, String name, Words words) {
        this.words = words;
        setId(id);
        setAccessibleText(name);
        getStyleClass().addAll("value-list", Styles.DENSE);
        setCellFactory(_ -> new Line());
        setOnKeyPressed(this::pressed);
    }

    void show(SessionVersion version, List<ReportColumn> columns) {
        getItems().setAll(DetailLine.of(version, columns, words));
    }

    /// The value as it is shown, which nobody has to type off.
    private void pressed(KeyEvent event) {
        var line = getSelectionModel().getSelectedItem();
        if (COPY.match(event) && line != null) {
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, line.value()));
            event.consume();
        }
    }

    private final class Line extends WrappingCell<DetailLine> {

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
