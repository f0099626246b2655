package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.TypedDate;
import org.roamledger.ui.base.TypedNumber;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.math.BigDecimal;
import java.time.LocalDate;

/// A period by name or by its first and last day.
final class PeriodBox extends VBox {

    private static final BigDecimal MOST = BigDecimal.valueOf(TimeFrame.MOST);
    private static final Duration MINUTE = Duration.minutes(1);
    private static final String WRONG = "wrong";

    private final FilterModel model;
    private final Words words;
    private final DatePicker first;
    private final DatePicker last;
    private final TextField count = new TextField();
    private final Label problem = new Label();
    private boolean showing;

    PeriodBox(FilterModel model, Words words, Wiring wiring) {
        super(8);
        this.model = model;
        this.words = words;
        getStyleClass().add("section-body");
        first = day("filter.firstDay");
        first.setId("period-first");
        last = day("filter.lastDay");
        last.setId("period-last");
        problem.setId("period-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        wiring.follow(model.periodProblem(), this::tell);
        wiring.follow(
                model.scope(),
                scope -> {
                    showing = true;
                    show(first, scope.period().from());
                    show(last, scope.period().last());
                    showing = false;
                });
        var days = new VBox(6, line(first), line(last));
        followDay(wiring);
        getChildren().addAll(named(wiring), counted(wiring), days, problem);
    }

    /// At midnight "last month" may become another month.
    private void followDay(Wiring wiring) {
        var clock = new Timeline(new KeyFrame(MINUTE, _ -> model.checkDay()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        wiring.atClose(clock::stop);
    }

    private void tell(@Nullable Problem found) {
        say(found == null ? "" : words.problem(found));
    }

    private void say(String words) {
        problem.setVisible(!words.isEmpty());
        problem.setText(words);
    }

    private static void show(DatePicker day, LocalDate shown) {
        day.getStyleClass().remove(WRONG);
        day.setValue(shown);
        day.getEditor().setText(day.getConverter().toString(shown));
    }

    private HBox named(Wiring wiring) {
        var presets = new ComboBox<>(FXCollections.observableArrayList(Preset.values()));
        presets.setId("period-preset");
        presets.setAccessibleText(words.text("filter.period"));
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.setVisibleRowCount(Preset.values().length);
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
        wiring.follow(model.state(), state -> presets.setValue(state.period().preset()));
        presets.setOnAction(
                _ -> {
                    if (presets.getValue() != model.state().get().period().preset()) {
                        model.choose(presets.getValue());
                    }
                });
        return new HBox(
                6,
                step(Material2AL.CHEVRON_LEFT, "filter.earlier", -1),
                presets,
                step(Material2AL.CHEVRON_RIGHT, "filter.later", 1));
    }

    /// How many days or months, where they are counted.
    private Node counted(Wiring wiring) {
        var unit = new Label();
        unit.setLabelFor(count);
        count.setId("period-count");
        count.setAccessibleText(words.text("filter.days"));
        count.setPrefColumnCount(4);
        count.setOnAction(_ -> count());
        count.focusedProperty()
                .subscribe(
                        () -> {
                            if (!count.isFocused()) {
                                count();
                            }
                        });
        var line = new HBox(8, count, unit);
        line.setAlignment(Pos.CENTER_LEFT);
        line.managedProperty().bind(line.visibleProperty());
        wiring.follow(
                model.state(),
                state -> {
                    line.setVisible(state.period().preset().isCounted());
                    if (state.period() instanceof TimeFrame.Last(var number, var inMonths)) {
                        count.getStyleClass().remove(WRONG);
                        count.setText(Integer.toString(number));
                        unit.setText(words.text(inMonths ? "filter.months" : "filter.days"));
                        count.setAccessibleText(unit.getText());
                    }
                });
        return line;
    }

    private void count() {
        if (!(model.state().get().period() instanceof TimeFrame.Last(var before, var inMonths))) {
            return;
        }
        var typed =
                TypedNumber.of(count.getText(), words.locale())
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .filter(number -> number.signum() > 0)
                        .filter(number -> number.compareTo(MOST) <= 0);
        count.getStyleClass().remove(WRONG);
        if (typed.isEmpty()) {
            count.getStyleClass().add(WRONG);
            say(words.text("filter.notACount", count.getText().strip(), TimeFrame.MOST));
        } else {
            tell(null);
            if (typed.get().intValueExact() != before) {
                model.chooseLast(typed.get().intValueExact(), inMonths);
            }
        }
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
        day.setPromptText(words.text(key));
        day.setShowWeekNumbers(true);
        day.setMaxWidth(Double.MAX_VALUE);
        day.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable LocalDate shown) {
                        return shown == null ? "" : TypedDate.written(shown, words.locale());
                    }

                    @Override
                    public @Nullable LocalDate fromString(String typed) {
                        var read = TypedDate.of(typed, words.locale());
                        if (read.isEmpty()) {
                            // A picker knows no wrong text, and shows its value again.
                            say(words.notADate(typed.strip()));
                            return day.getValue();
                        }
                        tell(model.periodProblem().get());
                        return read.get();
                    }
                });
        day.setOnAction(
                _ -> {
                    var from = first.getValue();
                    var to = last.getValue();
                    var shown = model.scope().get().period();
                    if (!showing
                            && from != null
                            && to != null
                            && !(from.equals(shown.from()) && to.equals(shown.last()))) {
                        model.choosePeriod(from, to);
                    }
                });
        return day;
    }

    /// Around a picker, because what it gets it also handles itself.
    private HBox line(DatePicker day) {
        var line = new HBox(day);
        HBox.setHgrow(day, Priority.ALWAYS);
        line.addEventFilter(KeyEvent.ANY, event -> refuse(day, event));
        return line;
    }

    /// Lets a wrong text stand to be mended, as long as the keys are in it.
    private void refuse(DatePicker day, KeyEvent event) {
        var typed = day.getEditor().getText();
        var wrong = TypedDate.of(typed, words.locale()).isEmpty();
        day.getStyleClass().remove(WRONG);
        if (wrong && event.getCode() == KeyCode.ENTER) {
            day.getStyleClass().add(WRONG);
            say(words.notADate(typed.strip()));
            event.consume();
        }
    }
}
