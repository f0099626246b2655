package org.roamledger.ui.care;

import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;

import java.util.List;

/// Tells of trouble that nobody asked for, and offers what can be done. The window goes on.
public final class TroubleDialog extends Dialog<@Nullable Void> {

    /// @param key key of the button's words
    public record Way(String key, Runnable action) {}

    /// @param title key of its words
    /// @param ways what can be done, the usual first
    public TroubleDialog(String title, Problem problem, List<Way> ways, Words words, Window owner) {
        Form.dress(this, words, title, owner);
        var text = new Label(words.problem(problem));
        text.setId("trouble");
        text.setWrapText(true);
        text.setPrefWidth(460);
        text.setMinHeight(Label.USE_PREF_SIZE);
        getDialogPane().setContent(text);
        var close = new ButtonType(words.text("action.close"), ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(close);
        for (var way : ways) {
            var type = new ButtonType(words.text(way.key()), ButtonData.LEFT);
            getDialogPane().getButtonTypes().add(type);
            var button = (Button) getDialogPane().lookupButton(type);
            button.setId(way.key().replace('.', '-'));
            button.addEventFilter(
                    ActionEvent.ACTION,
                    event -> {
                        event.consume();
                        close();
                        way.action().run();
                    });
        }
    }
}
