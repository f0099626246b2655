package org.roamledger.ui.settlement;

import javafx.css.PseudoClass;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Words;

import java.util.Optional;

/// One level of grouping. What can be done with it is in its menu, with the keys that do it.
final class LevelChip extends MenuButton {

    private static final DataFormat LEVEL = new DataFormat("application/x-roamledger-level");
    private static final KeyCombination LEFT = KeyCombination.valueOf("Alt+Left");
    private static final KeyCombination RIGHT = KeyCombination.valueOf("Alt+Right");
    private static final KeyCombination REMOVE = KeyCombination.valueOf("Delete");
    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final LevelChips chips;
    private final ReportColumn level;
    private final int at;

    /// @param at its place among `count` levels
    LevelChip(LevelChips chips, ReportColumn level, int at, int count, Words words) {
        super(words.title(level), new FontIcon(Material2AL.DRAG_INDICATOR));
        this.chips = chips;
        this.level = level;
        this.at = at;
        setId("level-" + level.key());
        getStyleClass().add("level-chip");
        setAccessibleText(words.text("settlement.level", words.title(level), at + 1, count));
        setTooltip(new Tooltip(words.text("settlement.level.hint")));
        getItems()
                .addAll(
                        item("settlement.left", LEFT, at == 0, this::moveLeft, words),
                        item("settlement.right", RIGHT, at == count - 1, this::moveRight, words),
                        item("settlement.remove", REMOVE, false, this::remove, words));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnDragDetected(
                event -> {
                    var content = new ClipboardContent();
                    content.put(LEVEL, level.key());
                    startDragAndDrop(TransferMode.MOVE).setContent(content);
                    event.consume();
                });
        setOnDragOver(this::offer);
        setOnDragExited(_ -> pseudoClassStateChanged(DROP, false));
        setOnDragDropped(this::drop);
    }

    ReportColumn level() {
        return level;
    }

    private static MenuItem item(
            String key, KeyCombination keys, boolean disabled, Runnable action, Words words) {
        var item = new MenuItem(words.text(key));
        item.setAccelerator(keys);
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void moveLeft() {
        chips.place(level, at - 1);
    }

    private void moveRight() {
        chips.place(level, at + 1);
    }

    private void remove() {
        chips.remove(level);
    }

    private void pressed(KeyEvent event) {
        if (LEFT.match(event)) {
            moveLeft();
        } else if (RIGHT.match(event)) {
            moveRight();
        } else if (REMOVE.match(event) || event.getCode() == KeyCode.BACK_SPACE) {
            remove();
        } else {
            return;
        }
        event.consume();
    }

    private static Optional<ReportColumn> dragged(DragEvent event) {
        return event.getDragboard().getContent(LEVEL) instanceof String key
                ? ReportColumn.ofKey(key)
                : Optional.empty();
    }

    private void offer(DragEvent event) {
        if (dragged(event).isPresent()) {
            event.acceptTransferModes(TransferMode.MOVE);
            pseudoClassStateChanged(DROP, true);
            event.consume();
        }
    }

    private void drop(DragEvent event) {
        dragged(event).ifPresent(dragged -> chips.place(dragged, at));
        event.setDropCompleted(true);
        event.consume();
    }
}
