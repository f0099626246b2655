package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/// A period by name or by its first and last day.
final class PeriodBox extends VBox {

    private final FilterModel model;
    private final Words words;
    private final DatePicker first;
    private final DatePicker last;

    PeriodBox(FilterModel model, Words words, Wiring wiring) {
        super(8);
        this.model = model;
        this.words = words;
        getStyleClass().add("section-body");
        first = day("filter.firstDay");
        first.setId("period-first");
        last = day("filter.lastDay");
        last.setId("period-last");
        var problem = new Label();
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        wiring.follow(
                model.periodProblem(),
                found -> {
                    problem.setVisible(found != null);
                    problem.setText(found == null ? "" : words.problem(found));
                });
        wiring.follow(
                model.scope(),
                scope -> {
                    first.setValue(scope.period().from());
                    last.setValue(scope.period().last());
                });
        var to = new Label("–");
        var days = new HBox(6, first, to, last);
        days.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(named(wiring), days, problem);
    }

    private HBox named(Wiring wiring) {
        var presets = new ComboBox<>(FXCollections.observableArrayList(Preset.values()));
        presets.setId("period-preset");
        presets.setAccessibleText(words.text("filter.period"));
        presets.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(presets, Priority.ALWAYS);
        presets.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable Preset preset) {
                        return preset == null ? "" : words.text(preset.wordsKey());
                    }

                    @Override
                    public Preset fromString(String text) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        wiring.follow(model.preset(), presets::setValue);
        presets.setOnAction(
                _ -> {
                    if (presets.getValue() != model.preset().get()) {
                        model.choose(presets.getValue());
                    }
                });
        return new HBox(
                6,
                step(Material2AL.CHEVRON_LEFT, "filter.earlier", -1),
                presets,
                step(Material2AL.CHEVRON_RIGHT, "filter.later", 1));
    }

    private Button step(Material2AL icon, String key, int by) {
        var button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "period-step");
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setOnAction(_ -> model.movePeriod(by));
        return button;
    }

    private DatePicker day(String key) {
        var day = new DatePicker();
        day.setAccessibleText(words.text(key));
        day.setShowWeekNumbers(true);
        day.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(day, Priority.ALWAYS);
        day.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable LocalDate shown) {
                        return shown == null ? "" : shown.toString();
                    }

                    @Override
                    public @Nullable LocalDate fromString(String typed) {
                        try {
                            return LocalDate.parse(typed.strip());
                        } catch (DateTimeParseException _) {
                            // What was there before comes back: the picker knows no wrong text.
                            return day.getValue();
                        }
                    }
                });
        day.setOnAction(
                _ -> {
                    var from = first.getValue();
                    var to = last.getValue();
                    var shown = model.scope().get().period();
                    if (from != null
                            && to != null
                            && !(from.equals(shown.from()) && to.equals(shown.last()))) {
                        model.choosePeriod(from, to);
                    }
                });
        return day;
    }
}
