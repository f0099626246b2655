package org.roamledger.ui.base;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.function.Function;

/// What dialogs that ask for something look like.
public final class Form {

    private Form() {}

    public static void dress(Dialog<?> dialog, Words words, String title, Window owner) {
        DialogFrame.own(dialog, owner);
        dialog.setTitle(words.text(title));
        dialog.getDialogPane().getStyleClass().add("source-dialog");
    }

    /// Makes room for what became visible, and takes back what is not needed any more.
    public static void fit(Dialog<?> dialog) {
        var scene = dialog.getDialogPane().getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
            DialogFrame.settle(dialog);
        }
    }

    /// A control below its name.
    public static VBox field(Words words, String key, Control input) {
        return field(words, key, input, input);
    }

    /// A control below its name.
    ///
    /// @param shown what the control stands in
    public static VBox field(Words words, String key, Control input, Node shown) {
        var label = new Label(words.text(key));
        label.setMnemonicParsing(true);
        label.setLabelFor(input);
        label.getStyleClass().add("field-label");
        input.setAccessibleText(words.text(key).replace("_", ""));
        input.setMaxWidth(Double.MAX_VALUE);
        // The field that a searchable box shows instead of itself comes with its skin.
        input.skinProperty()
                .subscribe(
                        _ ->
                                input.lookupAll(".combo-box-search")
                                        .forEach(
                                                search ->
                                                        search.setAccessibleText(
                                                                input.getAccessibleText())));
        return new VBox(4, label, shown);
    }

    /// Shows each item of a box by words.
    public static <T> void name(ComboBox<T> box, Function<T, String> words) {
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable T item) {
                        return item == null ? "" : words.apply(item);
                    }

                    @Override
                    public @Nullable T fromString(String text) {
                        return box.getItems().stream()
                                .filter(item -> words.apply(item).equals(text))
                                .findFirst()
                                .orElse(null);
                    }
                });
    }
}
