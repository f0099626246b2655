package org.roamledger.ui.base;

import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Window;

/// What dialogs have in common that show something and are only closed.
public final class DialogFrame {

    private DialogFrame() {}

    /// Makes a dialog look as its owner does, with a button that closes it.
    public static void set(Dialog<?> dialog, Window owner, String title, Words words) {
        dialog.initOwner(owner);
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        var pane = dialog.getDialogPane();
        pane.getStylesheets().setAll(owner.getScene().getStylesheets());
        pane.getButtonTypes()
                .setAll(
                        new ButtonType(
                                words.text("action.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }
}
