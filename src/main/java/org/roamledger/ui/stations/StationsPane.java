package org.roamledger.ui.stations;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.session.KnownStation;
import org.roamledger.session.Organisation;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The screen on which a person says who owns which station.
public final class StationsPane extends BorderPane {

    private final StationsModel model;
    private final Words words;
    private final Files files;
    private final StationTable table;
    private final OwnerTree tree;
    private final CustomTextField search = new CustomTextField();

    /// What the screen cannot do by itself.
    ///
    /// @param importList asks for a list and imports it
    /// @param exportTarget asks for a file to write, beginning with a name
    public record Files(
            Runnable importList, BiFunction<Window, String, Optional<Path>> exportTarget) {}

    /// @param zone in which times are told
    public StationsPane(StationsModel model, Words words, ZoneId zone, Files files, Wiring wiring) {
        this.model = model;
        this.words = words;
        this.files = files;
        setId("stations-pane");
        getStyleClass().add("stations-pane");
        tree = new OwnerTree(model, words, wiring);
        table = new StationTable(model, words, zone, wiring, this::change);
        setTop(header());
        setLeft(owners(wiring));
        setCenter(stations(wiring));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        model.close();
                        event.consume();
                    }
                });
    }

    /// Puts the keys where work begins.
    public void focus() {
        tree.requestFocus();
    }

    /// Puts the keys into the search.
    public void find() {
        search.requestFocus();
    }

    private Node header() {
        var back = button("stations.back", Material2AL.ARROW_BACK, model::close);
        back.setId("stations-back");
        var title = new Label(words.text("stations.title"));
        title.getStyleClass().add("title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var load = button("stations.import", Material2AL.FILE_UPLOAD, files.importList());
        load.setId("stations-import");
        var export = button("stations.export", Material2MZ.SAVE_ALT, this::export);
        export.setId("stations-export");
        var header = new HBox(8, back, title, space, load, export);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("window-header");
        return header;
    }

    private Node owners(Wiring wiring) {
        var title = new Label(words.text("stations.organisations"));
        title.getStyleClass().add("pane-title");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var add = icon("organisation.add", Material2AL.ADD, this::addOrganisation);
        add.setId("organisation-add");
        var edit = icon("organisation.edit", Material2AL.EDIT, this::editOrganisation);
        edit.setId("organisation-edit");
        wiring.follow(
                model.shown(),
                shown -> edit.setDisable(shown == null || shown.node().owner() == null));
        var head = new HBox(4, title, space, add, edit);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("pane-head");
        var pane = new BorderPane(tree);
        pane.setTop(head);
        pane.getStyleClass().addAll("filter-pane", "owner-pane");
        return pane;
    }

    private Node stations(Wiring wiring) {
        search.setId("stations-search");
        search.setPromptText(words.text("stations.search"));
        search.setAccessibleText(words.text("stations.search"));
        search.setLeft(new FontIcon(Material2MZ.SEARCH));
        search.setPrefWidth(280);
        wiring.onChange(search.textProperty(), () -> model.search(search.getText()));
        var count = new Label();
        count.setId("stations-count");
        count.getStyleClass().add("muted");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var change = button("stations.change", Material2AL.EDIT, this::change);
        change.setId("stations-change");
        change.getStyleClass().removeAll(Styles.FLAT);
        change.disableProperty()
                .bind(Bindings.isEmpty(table.getSelectionModel().getSelectedItems()));
        var name = new Label();
        name.getStyleClass().add("pane-title");
        name.setMinWidth(0);
        // The name of an organisation may be longer than there is room for.
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(name.textProperty());
        Runnable tell = () -> tell(name, count);
        wiring.follow(model.shown(), _ -> tell.run());
        ListChangeListener<KnownStation> selected = _ -> tell.run();
        table.getSelectionModel().getSelectedItems().addListener(selected);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(12, name, count, space, search, change);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("stations-bar");
        var content = new StackPane(table, state(wiring));
        VBox.setVgrow(content, Priority.ALWAYS);
        return new VBox(bar, content);
    }

    private void tell(Label name, Label count) {
        var shown = model.shown().get();
        if (shown != null) {
            name.setText(OwnerTree.name(shown.node(), words));
            var selected = table.getSelectionModel().getSelectedItems().size();
            count.setText(
                    words.text("stations.count", shown.stations().size())
                            + (selected == 0
                                    ? ""
                                    : " · " + words.text("stations.selected", selected)));
        }
    }

    /// What stands where the stations stand while there are none.
    private Node state(Wiring wiring) {
        var wait = new ProgressIndicator();
        wait.setMaxSize(40, 40);
        var title = new Label();
        title.setId("stations-state");
        title.getStyleClass().add("empty-title");
        var hint = new Label();
        hint.setWrapText(true);
        hint.setMaxWidth(460);
        hint.setTextAlignment(TextAlignment.CENTER);
        hint.getStyleClass().add("muted");
        var again = new Button(words.text("action.tryAgain"));
        again.setId("stations-again");
        again.setMnemonicParsing(true);
        again.setOnAction(_ -> model.reload());
        var box = new VBox(10, wait, title, hint, again);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("empty-state");
        for (var part : List.of(wait, hint, again)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        Runnable decide =
                () -> {
                    var shown = model.shown().get();
                    var problem = model.problem().get();
                    var loading = model.loading().running().get() && shown == null;
                    wait.setVisible(loading);
                    hint.setVisible(!loading);
                    again.setVisible(problem != null && !loading);
                    box.setVisible(shown == null || shown.stations().isEmpty());
                    title.setText(words.text(stateKey(shown, problem != null, loading)));
                    hint.setText(
                            problem == null
                                    ? words.text("stations.none.hint")
                                    : words.problem(problem));
                };
        wiring.follow(model.shown(), _ -> decide.run());
        wiring.onChange(model.problem(), decide);
        wiring.onChange(model.loading().running(), decide);
        return box;
    }

    private static String stateKey(
            StationsModel.@Nullable Shown shown, boolean failed, boolean loading) {
        if (loading) {
            return "activity.stations";
        }
        if (failed) {
            return "stations.loadFailed";
        }
        return shown == null || shown.tree().getFirst().stations() == 0
                ? "stations.none"
                : "stations.noneHere";
    }

    private void change() {
        var selected = List.copyOf(table.getSelectionModel().getSelectedItems());
        if (!selected.isEmpty()) {
            new ChangeStationsDialog(model, selected, words, getScene().getWindow()).show();
        }
    }

    /// Below the organisation that is chosen.
    private void addOrganisation() {
        var shown = model.shown().get();
        var parent = shown == null || shown.node().owner() == null ? null : shown.node().name();
        showDialog(new Owner(new Organisation("", parent), null), null);
    }

    private void editOrganisation() {
        var shown = model.shown().get();
        if (shown != null && shown.node().owner() != null) {
            showDialog(shown.node().owner(), shown.node().name());
        }
    }

    private void showDialog(Owner owner, @Nullable String before) {
        new OrganisationDialog(model, owner, before, words, getScene().getWindow()).show();
    }

    private void export() {
        files.exportTarget()
                .apply(getScene().getWindow(), "stations.csv")
                .ifPresent(target -> model.export(target, words.locale()));
    }

    private Button button(String key, Ikon icon, Runnable action) {
        var button = new Button(words.text(key), new FontIcon(icon));
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Button icon(String key, Ikon icon, Runnable action) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
