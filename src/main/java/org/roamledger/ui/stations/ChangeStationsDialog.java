package org.roamledger.ui.stations;

import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Access;
import org.roamledger.session.FreeUsage;
import org.roamledger.session.KnownStation;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationChange.Change;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.SearchableChoice;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

/// Asks what is to be changed of some stations. What is not touched stays as it is.
final class ChangeStationsDialog extends Dialog<@Nullable Void> {

    private final Words words;
    private final ComboBox<Change<String>> owner = new ComboBox<>();
    private final ComboBox<Change<ZoneId>> zone;
    private final ComboBox<Change<Access>> access = new ComboBox<>();
    private final ComboBox<Change<FreeUsage>> freeUsage = new ComboBox<>();

    ChangeStationsDialog(
            StationsModel model, List<KnownStation> stations, Words words, Window window) {
        this.words = words;
        this.zone = new SearchableChoice<>(words);
        Form.dress(this, words, "stations.changeTitle", window);
        owner.setId("change-owner");
        zone.setId("change-zone");
        access.setId("change-access");
        freeUsage.setId("change-free-usage");
        fill(owner, model.ownerNames(), name -> name);
        // So that a new owner can be typed.
        owner.setEditable(true);
        var zones = ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();
        fill(zone, zones, ZoneId::getId);
        fill(
                access,
                List.of(Access.PUBLIC, Access.PRIVATE),
                word -> words.choice(ReportColumn.ACCESS, word.label()));
        fill(
                freeUsage,
                List.of(FreeUsage.YES, FreeUsage.NO),
                word -> words.choice(ReportColumn.FREE_USAGE, word.label()));
        var count = new Label(words.text("stations.selected", stations.size()));
        count.getStyleClass().add("muted");
        var hint = new Label(words.text("stations.changeHint"));
        hint.setWrapText(true);
        hint.setMinHeight(Label.USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        var form =
                new VBox(
                        12,
                        count,
                        Form.field(words, "stations.change.owner", owner),
                        Form.field(words, "stations.change.zone", zone),
                        Form.field(words, "stations.change.access", access),
                        Form.field(words, "stations.change.freeUsage", freeUsage),
                        hint);
        form.setPrefWidth(420);
        form.getStyleClass().add("source-form");
        getDialogPane().setContent(form);
        var keep = new ButtonType(words.text("action.keep"), ButtonData.OK_DONE);
        var cancel = new ButtonType(words.text("action.cancel"), ButtonData.CANCEL_CLOSE);
        getDialogPane().getButtonTypes().setAll(keep, cancel);
        getDialogPane().lookupButton(keep).setId("change-keep");
        setResultConverter(
                pressed -> {
                    if (pressed == keep) {
                        var ids = stations.stream().map(KnownStation::ids).toList();
                        model.change(ids, entered());
                    }
                    return null;
                });
        setOnShown(_ -> owner.requestFocus());
    }

    private <T> void fill(ComboBox<Change<T>> box, List<T> values, Function<T, String> name) {
        var keep = new Change.Keep<T>();
        box.getItems().add(keep);
        box.getItems().add(new Change.TakeBack<>());
        values.forEach(value -> box.getItems().add(new Change.Say<>(value)));
        Form.name(
                box,
                change ->
                        switch (change) {
                            case Change.Keep<T> _ -> words.text("stations.unchanged");
                            case Change.TakeBack<T> _ -> words.text("stations.takeBack");
                            case Change.Say<T>(var value) -> name.apply(value);
                        });
        box.setValue(keep);
    }

    private StationChange entered() {
        return new StationChange(
                owner(), of(zone.getValue()), of(access.getValue()), of(freeUsage.getValue()));
    }

    /// What was typed counts, also before the focus has left the field.
    private Change<String> owner() {
        var typed = owner.getEditor().getText().strip();
        var listed = owner.getConverter().fromString(typed);
        if (listed != null) {
            return listed;
        }
        return typed.isEmpty() ? new Change.Keep<>() : new Change.Say<>(typed);
    }

    private static <T> Change<T> of(@Nullable Change<T> chosen) {
        return chosen == null ? new Change.Keep<>() : chosen;
    }
}
