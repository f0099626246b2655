package org.roamledger.ui.shell;

import atlantafx.base.controls.RingProgressIndicator;
import atlantafx.base.theme.Styles;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.ArrayList;

/// Stands where the rows would stand, and says why there are none and what can be done.
final class EmptyState extends StackPane {

    private final WindowModel model;
    private final Commands commands;
    private final Words words;

    EmptyState(WindowModel model, Commands commands, Words words, Wiring wiring) {
        this.model = model;
        this.commands = commands;
        this.words = words;
        setId("empty-state");
        getStyleClass().add("empty-state");
        wiring.follow(model.content(), this::tell);
    }

    private void tell(ContentState state) {
        setVisible(state != ContentState.ROWS);
        getChildren().clear();
        switch (state) {
            case ROWS -> {}
            case FIRST_LOAD -> getChildren().add(waiting());
            case NO_SOURCES -> {
                getChildren().add(firstSteps());
                // Nothing else can be done here, so this is where the keys begin.
                focus();
            }
            case NO_ROWS ->
                    getChildren()
                            .add(
                                    card(
                                            Material2OutlinedAL.EVENT_BUSY,
                                            "empty.noRows",
                                            words.text("empty.noRows.hint"),
                                            button("empty.earlier", this::earlier, true),
                                            button("header.sync", Command.SYNC, false)));
            case NO_MATCH ->
                    getChildren()
                            .add(
                                    card(
                                            Material2OutlinedMZ.SEARCH_OFF,
                                            "empty.noMatch",
                                            words.text("empty.noMatch.hint"),
                                            button("empty.clear", Command.CLEAR_FILTER, true)));
            case FAILED -> {
                var problem = model.report().problem().get();
                getChildren()
                        .add(
                                card(
                                        Material2AL.ERROR_OUTLINE,
                                        "load.failed",
                                        problem == null ? "" : words.problem(problem),
                                        button("action.tryAgain", Command.RELOAD, true)));
            }
        }
    }

    /// Puts the keys on the first thing that can be done.
    void focus() {
        lookup(".button").requestFocus();
    }

    private void earlier() {
        model.filter().movePeriod(-1);
    }

    private Node waiting() {
        var ring = new RingProgressIndicator();
        ring.setMinSize(56, 56);
        ring.progressProperty().bind(model.report().loading().progress());
        // It turns as long as it is visible, and whatever turns is never forgotten.
        ring.visibleProperty()
                .bind(
                        ring.sceneProperty()
                                .flatMap(Scene::windowProperty)
                                .flatMap(Window::showingProperty)
                                .orElse(false));
        var title = new Label(words.text("load.first"));
        title.getStyleClass().add("empty-title");
        var box = new VBox(16, ring, title);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node firstSteps() {
        var steps = new ArrayList<Node>();
        if (commands.offered().contains(Command.TRY_SAMPLE)) {
            steps.add(
                    step(
                            Material2OutlinedMZ.SCIENCE,
                            "empty.sample",
                            Command.TRY_SAMPLE,
                            Styles.BUTTON_OUTLINED));
        }
        steps.add(
                step(
                        Material2OutlinedAL.DNS,
                        "empty.addSource",
                        Command.ADD_SOURCE,
                        Styles.ACCENT));
        steps.add(
                step(
                        Material2OutlinedAL.FILE_UPLOAD,
                        "empty.import",
                        Command.IMPORT,
                        Styles.BUTTON_OUTLINED));
        var title = new Label(words.text("empty.noSources"));
        title.getStyleClass().add("empty-title");
        var hint = hint(words.text("empty.noSources.hint"));
        var row = new HBox(16, steps.toArray(Node[]::new));
        row.setAlignment(Pos.CENTER);
        var box = new VBox(8, title, hint, row);
        VBox.setMargin(row, new Insets(20, 0, 0, 0));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private Node step(Ikon icon, String key, Command command, String style) {
        var button = button(key, command, false);
        button.getStyleClass().add(style);
        var sign = new FontIcon(icon);
        sign.getStyleClass().add("step-icon");
        var title = new Label(words.text(key + ".title"));
        title.getStyleClass().add("step-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        var text = hint(words.text(key + ".hint"));
        // So that the buttons stand in one line, however long the words above them are.
        text.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(text, Priority.ALWAYS);
        text.setAlignment(Pos.TOP_CENTER);
        var card = new VBox(10, sign, title, text, button);
        card.setAlignment(Pos.TOP_CENTER);
        card.setPrefWidth(236);
        card.getStyleClass().add("step-card");
        return card;
    }

    private Node card(Ikon icon, String key, String hint, Button... buttons) {
        var sign = new FontIcon(icon);
        sign.getStyleClass().add("empty-icon");
        var title = new Label(words.text(key));
        title.getStyleClass().add("empty-title");
        var row = new HBox(8, buttons);
        row.setAlignment(Pos.CENTER);
        var box = new VBox(10, sign, title, hint(hint), row);
        VBox.setMargin(row, new Insets(10, 0, 0, 0));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static Label hint(String text) {
        var hint = new Label(text);
        hint.setWrapText(true);
        hint.setMaxWidth(460);
        hint.setTextAlignment(TextAlignment.CENTER);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private Button button(String key, Command command, boolean main) {
        return button(key, () -> commands.run(command), main);
    }

    private Button button(String key, Runnable action, boolean main) {
        var button = new Button(words.text(key));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setOnAction(_ -> action.run());
        if (main) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        return button;
    }
}
