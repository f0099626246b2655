package org.roamledger.ui.base;

import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// A file that is chosen, never typed.
public final class FileField extends HBox {

    private final TextField name = new TextField();
    private @Nullable Path file;

    /// @param id of the text field
    /// @param ask asks for a file
    public FileField(String id, Supplier<Optional<Path>> ask, Words words) {
        super(8);
        name.setId(id);
        name.setEditable(false);
        setHgrow(name, Priority.ALWAYS);
        var choose = new Button(words.text("files.choose"));
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(_ -> ask.get().ifPresent(this::set));
        var none = new Button(words.text("files.none"));
        none.setMinWidth(USE_PREF_SIZE);
        none.setOnAction(_ -> set(null));
        none.visibleProperty().bind(name.textProperty().isNotEmpty());
        none.managedProperty().bind(none.visibleProperty());
        getChildren().addAll(name, choose, none);
    }

    /// Where its name stands.
    public TextField name() {
        return name;
    }

    public void set(@Nullable Path chosen) {
        file = chosen;
        name.setText(chosen == null ? "" : chosen.toString());
    }

    /// The file; `null` if none is chosen.
    public @Nullable Path file() {
        return file;
    }
}
