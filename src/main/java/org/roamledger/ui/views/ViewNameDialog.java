package org.roamledger.ui.views;

import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;

import java.util.function.Consumer;

/// Asks for the name of a view.
public final class ViewNameDialog extends Dialog<@Nullable Void> {

    private static final int LONGEST = 80;

    private final TextField name = new TextField();
    private final Label problem = new Label();
    private final Words words;
    private final Naming naming;

    /// Gives a view its name.
    @FunctionalInterface
    public interface Naming {
        void name(String name, Runnable done, Consumer<Problem> failed);
    }

    /// @param title key of the title
    /// @param first the name to begin with
    /// @param hint what is told below the name; empty for nothing
    public ViewNameDialog(
            String title, String first, String hint, Naming naming, Words words, Window owner) {
        this.words = words;
        this.naming = naming;
        Form.dress(this, words, title, owner);
        name.setId("view-name");
        name.setTextFormatter(
                new TextFormatter<String>(
                        change -> change.getControlNewText().length() <= LONGEST ? change : null));
        name.setText(first);
        problem.setId("view-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var told = new Label(hint);
        told.setWrapText(true);
        told.setMinHeight(Label.USE_PREF_SIZE);
        told.getStyleClass().add("muted");
        told.setManaged(!hint.isEmpty());
        var form = new VBox(12, Form.field(words, "views.name", name), problem, told);
        form.setPrefWidth(420);
        form.getStyleClass().add("source-form");
        getDialogPane().setContent(form);
        DialogFrame.keepOrCancel(this, "view-keep", this::keep, words)
                .disableProperty()
                .bind(name.textProperty().map(String::isBlank));
        setOnShown(
                _ -> {
                    name.requestFocus();
                    name.selectAll();
                });
    }

    private void keep() {
        naming.name(
                name.getText(),
                this::close,
                refused -> {
                    problem.setText(words.problem(refused));
                    Form.fit(this);
                });
    }
}
