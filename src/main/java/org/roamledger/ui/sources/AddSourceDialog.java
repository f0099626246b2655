package org.roamledger.ui.sources;

import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.controlsfx.control.SearchableComboBox;
import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.ui.base.Engine.Login;
import org.roamledger.ui.base.Engine.NewSource;
import org.roamledger.ui.base.FileField;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.sources.NewSourceModel.Field;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for a back office or another server that sessions come from.
public final class AddSourceDialog extends Dialog<@Nullable Void> {

    private static final List<Network> NETWORKS =
            List.of(Network.HUBJECT, Network.GIREVE, Network.OCPI);

    /// What a server speaks.
    private enum Kind {
        OCPI("source.ocpi", "source.ocpi.hint"),
        OICP("source.oicp", "source.oicp.hint");

        private final String wordsKey;
        private final String hintKey;

        Kind(String wordsKey, String hintKey) {
            this.wordsKey = wordsKey;
            this.hintKey = hintKey;
        }
    }

    private final Words words;
    private final NewSourceModel model;
    private final TextField name = new TextField();
    private final TextField url = new TextField();
    private final PasswordField token = new PasswordField();
    private final ComboBox<Kind> kind = new ComboBox<>();
    private final TextField operator = new TextField();
    private final FileField certificate;
    private final PasswordField password = new PasswordField();
    private final ComboBox<@Nullable Network> network = new ComboBox<>();
    private final TextField organisation = new TextField();
    private final ComboBox<String> zone = new SearchableComboBox<>();

    /// @param askFile asks for a file of certificates
    public AddSourceDialog(
            SourcesModel sources, Supplier<Optional<Path>> askFile, Words words, Window owner) {
        this.words = words;
        this.model = new NewSourceModel(sources);
        this.certificate = new FileField("source-certificate", askFile, words);
        Form.dress(this, words, "source.title", owner);
        fill();
        getDialogPane().setContent(form());
        var add = new ButtonType(words.text("source.add"), ButtonBar.ButtonData.OK_DONE);
        var close = new ButtonType(words.text("action.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        var test = new ButtonType(words.text("source.test"), ButtonBar.ButtonData.LEFT);
        getDialogPane().getButtonTypes().setAll(test, add, close);
        var testButton = getDialogPane().lookupButton(test);
        testButton.setId("source-test");
        testButton.disableProperty().bind(model.waiting());
        testButton.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    model.test(entered());
                });
        var addButton = getDialogPane().lookupButton(add);
        addButton.setId("source-add");
        addButton.disableProperty().bind(model.waiting());
        addButton.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    model.add(entered());
                });
        model.added().subscribe(_ -> closeIfAdded());
        setOnShown(_ -> name.requestFocus());
    }

    private void closeIfAdded() {
        if (model.added().get()) {
            close();
        }
    }

    private void fill() {
        name.setId("source-name");
        url.setId("source-url");
        url.setPromptText("https://");
        token.setId("source-token");
        kind.setId("source-kind");
        kind.getItems().setAll(Kind.values());
        kind.setValue(Kind.OCPI);
        Form.name(kind, item -> words.text(item.wordsKey));
        operator.setId("source-operator");
        operator.setPromptText("DE*ABC");
        password.setId("source-password");
        network.getItems().add(null);
        network.getItems().addAll(NETWORKS);
        network.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Network shown) {
                        return shown == null ? words.text("source.asSent") : shown.label();
                    }

                    @Override
                    public Network fromString(String text) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    }

    private Node form() {
        var hint = new Label();
        hint.textProperty().bind(kind.valueProperty().map(chosen -> words.text(chosen.hintKey)));
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        var wait = new ProgressIndicator();
        wait.setPrefSize(20, 20);
        wait.visibleProperty().bind(model.waiting());
        wait.managedProperty().bind(model.waiting());
        var ofOcpi = field("source.token", token, Field.TOKEN);
        var file = Form.field(words, "source.certificate", certificate.name(), certificate);
        file.getChildren().add(problem(Field.CERTIFICATE));
        var ofOicp =
                new VBox(
                        12,
                        field("source.operator", operator, null),
                        file,
                        field("source.password", password, null));
        show(ofOcpi, Kind.OCPI);
        show(ofOicp, Kind.OICP);
        kind.valueProperty()
                .subscribe(
                        _ -> {
                            model.forget();
                            Form.fit(this);
                        });
        var pair =
                new HBox(
                        12,
                        field("source.network", network, null),
                        field("source.zone", zone, Field.ZONE));
        for (var part : pair.getChildren()) {
            HBox.setHgrow(part, Priority.ALWAYS);
            ((VBox) part).setPrefWidth(1);
        }
        var form =
                new VBox(
                        12,
                        field("source.kind", kind, null),
                        hint,
                        field("source.name", name, Field.NAME),
                        field("source.url", url, Field.URL),
                        ofOcpi,
                        ofOicp,
                        field("source.organisation", organisation, null),
                        pair,
                        new HBox(8, wait, problem(Field.WHOLE)),
                        steps());
        form.setPrefWidth(480);
        form.getStyleClass().add("source-form");
        return form;
    }

    private Node steps() {
        var shown = new TestSteps(words);
        model.steps()
                .subscribe(
                        steps -> {
                            shown.show(steps);
                            Form.fit(this);
                        });
        return shown;
    }

    private void show(Node part, Kind of) {
        part.visibleProperty().bind(kind.valueProperty().isEqualTo(of));
        part.managedProperty().bind(part.visibleProperty());
    }

    private VBox field(String key, Control input, @Nullable Field field) {
        var box = Form.field(words, key, input);
        if (field != null) {
            box.getChildren().add(problem(field));
        }
        return box;
    }

    private Label problem(Field field) {
        var told = new Label();
        told.setId("wrong-" + field.name());
        told.setWrapText(true);
        told.getStyleClass().add("field-problem");
        told.managedProperty().bind(told.visibleProperty());
        model.wrong()
                .subscribe(
                        wrong -> {
                            var found = wrong.get(field);
                            told.setVisible(found != null);
                            told.setText(
                                    found == null
                                            ? ""
                                            : found.map(words::problem)
                                                    .orElse(words.text("source.required")));
                            Form.fit(this);
                        });
        return told;
    }

    private NewSource entered() {
        var owner = organisation.getText().strip();
        var zoneName = zone.getValue();
        return new NewSource(
                name.getText().strip(),
                url.getText().strip(),
                login(),
                network.getValue(),
                owner.isEmpty() ? null : owner,
                zoneName == null ? null : ZoneId.of(zoneName));
    }

    private Login login() {
        if (kind.getValue() == Kind.OCPI) {
            return new Login.Token(token.getText().strip());
        }
        var id = operator.getText().strip();
        return new Login.Certificate(
                id.isEmpty() ? null : id, certificate.file(), password.getText());
    }
}
