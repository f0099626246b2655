package org.roamledger.ui.views;

import atlantafx.base.theme.Styles;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.views.Days;
import org.roamledger.views.SavedView;
import org.roamledger.views.Start;
import org.roamledger.views.ViewFolder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// The saved views: open, rename, pass on and delete them, and choose what the window opens with.
public final class ViewsDialog extends Dialog<@Nullable Void> {

    private static final double WIDTH = 640;
    private static final double LIST_HEIGHT = 260;

    private final SavedViewsModel model;
    private final Function<Days, String> periods;
    private final Files files;
    private final Words words;
    private final ListView<SavedView> list = new ListView<>();
    private final ComboBox<Start> start = new ComboBox<>();
    private final Label problems = new Label();

    /// Asks for files.
    ///
    /// @param open asks for a view that was passed on
    /// @param save asks where to write a view, by a name to begin with
    public record Files(Supplier<Optional<Path>> open, Function<String, Optional<Path>> save) {}

    /// @param periods words for days
    public ViewsDialog(
            SavedViewsModel model,
            Function<Days, String> periods,
            Files files,
            Words words,
            Window owner) {
        this.model = model;
        this.periods = periods;
        this.files = files;
        this.words = words;
        DialogFrame.set(this, owner, words.text("views.title"), words);
        setResizable(true);
        getDialogPane().setContent(content());
        var wiring = new Wiring();
        wiring.follow(model.content(), this::tell);
        wiring.follow(model.start(), start::setValue);
        wiring.onChange(model.open(), list::refresh);
        setOnHidden(_ -> wiring.close());
        setOnShown(_ -> list.requestFocus());
        model.refresh();
    }

    private VBox content() {
        list.setId("views");
        list.setAccessibleText(words.text("views.title"));
        list.getStyleClass().add(Styles.BORDERED);
        list.setPlaceholder(placeholder());
        list.setPrefHeight(LIST_HEIGHT);
        list.setCellFactory(_ -> new Line());
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        VBox.setVgrow(list, Priority.ALWAYS);
        problems.setId("views-problems");
        problems.setWrapText(true);
        problems.setMinHeight(Label.USE_PREF_SIZE);
        problems.getStyleClass().add("field-problem");
        problems.managedProperty().bind(problems.textProperty().isNotEmpty());
        start.setId("views-start");
        Form.name(start, this::words);
        start.setOnAction(
                _ -> {
                    var chosen = start.getValue();
                    if (chosen != null && !chosen.equals(model.start().get())) {
                        model.choose(chosen);
                    }
                });
        var content =
                new VBox(12, list, buttons(), problems, Form.field(words, "views.start", start));
        content.getStyleClass().add("source-form");
        content.setPrefWidth(WIDTH);
        return content;
    }

    private Label placeholder() {
        var none = new Label(words.text("views.none"));
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        return none;
    }

    private void pressed(KeyEvent event) {
        var pressed = event.getCode();
        if (pressed == KeyCode.ENTER) {
            chosen(this::open);
        } else if (pressed == KeyCode.F2) {
            chosen(this::rename);
        } else if (pressed == KeyCode.DELETE) {
            chosen(model::delete);
        } else {
            return;
        }
        event.consume();
    }

    private void chosen(Consumer<SavedView> action) {
        var view = list.getSelectionModel().getSelectedItem();
        if (view != null) {
            action.accept(view);
        }
    }

    private HBox buttons() {
        var none = list.getSelectionModel().selectedItemProperty().isNull();
        var open = button("views.show", none, () -> chosen(this::open));
        open.getStyleClass().add(Styles.ACCENT);
        var pass = button("views.pass", none, () -> chosen(this::pass));
        var delete = button("views.delete", none, () -> chosen(model::delete));
        delete.getStyleClass().add(Styles.DANGER);
        var take = button("views.openFile", null, () -> files.open().get().ifPresent(this::take));
        var space = new HBox();
        HBox.setHgrow(space, Priority.ALWAYS);
        var row =
                new HBox(
                        8,
                        open,
                        button("views.rename", none, () -> chosen(this::rename)),
                        pass,
                        delete,
                        space,
                        take);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(String key, @Nullable ObservableValue<Boolean> none, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        if (none != null) {
            button.disableProperty().bind(none);
        }
        return button;
    }

    private void open(SavedView view) {
        close();
        model.open(view);
    }

    private void take(Path file) {
        close();
        model.openFile(file);
    }

    private void rename(SavedView view) {
        new ViewNameDialog(
                        "views.rename.title",
                        view.name(),
                        "",
                        (name, done, failed) -> model.rename(view, name, done, failed),
                        words,
                        getDialogPane().getScene().getWindow())
                .show();
    }

    private void pass(SavedView view) {
        files.save()
                .apply(ViewFolder.fileName(view.name()) + ViewFolder.ENDING)
                .ifPresent(file -> model.saveFile(view.view(), file));
    }

    private void tell(ViewFolder.Content content) {
        var selected = list.getSelectionModel().getSelectedIndex();
        list.getItems().setAll(content.views());
        if (!content.views().isEmpty()) {
            list.getSelectionModel().select(Math.clamp(selected, 0, content.views().size() - 1));
        }
        problems.setText(
                String.join("\n", content.problems().stream().map(words::problem).toList()));
        var starts = new ArrayList<Start>(List.of(new Start.Standard(), new Start.LeftOff()));
        content.views().forEach(view -> starts.add(start(view)));
        start.getItems().setAll(starts);
        start.setValue(model.start().get());
        Form.fit(this);
    }

    private static Start start(SavedView view) {
        return new Start.Saved(String.valueOf(view.file().getFileName()));
    }

    private String words(Start start) {
        return switch (start) {
            case Start.Standard() -> words.text("views.standard");
            case Start.LeftOff() -> words.text("views.leftOff");
            case Start.Saved _ ->
                    model.content().get().views().stream()
                            .filter(view -> start(view).equals(start))
                            .map(SavedView::name)
                            .findFirst()
                            .orElseGet(() -> words.text("views.standard"));
        };
    }

    private final class Line extends ListCell<SavedView> {

        private final Label name = new Label();
        private final Label about = new Label();
        private final HBox line = new HBox(12, name, about);

        Line() {
            about.getStyleClass().add("muted");
            about.setMinWidth(0);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseClicked(
                    event -> {
                        if (event.getClickCount() == 2 && getItem() != null) {
                            open(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(SavedView item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            var open = model.open().get();
            var isOpen = open != null && open.file().equals(item.file());
            name.setText(isOpen ? words.text("views.isOpen", item.name()) : item.name());
            about.setText(periods.apply(item.state().days()));
            setAccessibleText(name.getText() + ", " + about.getText());
            setGraphic(line);
        }
    }
}
