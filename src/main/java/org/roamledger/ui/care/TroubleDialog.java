package org.roamledger.ui.care;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
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
        text.setMinHeight(Label.USE_PREF_SIZE);
        var buttons = new FlowPane(8, 8);
        for (var way : ways) {
            var button = new Button(words.text(way.key()));
            button.setId(way.key().replace('.', '-'));
            button.setMnemonicParsing(true);
            button.setOnAction(
                    _ -> {
                        close();
                        way.action().run();
                    });
            buttons.getChildren().add(button);
        }
        var form = new VBox(14, text, buttons);
        form.setPrefWidth(480);
        form.getStyleClass().add("source-form");
        getDialogPane().setContent(form);
        var close = new ButtonType(words.text("action.close"), ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(close);
        setOnShown(_ -> buttons.getChildren().getFirst().requestFocus());
    }
}
