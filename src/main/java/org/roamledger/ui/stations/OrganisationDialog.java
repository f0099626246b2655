package org.roamledger.ui.stations;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Organisation;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.ui.base.DialogFrame;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.SearchableChoice;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;

/// Asks for the name of an organisation, its parent and its zone.
final class OrganisationDialog extends Dialog<@Nullable Void> {

    /// Stands for no parent and no zone.
    private static final String NONE = "";

    private final StationsModel model;
    private final @Nullable String before;
    private final TextField name = new TextField();
    private final ComboBox<String> parent = new ComboBox<>();
    private final ComboBox<String> zone;
    private final Label problem = new Label();
    private final Words words;

    /// @param owner the organisation to be changed, or a new one's parent
    /// @param before its name; absent for a new one
    OrganisationDialog(
            StationsModel model, Owner owner, @Nullable String before, Words words, Window window) {
        this.model = model;
        this.before = before;
        this.words = words;
        this.zone = new SearchableChoice<>(words);
        Form.dress(
                this,
                words,
                before == null ? "organisation.newTitle" : "organisation.editTitle",
                window);
        fill(owner);
        problem.setId("organisation-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Label.USE_PREF_SIZE);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        var form =
                new VBox(
                        12,
                        Form.field(words, "organisation.name", name),
                        Form.field(words, "organisation.parent", parent),
                        Form.field(words, "organisation.zone", zone),
                        problem);
        form.setPrefWidth(420);
        form.getStyleClass().add("source-form");
        getDialogPane().setContent(form);
        DialogFrame.keepOrCancel(this, "organisation-keep", this::keep, words)
                .disableProperty()
                .bind(name.textProperty().map(String::isBlank));
        setOnShown(_ -> name.requestFocus());
    }

    private void fill(Owner owner) {
        name.setId("organisation-name");
        name.setText(owner.organisation().name());
        parent.setId("organisation-parent");
        parent.getItems().add(NONE);
        parent.getItems()
                .addAll(
                        model.ownerNames().stream()
                                .filter(other -> !other.equals(before))
                                .toList());
        Form.name(parent, item -> item.isEmpty() ? words.text("organisation.noParent") : item);
        var above = owner.organisation().parent();
        parent.setValue(above == null ? NONE : above);
        zone.setId("organisation-zone");
        zone.getItems().add(NONE);
        zone.getItems().addAll(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        Form.name(zone, item -> item.isEmpty() ? words.text("organisation.noZone") : item);
        zone.setValue(owner.zone() == null ? NONE : owner.zone().getId());
    }

    private void keep() {
        var above = parent.getValue();
        var zoneName = zone.getValue();
        model.put(
                before,
                new Owner(
                        new Organisation(name.getText().strip(), NONE.equals(above) ? null : above),
                        zoneName == null || zoneName.isEmpty() ? null : ZoneId.of(zoneName)),
                this::close,
                refused -> {
                    problem.setText(words.problem(refused));
                    getDialogPane().getScene().getWindow().sizeToScene();
                });
    }
}
