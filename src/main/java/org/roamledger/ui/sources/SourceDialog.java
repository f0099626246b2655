package org.roamledger.ui.sources;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.FileField;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.SearchableChoice;
import org.roamledger.ui.base.Sources.Hub;
import org.roamledger.ui.base.Sources.Login;
import org.roamledger.ui.base.Sources.NewSource;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.sources.NewSourceModel.Field;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks for a back office or another server that sessions come from, or for other settings of one.
public final class SourceDialog extends Dialog<@Nullable Void> {

    private static final double COLUMN = 370;
    private static final double GAP = 10;

    /// On a low screen the form scrolls, and its buttons stay in sight.
    private static final double MOST_HEIGHT = 560;

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
    private final @Nullable NewSource before;
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
    private final ComboBox<String> zone;
    private final TextArea rules = new TextArea();
    private final TextField fromParty = new TextField();
    private final TextField toParty = new TextField();
    private final ScrollPane scroll = new DirectScrollPane();

    /// Of a source that is added.
    ///
    /// @param askFile asks for a file of certificates
    public SourceDialog(
            SourcesModel sources, Supplier<Optional<Path>> askFile, Words words, Window owner) {
        this(sources, null, askFile, words, owner);
    }

    /// @param before how the source is now, which keeps its name and kind; absent for a new one
    SourceDialog(
            SourcesModel sources,
            @Nullable NewSource before,
            Supplier<Optional<Path>> askFile,
            Words words,
            Window owner) {
        this.words = words;
        this.zone = new SearchableChoice<>(words);
        this.before = before;
        this.model = new NewSourceModel(sources, before != null);
        this.certificate = new FileField("source-certificate", askFile, words);
        Form.dress(this, words, before == null ? "source.title" : "source.edit.title", owner);
        fill();
        if (before != null) {
            show(before);
        }
        getDialogPane().getStyleClass().add("sources-dialog");
        getDialogPane().setContent(form());
        var keepKey = before == null ? "source.add" : "source.keep";
        var keepAnywayKey = before == null ? "source.addAnyway" : "source.keepAnyway";
        var add = new ButtonType(words.text(keepKey), ButtonBar.ButtonData.OK_DONE);
        var close = new ButtonType(words.text("action.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(add, close);
        var addButton = (Button) getDialogPane().lookupButton(add);
        addButton.setId("source-add");
        addButton
                .textProperty()
                .bind(
                        model.doubtful()
                                .map(doubtful -> words.text(doubtful ? keepAnywayKey : keepKey)));
        // A sync that is under way goes on as it began.
        addButton
                .disableProperty()
                .bind(
                        before == null
                                ? model.waiting()
                                : model.waiting().or(sources.syncing().running()));
        addButton.addEventFilter(
                ActionEvent.ACTION,
                event -> {
                    event.consume();
                    model.keep(entered());
                });
        model.kept().subscribe(_ -> closeIfKept());
        setOnShown(_ -> (before == null ? kind : url).requestFocus());
        setOnHidden(_ -> model.abandon());
    }

    private void closeIfKept() {
        if (model.kept().get()) {
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
        organisation.setId("source-organisation");
        rules.setId("source-rules");
        rules.setPrefRowCount(2);
        rules.setPromptText("provider:DE-8EO=Hubject");
        fromParty.setId("source-from-party");
        fromParty.setPromptText("SE*ABC");
        toParty.setId("source-to-party");
        List.of(name, url, token, operator, password, organisation, rules, fromParty, toParty)
                .forEach(field -> onChange(field.textProperty()));
        List.of(kind.valueProperty(), network.valueProperty(), zone.valueProperty())
                .forEach(this::onChange);
        onChange(certificate.name().textProperty());
        zone.getItems().setAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
    }

    private void show(NewSource source) {
        name.setText(source.name());
        name.setDisable(true);
        kind.setDisable(true);
        url.setText(source.url());
        switch (source.login()) {
            case Login.Token _ -> {
                kind.setValue(Kind.OCPI);
                token.setPromptText(words.text("source.secret.kept"));
            }
            case Login.Certificate(var of, var file, _) -> {
                kind.setValue(Kind.OICP);
                operator.setText(of == null ? "" : of);
                certificate.set(file);
                password.setPromptText(words.text("source.secret.kept"));
            }
        }
        var known = source.network();
        if (known != null && !network.getItems().contains(known)) {
            network.getItems().add(known);
        }
        network.setValue(known);
        organisation.setText(source.organisation() == null ? "" : source.organisation());
        zone.setValue(source.zone() == null ? null : source.zone().getId());
        var hub = source.hub();
        rules.setText(hub.networkRules());
        fromParty.setText(hub.fromParty() == null ? "" : hub.fromParty());
        toParty.setText(hub.toParty() == null ? "" : hub.toParty());
    }

    /// A test holds only for what was tested.
    private void onChange(ObservableValue<?> value) {
        value.subscribe(() -> model.changed(entered()));
    }

    private Node form() {
        var ofOcpi = field("source.token", token, Field.TOKEN);
        ofOcpi.getChildren().add(2, hint("source.token.hint"));
        var file = Form.field(words, "source.certificate", certificate.name(), certificate);
        file.getChildren().add(problem(Field.CERTIFICATE));
        var ofOicp =
                new VBox(
                        GAP,
                        field("source.operator", operator, null),
                        file,
                        field("source.password", password, null));
        show(ofOcpi, Kind.OCPI);
        show(ofOicp, Kind.OICP);
        kind.valueProperty().subscribe(_ -> Form.fit(this));
        var hint = muted();
        hint.textProperty().bind(kind.valueProperty().map(chosen -> words.text(chosen.hintKey)));
        var what = field("source.kind", kind, null);
        what.getChildren().add(hint);
        var server =
                section(
                        "source.step.server",
                        what,
                        field("source.url", url, Field.URL),
                        ofOcpi,
                        ofOicp);
        var sessions =
                section(
                        "source.step.sessions",
                        explained("source.name", "source.name.hint", name, Field.NAME),
                        explained("source.network", "source.network.hint", network, null),
                        explained(
                                "source.organisation",
                                "source.organisation.hint",
                                organisation,
                                null),
                        explained("source.zone", "source.zone.hint", zone, Field.ZONE));
        var columns = new HBox(28, server, sessions);
        for (var part : columns.getChildren()) {
            HBox.setHgrow(part, Priority.ALWAYS);
            ((VBox) part).setPrefWidth(COLUMN);
        }
        var form = new VBox(16, columns, hubs(), section("source.step.test", testing(), steps()));
        form.setPadding(new Insets(0, 12, 0, 0));
        scroll.setContent(form);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
        scroll.setMaxHeight(MOST_HEIGHT);
        var content = new VBox(scroll);
        content.getStyleClass().add("source-form");
        return content;
    }

    private VBox section(String key, Node... parts) {
        var title = new Label(words.text(key));
        title.getStyleClass().add("pane-title");
        var section = new VBox(GAP, title);
        section.getChildren().addAll(parts);
        return section;
    }

    /// For the few whose server mixes networks or parties.
    private Node hubs() {
        var parties =
                new HBox(
                        12,
                        field("source.fromParty", fromParty, Field.PARTY),
                        field("source.toParty", toParty, null));
        parties.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        var content =
                new VBox(
                        GAP,
                        explained("source.rules", "source.rules.hint", rules, Field.RULES),
                        parties,
                        hint("source.parties.hint"));
        var pane = new TitledPane(words.text("source.hubs"), content);
        pane.setId("source-hubs");
        pane.setMnemonicParsing(true);
        pane.setAnimated(false);
        pane.getStyleClass().add(Styles.DENSE);
        pane.setExpanded(before != null && !before.hub().equals(Hub.NONE));
        pane.expandedProperty().subscribe(_ -> Form.fit(this));
        // What is wrong in there has to be seen.
        model.wrong()
                .subscribe(
                        wrong -> {
                            if (wrong.containsKey(Field.RULES) || wrong.containsKey(Field.PARTY)) {
                                pane.setExpanded(true);
                            }
                        });
        return pane;
    }

    private Node testing() {
        var test = new Button(words.text("source.test"));
        test.setId("source-test");
        test.setMnemonicParsing(true);
        test.setMinWidth(Button.USE_PREF_SIZE);
        test.disableProperty().bind(model.waiting());
        test.setOnAction(_ -> model.test(entered()));
        var wait = new ProgressIndicator();
        wait.setPrefSize(20, 20);
        wait.visibleProperty().bind(model.waiting());
        wait.managedProperty().bind(model.waiting());
        var told = muted();
        told.textProperty()
                .bind(
                        model.waiting()
                                .map(
                                        waiting ->
                                                words.text(
                                                        waiting
                                                                ? "source.testing"
                                                                : before == null
                                                                        ? "source.test.hint"
                                                                        : "source.edit.hint")));
        told.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> model.steps().get().isEmpty(), model.steps()));
        var line = new HBox(10, test, wait, told, problem(Field.WHOLE));
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(told, Priority.ALWAYS);
        return line;
    }

    private Label hint(String key) {
        var hint = muted();
        hint.setText(words.text(key));
        return hint;
    }

    private static Label muted() {
        var label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }

    /// A field with a sentence on what it is for.
    private VBox explained(String key, String hintKey, Control input, @Nullable Field field) {
        var box = field(key, input, field);
        box.getChildren().add(2, hint(hintKey));
        return box;
    }

    private Node steps() {
        var shown = new TestSteps(words);
        model.steps()
                .subscribe(
                        steps -> {
                            shown.show(steps);
                            Form.fit(this);
                            // What a test found stands at the end.
                            if (!steps.isEmpty()) {
                                scroll.layout();
                                scroll.setVvalue(scroll.getVmax());
                            }
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
        var zoneName = zone.getValue();
        return new NewSource(
                name.getText().strip(),
                url.getText().strip(),
                login(),
                network.getValue(),
                orNull(organisation),
                zoneName == null ? null : ZoneId.of(zoneName),
                new Hub(rules.getText(), orNull(fromParty), orNull(toParty)));
    }

    private static @Nullable String orNull(TextField field) {
        var text = field.getText().strip();
        return text.isEmpty() ? null : text;
    }

    private Login login() {
        if (kind.getValue() == Kind.OCPI) {
            return new Login.Token(token.getText().strip());
        }
        return new Login.Certificate(orNull(operator), certificate.file(), password.getText());
    }
}
