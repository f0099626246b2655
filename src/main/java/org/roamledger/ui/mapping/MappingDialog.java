package org.roamledger.ui.mapping;

import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Asks how the columns of a table are read, and shows what comes of it.
public final class MappingDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 1240;
    private static final double HEIGHT = 760;
    private static final double MARGIN = 60;

    private final MappingModel model;
    private final Words words;
    private final MappingAnswers answers;
    private final Wiring wiring = new Wiring();
    private boolean confirmed;

    /// @param load asks for a file to load a mapping from
    /// @param save asks for a file to save a mapping in, by a name to begin with
    public MappingDialog(
            ImportModel imports,
            MappingModel model,
            Words words,
            Window owner,
            Supplier<Optional<Path>> load,
            Function<String, Optional<Path>> save) {
        this.model = model;
        this.words = words;
        this.answers = new MappingAnswers(model, words, wiring);
        DialogFrame.own(this, owner);
        setTitle(words.text("mapping.title"));
        var pane = getDialogPane();
        pane.getStyleClass().add("mapping-dialog");
        pane.setContent(content());
        pane.setPrefSize(
                Math.min(WIDTH, owner.getWidth() - MARGIN),
                Math.min(HEIGHT, owner.getHeight() - MARGIN));
        var loading = new ButtonType(words.text("mapping.load"), ButtonData.LEFT);
        var saving = new ButtonType(words.text("mapping.save"), ButtonData.LEFT);
        var confirm = new ButtonType(words.text("mapping.import"), ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonData.CANCEL_CLOSE);
        pane.getButtonTypes().setAll(loading, saving, confirm, cancel);
        onPress(loading, () -> load.get().ifPresent(model::load)).setId("mapping-load");
        onPress(saving, () -> save.apply(suggestedName()).ifPresent(model::save))
                .setId("mapping-save");
        var importing = (Button) pane.lookupButton(confirm);
        importing.setId("mapping-import");
        // Before the dialog's own handler, which closes it.
        importing.addEventFilter(ActionEvent.ACTION, _ -> confirmed = true);
        wiring.follow(
                model.mapping(),
                mapping -> importing.setDisable(!mapping.openQuestions().isEmpty()));
        setOnShown(
                _ -> {
                    if (importing.isDisabled()) {
                        answers.focusOpen();
                    } else {
                        importing.requestFocus();
                    }
                });
        setOnHidden(
                _ -> {
                    wiring.close();
                    if (confirmed) {
                        imports.confirm(model);
                    } else {
                        imports.skip();
                    }
                });
    }

    /// Makes a button do something without closing the dialog.
    private Button onPress(ButtonType type, Runnable action) {
        var button = (Button) getDialogPane().lookupButton(type);
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    action.run();
                });
        return button;
    }

    private String suggestedName() {
        return model.mapping().get().name().replaceAll("[^\\p{L}\\p{N}._ -]", "") + ".json";
    }

    private BorderPane content() {
        var preview = model.preview();
        var columns = new FileColumns(model, words, wiring);
        var file = new Label(String.valueOf(preview.file().getFileName()));
        file.getStyleClass().add("pane-title");
        var hint = new Label(words.text("mapping.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        var result = new Label(words.text("mapping.result"));
        result.getStyleClass().add("pane-title");
        var sample = new SampleTable(model, words, wiring);
        VBox.setVgrow(sample, Priority.ALWAYS);
        var main = new VBox(8, file, hint, columns, result, sample);
        main.setPadding(new Insets(0, 16, 0, 0));
        main.setMinWidth(0);
        var side = new DirectScrollPane(answers);
        side.setFitToWidth(true);
        side.getStyleClass().add("mapping-answers");
        var content = new BorderPane(main);
        content.setRight(side);
        content.getStyleClass().add("mapping-content");
        return content;
    }
}
