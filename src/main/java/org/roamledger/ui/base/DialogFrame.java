package org.roamledger.ui.base;

import javafx.beans.binding.Bindings;
import javafx.event.ActionEvent;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/// What dialogs have in common.
public final class DialogFrame {

    private DialogFrame() {}

    /// Explains a window, above the one that asks.
    @FunctionalInterface
    public interface Help {
        void show(Window above);
    }

    /// Says what explains a window; the dialogs above it that say nothing else are explained by it
    /// too.
    ///
    /// @param root of its scene
    public static void explain(Parent root, Help help) {
        root.getProperties().put(Help.class, help);
    }

    /// Makes a dialog look as its owner does, also when that changes, and keeps it within the
    /// screen: what has no room there is scrolled.
    public static void own(Dialog<?> dialog, Window owner) {
        dialog.initOwner(owner);
        dialog.setHeaderText(null);
        dialog.setResizable(true);
        var pane = dialog.getDialogPane();
        Bindings.bindContent(pane.getStylesheets(), owner.getScene().getStylesheets());
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> leaveList(pane, event));
        pane.addEventHandler(
                KeyEvent.KEY_PRESSED, event -> help(pane.getScene().getWindow(), event));
        dialog.setOnShowing(
                _ -> {
                    if (pane.getContent() instanceof Region content) {
                        var room = new Roomy();
                        room.setContent(content);
                        pane.setContent(room);
                    }
                });
        dialog.showingProperty()
                .subscribe(
                        showing -> {
                            if (showing) {
                                settle(dialog);
                            }
                        });
    }

    private static void help(Window asking, KeyEvent event) {
        if (event.getCode() != KeyCode.F1) {
            return;
        }
        for (@Nullable Window window = asking;
                window != null;
                window = window instanceof Stage stage ? stage.getOwner() : null) {
            if (window.getScene().getRoot().getProperties().get(Help.class) instanceof Help help) {
                help.show(asking);
                event.consume();
                return;
            }
        }
    }

    /// A list keeps Escape to itself, also where nothing can be edited.
    private static void leaveList(DialogPane pane, KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && event.getTarget() instanceof ListView<?>) {
            pane.getButtonTypes().stream()
                    .filter(type -> type.getButtonData().isCancelButton())
                    .findFirst()
                    .map(pane::lookupButton)
                    .ifPresent(button -> ((Button) button).fire());
            event.consume();
        }
    }

    /// Makes a dialog high enough for texts that turned out to need several lines, which no dialog
    /// takes into account, as far as the screen goes.
    static void settle(Dialog<?> dialog) {
        var pane = dialog.getDialogPane();
        var window = pane.getScene().getWindow();
        if (pane.getContent() instanceof Roomy room) {
            pane.applyCss();
            pane.layout();
            var missing = room.missingHeight();
            if (missing > 0) {
                window.setHeight(window.getHeight() + missing);
            }
        }
        keepOnScreen(window);
    }

    private static void keepOnScreen(Window window) {
        var place =
                Screen.getScreensForRectangle(window.getX(), window.getY(), 1, 1).stream()
                        .findFirst()
                        .orElse(Screen.getPrimary())
                        .getVisualBounds();
        if (window.getWidth() > place.getWidth()) {
            window.setWidth(place.getWidth());
            window.setX(place.getMinX());
        }
        if (window.getHeight() > place.getHeight()) {
            window.setHeight(place.getHeight());
            window.setY(place.getMinY());
        }
    }

    /// Of a dialog that shows something and is only closed.
    public static void set(Dialog<?> dialog, Window owner, String title, Words words) {
        own(dialog, owner);
        dialog.setTitle(title);
        dialog.getDialogPane()
                .getButtonTypes()
                .setAll(
                        new ButtonType(
                                words.text("action.close"), ButtonBar.ButtonData.CANCEL_CLOSE));
    }

    /// Of a dialog that keeps what was entered: gives it the buttons for that.
    ///
    /// @param id of the button that keeps
    /// @return that button
    public static Button keepOrCancel(Dialog<?> dialog, String id, Words words) {
        var keep = new ButtonType(words.text("action.keep"), ButtonBar.ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(keep, cancel);
        var button = (Button) dialog.getDialogPane().lookupButton(keep);
        button.setId(id);
        return button;
    }

    /// As [#keepOrCancel], where it is tried whether what was entered can be kept: the dialog stays
    /// open until the attempt closes it.
    public static Button keepOrCancel(Dialog<?> dialog, String id, Runnable attempt, Words words) {
        var button = keepOrCancel(dialog, id, words);
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    attempt.run();
                });
        return button;
    }
}
