package org.roamledger.ui.help;

import atlantafx.base.theme.Styles;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Words;

import java.util.Objects;
import java.util.function.Function;

/// Which version this is, and whose work is in it.
public final class AboutDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 820;
    private static final double HEIGHT = 460;

    private final Words words;
    private final TableView<Library> libraries = new TableView<>();

    public AboutDialog(Words words, Window owner) {
        this.words = words;
        DialogFrame.set(this, owner, words.text("about.title"), words);
        var version = wrapped(words.text("about.version", applicationVersion(), Runtime.version()));
        version.setId("about-version");
        version.getStyleClass().add("empty-title");
        libraries.setId("about-libraries");
        libraries.setAccessibleText(words.text("about.libraries"));
        libraries.getStyleClass().addAll(Styles.DENSE, Styles.BORDERED);
        libraries.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        add("about.name", Library::name);
        add("about.terms", library -> String.join(" / ", library.licences()));
        add("about.address", Library::address);
        libraries.getItems().setAll(Library.all());
        VBox.setVgrow(libraries, Priority.ALWAYS);
        var box = new VBox(10, version, wrapped(words.text("about.licence")), libraries);
        box.getStyleClass().add("rejects-form");
        box.setMinSize(0, 0);
        box.setPrefSize(WIDTH, HEIGHT);
        getDialogPane().getStyleClass().add("wide-dialog");
        getDialogPane().setContent(box);
    }

    /// As its jar says it.
    private static String applicationVersion() {
        return Objects.requireNonNullElse(
                AboutDialog.class.getPackage().getImplementationVersion(), "(development)");
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void add(String key, Function<Library, String> text) {
        var column = new TableColumn<Library, String>(words.text(key));
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(text.apply(row.getValue())).getReadOnlyProperty());
        libraries.getColumns().add(column);
    }
}
