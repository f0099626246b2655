package org.roamledger.ui.sources;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.FileField;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Sources.Connection;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks how servers are reached: through which proxy, and whom to trust besides.
public final class ConnectionDialog extends Dialog<@Nullable Void> {

    private static final String SYSTEM = "system";
    private static final String NONE = "none";

    private final ConnectionModel model;
    private final Words words;
    private final ComboBox<Way> way = new ComboBox<>();
    private final TextField proxy = new TextField();
    private final TextField user = new TextField();
    private final PasswordField password = new PasswordField();
    private final FileField authorities;
    private final Label given = new Label();
    private final Label problem = new Label();

    /// Which proxy.
    private enum Way {
        SYSTEM("connection.system"),
        NONE("connection.none"),
        MANUAL("connection.manual");

        private final String wordsKey;

        Way(String wordsKey) {
            this.wordsKey = wordsKey;
        }
    }

    /// @param askFile asks for a file of certificates
    public ConnectionDialog(
            ConnectionModel model, Supplier<Optional<Path>> askFile, Words words, Window owner) {
        this.model = model;
        this.words = words;
        this.authorities = new FileField("connection-authorities", askFile, words);
        Form.dress(this, words, "connection.title", owner);
        fill();
        getDialogPane().setContent(form());
        var keep = new ButtonType(words.text("action.keep"), ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(keep, cancel);
        var button = getDialogPane().lookupButton(keep);
        button.setId("connection-keep");
        // Before they are known there is nothing that could be kept.
        button.disableProperty().bind(way.valueProperty().isNull());
        button.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    keep();
                });
        setOnShown(_ -> way.requestFocus());
        model.ask(this::tell, this::tell);
    }

    private void fill() {
        way.setId("connection-way");
        way.getItems().setAll(Way.values());
        Form.name(way, item -> words.text(item.wordsKey));
        proxy.setId("connection-proxy");
        proxy.setPromptText("proxy.example.com:8080");
        user.setId("connection-user");
        password.setId("connection-password");
        authorities.name().setPromptText(words.text("connection.noAuthorities"));
        given.setId("connection-given");
        given.setWrapText(true);
        given.setMinHeight(Label.USE_PREF_SIZE);
        given.managedProperty().bind(given.textProperty().isNotEmpty());
        problem.setId("connection-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
    }

    private Node form() {
        var login =
                new HBox(
                        12,
                        Form.field(words, "connection.user", user),
                        Form.field(words, "connection.password", password));
        login.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var manual = new VBox(12, Form.field(words, "connection.proxy", proxy), login);
        manual.visibleProperty().bind(way.valueProperty().isEqualTo(Way.MANUAL));
        manual.managedProperty().bind(manual.visibleProperty());
        way.valueProperty().subscribe(_ -> Form.fit(this));
        var hint = new Label(words.text("connection.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        var form =
                new VBox(
                        12,
                        given,
                        Form.field(words, "connection.way", way),
                        manual,
                        Form.field(
                                words, "connection.authorities", authorities.name(), authorities),
                        hint,
                        problem);
        form.setPrefWidth(480);
        form.getStyleClass().add("source-form");
        return form;
    }

    private void tell(Connection now) {
        switch (now.proxy()) {
            case SYSTEM -> way.setValue(Way.SYSTEM);
            case NONE -> way.setValue(Way.NONE);
            default -> {
                proxy.setText(now.proxy());
                if (now.proxyUser() != null) {
                    user.setText(now.proxyUser());
                    password.setPromptText(words.text("connection.samePassword"));
                }
                way.setValue(Way.MANUAL);
            }
        }
        authorities.set(now.authorities());
        way.setDisable(now.given().proxy());
        proxy.setDisable(now.given().proxy());
        authorities.setDisable(now.given().authorities());
        if (now.given().proxy() || now.given().authorities()) {
            given.setText(words.text("connection.given"));
        }
        Form.fit(this);
    }

    private void tell(Problem refused) {
        problem.setText(words.problem(refused));
        Form.fit(this);
    }

    private void keep() {
        problem.setText("");
        var manual = way.getValue() == Way.MANUAL;
        var name = user.getText().strip();
        model.keep(
                new Connection(
                        switch (way.getValue()) {
                            case SYSTEM -> SYSTEM;
                            case NONE -> NONE;
                            case MANUAL -> proxy.getText().strip();
                        },
                        manual && !name.isEmpty() ? name : null,
                        authorities.file()),
                manual ? password.getText() : "",
                this::close,
                this::tell);
    }
}
