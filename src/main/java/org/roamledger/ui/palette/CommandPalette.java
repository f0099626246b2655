package org.roamledger.ui.palette;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.function.Supplier;

/// Lies over the window until something is chosen: type, move by arrows, choose by Enter, leave by
/// Escape. The keys then stand where they stood before.
public final class CommandPalette extends VBox {

    private static final double WIDTH = 560;
    private static final double LINE = 32;
    private static final int LINES = 12;

    private final PaletteModel model;
    private final Supplier<List<Entry>> entries;
    private final TextField search = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private @Nullable Node before;

    /// @param entries asked each time it opens
    public CommandPalette(PaletteModel model, Supplier<List<Entry>> entries, Words words) {
        this.model = model;
        this.entries = entries;
        setId("palette");
        getStyleClass().addAll("palette", Styles.ELEVATED_3);
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setVisible(false);
        search.setId("palette-search");
        search.setPromptText(words.text("palette.prompt"));
        search.setAccessibleText(words.text("palette.prompt"));
        search.textProperty().subscribe(this::fill);
        search.focusedProperty().subscribe(this::closeWithoutFocus);
        list.setId("palette-list");
        list.setAccessibleText(words.text("palette.list"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(LINE);
        list.setCellFactory(_ -> new EntryCell());
        var none = new Label(words.text("palette.none"));
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(entry -> search.setAccessibleHelp(entry == null ? "" : spoken(entry)));
        getChildren().addAll(search, list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    }

    public void open() {
        before = getScene().getFocusOwner();
        search.clear();
        fill("");
        setVisible(true);
        search.requestFocus();
    }

    private void fill(String typed) {
        list.getItems().setAll(model.matching(typed, entries.get()));
        var lines = Math.clamp(list.getItems().size(), 1, LINES);
        list.setPrefHeight(lines * LINE + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void press(KeyEvent event) {
        switch (event.getCode()) {
            case UP -> move(-1);
            case DOWN -> move(1);
            case ENTER -> choose();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Round and round.
    private void move(int by) {
        var size = list.getItems().size();
        if (size > 0) {
            var next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, size);
            list.getSelectionModel().clearAndSelect(next);
            list.scrollTo(Math.max(0, next - LINES / 2));
        }
    }

    private void choose() {
        var chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            model.run(chosen);
        }
    }

    private void close() {
        if (isVisible()) {
            setVisible(false);
            if (before != null) {
                before.requestFocus();
            }
        }
    }

    /// Something else took the keys, which it shall keep.
    private void closeWithoutFocus(boolean focused) {
        var owner = getScene() == null ? null : getScene().getFocusOwner();
        if (!focused && !search.equals(owner)) {
            setVisible(false);
        }
    }

    private String spoken(Entry entry) {
        return String.join(", ", entry.title(), entry.place(), entry.keys());
    }

    private final class EntryCell extends ListCell<Entry> {

        private final Label title = new Label();
        private final Label place = new Label();
        private final Label keys = new Label();
        private final HBox line;

        EntryCell() {
            place.getStyleClass().addAll("muted", "place");
            keys.getStyleClass().addAll("muted", "keys");
            keys.setMinWidth(USE_PREF_SIZE);
            title.setMinWidth(USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(8, title, place, space, keys);
            line.setAlignment(Pos.CENTER_LEFT);
            addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> choose());
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (entry == null || empty) {
                setGraphic(null);
                return;
            }
            title.setText(entry.title());
            place.setText(entry.place());
            keys.setText(entry.keys());
            setAccessibleText(spoken(entry));
            setGraphic(line);
        }
    }
}
