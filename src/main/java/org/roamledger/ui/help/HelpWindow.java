package org.roamledger.ui.help;

import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Words;

import java.util.Objects;

/// The help in a window of its own, beside what it is about.
public final class HelpWindow {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 520;
    private static final double TOPICS = 230;

    private final Words words;
    private final HelpText text;
    private final ListView<HelpTopic> topics = new ListView<>();
    private final TextField search = new TextField();
    private final VBox page = new VBox(12);
    private final ScrollPane scroll = new DirectScrollPane(page);
    private final Stage stage = new Stage();

    private HelpWindow(Window owner, Words words) {
        this.words = words;
        text = new HelpText(words.locale());
        search.setId("help-search");
        search.setPromptText(words.text("help.search"));
        search.setAccessibleText(words.text("help.search"));
        search.textProperty().subscribe(typed -> topics.getItems().setAll(text.matching(typed)));
        topics.setId("help-topics");
        topics.setAccessibleText(words.text("help.topics"));
        topics.setCellFactory(_ -> new TopicCell());
        topics.setPlaceholder(new Label(words.text("help.none")));
        topics.getSelectionModel().selectedItemProperty().subscribe(this::fill);
        page.getStyleClass().add("help-page");
        scroll.setId("help-page");
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(words.text("help.title"));
        var left = new VBox(8, search, topics);
        left.setPadding(new Insets(12));
        left.setPrefWidth(TOPICS);
        VBox.setVgrow(topics, Priority.ALWAYS);
        var frame = new BorderPane(scroll);
        frame.setLeft(left);
        frame.getStyleClass().add("help");
        // A list keeps Escape to itself.
        frame.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        var scene = new Scene(frame, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        stage.initOwner(owner);
        stage.setTitle(words.text("help.title"));
        stage.setScene(scene);
    }

    /// Shows a topic above the window it is about.
    public static void show(HelpTopic topic, Window owner, Words words) {
        var help = new HelpWindow(owner, words);
        help.topics.getSelectionModel().select(topic);
        help.stage.show();
        help.topics.requestFocus();
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            stage.hide();
            event.consume();
        }
    }

    private void fill(@Nullable HelpTopic topic) {
        page.getChildren().clear();
        if (topic == null) {
            return;
        }
        page.getChildren().add(wrapped(text.title(topic), "empty-title"));
        text.paragraphs(topic).forEach(each -> page.getChildren().add(wrapped(each, "help-text")));
        var keys = new GridPane(24, 6);
        for (var command : topic.commands()) {
            keys.addRow(
                    keys.getRowCount(),
                    new Label(title(command)),
                    new Label(
                            KeyCombination.keyCombination(Objects.requireNonNull(command.keys()))
                                    .getDisplayText()));
        }
        page.getChildren().addAll(wrapped(words.text("help.keys"), "field-label"), keys);
        scroll.setVvalue(0);
    }

    private String title(Command command) {
        return words.text(command.wordsKey()).replace("_", "").replace("…", "");
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private final class TopicCell extends ListCell<HelpTopic> {

        @Override
        protected void updateItem(@Nullable HelpTopic topic, boolean empty) {
            super.updateItem(topic, empty);
            setText(topic == null || empty ? null : text.title(topic));
        }
    }
}
