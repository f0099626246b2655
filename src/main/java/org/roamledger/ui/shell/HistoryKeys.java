package org.roamledger.ui.shell;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.roamledger.ui.base.Command;

/// The keys for undo and redo besides those of the menu.
///
/// A text field takes Ctrl+Z for itself, also if it has nothing to take back: then it is meant for
/// the window. Ctrl+Shift+Z is what some programs have in place of Ctrl+Y.
final class HistoryKeys {

    private static final KeyCombination UNDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination OTHER_REDO =
            new KeyCodeCombination(
                    KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private HistoryKeys() {}

    /// To be called before anybody else takes the keys.
    static void pressed(KeyEvent event, Commands commands) {
        var field = event.getTarget() instanceof TextInputControl text ? text : null;
        if (UNDO.match(event) && field != null && !field.isUndoable()) {
            commands.run(Command.UNDO);
            event.consume();
        } else if (REDO.match(event) && field != null && !field.isRedoable()) {
            commands.run(Command.REDO);
            event.consume();
        } else if (OTHER_REDO.match(event) && (field == null || !field.isRedoable())) {
            commands.run(Command.REDO);
            event.consume();
        }
    }
}
