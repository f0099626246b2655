package org.roamledger.ui.sources;

import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Sources.Schedule;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.List;

/// When this workstation syncs without being asked.
final class ScheduleForm extends VBox {

    private static final int HOUR = 60;
    private static final List<Integer> MINUTES = List.of(0, 15, 30, HOUR, 2 * HOUR, 4 * HOUR);

    private final AutoSync model;
    private final CheckBox atStart = new CheckBox();
    private final ComboBox<Integer> every = new ComboBox<>();

    ScheduleForm(AutoSync model, Words words, Wiring wiring) {
        super(8);
        this.model = model;
        getStyleClass().add("schedule");
        var title = new Label(words.text("schedule.title"));
        title.getStyleClass().add("field-label");
        atStart.setId("sync-at-start");
        atStart.setText(words.text("schedule.atStart"));
        atStart.setMnemonicParsing(true);
        atStart.setOnAction(_ -> keep());
        every.setId("sync-every");
        every.getItems().setAll(MINUTES);
        Form.name(every, minutes -> said(minutes, words));
        every.setOnAction(_ -> keep());
        var label = new Label(words.text("schedule.every"));
        label.setMnemonicParsing(true);
        label.setLabelFor(every);
        every.setAccessibleText(words.text("schedule.every").replace("_", ""));
        var then = new HBox(8, label, every);
        then.setAlignment(Pos.CENTER_LEFT);
        var choices = new FlowPane(24, 8, atStart, then);
        choices.setRowValignment(VPos.CENTER);
        var hint = new Label(words.text("schedule.hint"));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        getChildren().addAll(title, choices, hint);
        wiring.follow(model.schedule(), this::tell);
    }

    private void tell(Schedule schedule) {
        atStart.setSelected(schedule.atStart());
        // Another version, or a person by hand, may have kept another number.
        if (!every.getItems().contains(schedule.everyMinutes())) {
            every.getItems().add(schedule.everyMinutes());
        }
        every.setValue(schedule.everyMinutes());
    }

    private static String said(int minutes, Words words) {
        if (minutes == 0) {
            return words.text("schedule.never");
        }
        return minutes % HOUR == 0
                ? words.text("schedule.hours", minutes / HOUR)
                : words.text("schedule.minutes", minutes);
    }

    private void keep() {
        var minutes = every.getValue();
        if (minutes != null) {
            model.change(new Schedule(atStart.isSelected(), minutes));
        }
    }
}
