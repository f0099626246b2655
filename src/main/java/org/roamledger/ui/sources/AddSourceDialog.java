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
import org.roamledger.ui.base.Engine.NewSource;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.sources.NewSourceModel.Field;

import java.time.ZoneId;
import java.util.List;

/// Asks for a back office.
public final class AddSourceDialog extends Dialog<@Nullable Void> {

    private static final List<Network> NETWORKS =
            List.of(Network.HUBJECT, Network.GIREVE, Network.OCPI);

    private final Words words;
    private final NewSourceModel model;
    private final TextField name = new TextField();
    private final TextField url = new TextField();
    private final PasswordField token = new PasswordField();
    private final ComboBox<@Nullable Network> network = new ComboBox<>();
    private final TextField organisation = new TextField();
    private final ComboBox<String> zone = new SearchableComboBox<>();

    public AddSourceDialog(SourcesModel sources, Words words, Window owner) {
        this.words = words;
        this.model = new NewSourceModel(sources);
        initOwner(owner);
        setTitle(words.text("source.title"));
        setHeaderText(null);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane().getStyleClass().add("source-dialog");
        fill();
        getDialogPane().setContent(form());
        var add = new ButtonType(words.text("source.add"), ButtonBar.ButtonData.OK_DONE);
        var close = new ButtonType(words.text("action.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
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
        var hint = new Label(words.text("source.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        var wait = new ProgressIndicator();
        wait.setPrefSize(20, 20);
        wait.visibleProperty().bind(model.waiting());
        wait.managedProperty().bind(model.waiting());
        var pair = new HBox(12, field("source.network", network, null));
        pair.getChildren().add(field("source.zone", zone, Field.ZONE));
        pair.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var form =
                new VBox(
                        12,
                        hint,
                        field("source.name", name, Field.NAME),
                        field("source.url", url, Field.URL),
                        field("source.token", token, Field.TOKEN),
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
                            fit();
                        });
        return shown;
    }

    private VBox field(String key, Control input, @Nullable Field field) {
        var label = new Label(words.text(key));
        label.setMnemonicParsing(true);
        label.setLabelFor(input);
        label.getStyleClass().add("field-label");
        input.setAccessibleText(words.text(key).replace("_", ""));
        input.setMaxWidth(Double.MAX_VALUE);
        var box = new VBox(4, label, input);
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
                            fit();
                        });
        return told;
    }

    /// Makes room for what is wrong.
    private void fit() {
        var scene = getDialogPane().getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }

    private NewSource entered() {
        var owner = organisation.getText().strip();
        var zoneName = zone.getValue();
        return new NewSource(
                name.getText().strip(),
                url.getText().strip(),
                token.getText().strip(),
                network.getValue(),
                owner.isEmpty() ? null : owner,
                zoneName == null ? null : ZoneId.of(zoneName));
    }
}
