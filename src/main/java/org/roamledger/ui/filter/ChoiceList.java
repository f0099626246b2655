package org.roamledger.ui.filter;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Lines to be ticked, each with the number of rows it stands for; Space and Enter tick the one in
/// focus.
final class ChoiceList extends ListView<Choice> {

    private static final double LINE = 28;
    private static final double INDENT = 18;
    private static final PseudoClass NONE_LEFT = PseudoClass.getPseudoClass("none-left");

    private final ObservableList<Choice> lines = FXCollections.observableArrayList();
    private final int mostVisible;

    /// @param label words for a value
    /// @param toggle told the value whose tick is to change
    ChoiceList(Words words, int mostVisible, UnaryOperator<String> label, Consumer<String> toggle) {
        this.mostVisible = mostVisible;
        getStyleClass().add("choice-list");
        setItems(lines);
        setFixedCellSize(LINE);
        setCellFactory(_ -> new Line(words, label, toggle));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    var focused = getFocusModel().getFocusedItem();
                    var ticks =
                            event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER;
                    if (ticks && focused != null) {
                        toggle.accept(focused.value());
                        event.consume();
                    }
                });
        resize(0);
    }

    void show(List<Choice> shown) {
        if (lines.equals(shown)) {
            return;
        }
        var focused = getFocusModel().getFocusedIndex();
        lines.setAll(shown);
        getFocusModel().focus(Math.clamp(focused, 0, Math.max(0, shown.size() - 1)));
        resize(shown.size());
    }

    private void resize(int size) {
        var height = Math.clamp(size, 1, mostVisible) * LINE + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private static final class Line extends ListCell<Choice> {

        private final Words words;
        private final UnaryOperator<String> label;
        private final CheckBox tick = new CheckBox();
        private final Label text = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(8, tick, text, count);

        Line(Words words, UnaryOperator<String> label, Consumer<String> toggle) {
            this.words = words;
            this.label = label;
            tick.setFocusTraversable(false);
            tick.setMouseTransparent(true);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            count.getStyleClass().add("count");
            count.setMinWidth(USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
            // Narrower than the list, or a long name would call for a horizontal scroll bar.
            setPrefWidth(0);
            setOnMouseClicked(
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY && getItem() != null) {
                            toggle.accept(getItem().value());
                        }
                    });
        }

        @Override
        protected void updateItem(Choice item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                pseudoClassStateChanged(NONE_LEFT, false);
                return;
            }
            var said = label.apply(item.value());
            tick.setSelected(item.chosen());
            text.setText(said);
            count.setText(item.rows() < 0 ? "" : words.whole(item.rows()));
            line.setPadding(new Insets(0, 0, 0, item.depth() * INDENT));
            pseudoClassStateChanged(NONE_LEFT, item.rows() == 0 && !item.chosen());
            setAccessibleText(
                    words.text(
                            item.chosen() ? "filter.line.ticked" : "filter.line.notTicked",
                            said,
                            count.getText()));
            setGraphic(line);
        }
    }
}
