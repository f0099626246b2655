package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.controlsfx.control.RangeSlider;
import org.jspecify.annotations.Nullable;
import org.roamledger.report.Histogram;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.ZoneId;
import java.util.Optional;

/// A range of a column's numbers: two fields to be typed in, two thumbs to be moved, and above them
/// how the numbers are spread.
///
/// An amount is the same figure in any currency here; that is why there are bars only while one
/// currency is visible.
final class RangeBox extends VBox {

    private final FilterModel model;
    private final CountsModel counts;
    private final ReportColumn column;
    private final Words words;
    private final TextField least;
    private final TextField most;
    private final BarStrip bars = new BarStrip();
    private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
    private final Label hint = new Label();
    private final Label problem = new Label();
    private Optional<Histogram> histogram = Optional.empty();
    private boolean showing;

    RangeBox(
            FilterModel model,
            CountsModel counts,
            ReportColumn column,
            Words words,
            Wiring wiring) {
        super(6);
        this.model = model;
        this.counts = counts;
        this.column = column;
        this.words = words;
        least =
                field(
                        "least",
                        words.text("filter.least"),
                        words.text("filter.leastOf", words.title(column)));
        most =
                field(
                        "most",
                        words.text("filter.most"),
                        words.text("filter.mostOf", words.title(column)));
        slider.setId("slider-" + column.key());
        slider.setAccessibleText(words.text("filter.slider", words.title(column)));
        slider.setAccessibleRole(AccessibleRole.SLIDER);
        // The slider itself hands the keys on to them.
        slider.skinProperty()
                .subscribe(
                        () ->
                                slider.lookupAll("*")
                                        .forEach(part -> part.setFocusTraversable(false)));
        slider.managedProperty().bind(slider.visibleProperty());
        bars.managedProperty().bind(bars.visibleProperty());
        bars.visibleProperty().bind(slider.visibleProperty());
        hint.setId("hint-" + column.key());
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        hint.managedProperty().bind(hint.visibleProperty());
        problem.setWrapText(true);
        problem.getStyleClass().add("field-problem");
        problem.setId("problem-" + column.key());
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        var fields = new HBox(6, least, new Label("–"), most);
        fields.setAlignment(Pos.CENTER_LEFT);
        unit().ifPresent(unit -> fields.getChildren().add(new Label(unit)));
        getStyleClass().add("section-body");
        getChildren().addAll(bars, slider, fields, problem, hint);
        wiring.onChange(slider.lowValueProperty(), this::slid);
        wiring.onChange(slider.highValueProperty(), this::slid);
        wiring.onChange(slider.lowValueChangingProperty(), this::slid);
        wiring.onChange(slider.highValueChangingProperty(), this::slid);
        wiring.follow(counts.counts(), _ -> spread());
        wiring.onChange(model.filter(), this::show);
    }

    private Optional<String> unit() {
        return switch (column.kind()) {
            case WATT_HOURS -> Optional.of("kWh");
            case READING -> Optional.of("Wh");
            case SECONDS -> Optional.of("h:mm");
            default -> Optional.empty();
        };
    }

    private TextField field(String end, String prompt, String said) {
        var field = new TextField();
        field.setId(end + "-" + column.key());
        field.setPromptText(prompt);
        field.setAccessibleText(said);
        field.getStyleClass().add(Styles.SMALL);
        field.setPrefColumnCount(6);
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setOnAction(_ -> typed());
        field.focusedProperty()
                .subscribe(
                        () -> {
                            if (!field.isFocused()) {
                                typed();
                            }
                        });
        return field;
    }

    private ZoneId zone() {
        var report = counts.report();
        return report == null ? ReportParameters.USUAL_ZONE : report.parameters().zone();
    }

    private RangeText texts() {
        return new RangeText(column, words.locale(), zone());
    }

    private void typed() {
        if (showing) {
            return;
        }
        var from = texts().read(least.getText(), false);
        var to = texts().read(most.getText(), true);
        var wrong = from.isEmpty() && !least.getText().isBlank();
        var wrongToo = to.isEmpty() && !most.getText().isBlank();
        var turned = from.isPresent() && to.isPresent() && from.get() > to.get();
        mark(least, wrong || turned);
        mark(most, wrongToo || turned);
        problem.setVisible(wrong || wrongToo || turned);
        if (turned) {
            problem.setText(words.text("filter.turned"));
        } else if (problem.isVisible()) {
            problem.setText(notRead((wrong ? least : most).getText().strip()));
        } else {
            model.between(column, from.orElse(null), to.orElse(null));
        }
    }

    private String notRead(String typed) {
        return switch (column.kind()) {
            case DATE_TIME, OFFSET_TIME -> words.notADate(typed);
            case SECONDS -> words.text("filter.notADuration", typed);
            default -> words.notANumber(typed);
        };
    }

    private static void mark(TextField field, boolean wrong) {
        field.getStyleClass().remove("wrong");
        if (wrong) {
            field.getStyleClass().add("wrong");
        }
    }

    /// A thumb at the end of its way means any.
    private void slid() {
        if (showing || histogram.isEmpty()) {
            return;
        }
        var from = slider.getLowValue() <= slider.getMin() ? null : rounded(slider.getLowValue());
        var to = slider.getHighValue() >= slider.getMax() ? null : rounded(slider.getHighValue());
        if (slider.isLowValueChanging() || slider.isHighValueChanging()) {
            write(from, to);
        } else {
            model.between(column, from, to);
        }
    }

    /// To a tenth of a bar, which is about a pixel.
    private long rounded(double value) {
        var step = Math.max(1, histogram.orElseThrow().width() / 10);
        return Math.round(value / step) * step;
    }

    private void spread() {
        histogram =
                counts.counts().get().histogram(column).filter(found -> !found.counts().isEmpty());
        var mixed = counts.counts().get().histogram(column).filter(Histogram::isMixed);
        slider.setVisible(histogram.isPresent());
        hint.setVisible(mixed.isPresent());
        hint.setText(mixed.isPresent() ? words.text("filter.severalCurrencies") : "");
        show();
    }

    private void show() {
        var range = model.range(column).orElse(null);
        var from = range == null ? null : range.least();
        var to = range == null ? null : range.most();
        if ((!least.isFocused() && !most.isFocused()) || range != null) {
            write(from, to);
        }
        histogram.ifPresent(found -> show(found, from, to));
    }

    private void write(@Nullable Long from, @Nullable Long to) {
        mark(least, false);
        mark(most, false);
        problem.setVisible(false);
        least.setText(from == null ? "" : texts().written(from, false));
        most.setText(to == null ? "" : texts().written(to, true));
    }

    private void show(Histogram found, @Nullable Long from, @Nullable Long to) {
        showing = true;
        try {
            bars.show(found, from, to);
            bars.setAccessibleText(said(found));
            slider.setMin((double) Math.min(found.from(), from == null ? found.from() : from));
            slider.setMax((double) Math.max(found.to(), to == null ? found.to() : to));
            slider.setBlockIncrement((double) found.width());
            slider.setHighValue(to == null ? slider.getMax() : to);
            slider.setLowValue(from == null ? slider.getMin() : from);
            slider.setHighValue(to == null ? slider.getMax() : to);
        } finally {
            showing = false;
        }
    }

    /// The bars in words, for who does not see them.
    private String said(Histogram found) {
        var highest = 0;
        for (var i = 1; i < found.counts().size(); i++) {
            if (found.counts().get(i) > found.counts().get(highest)) {
                highest = i;
            }
        }
        var from = found.from() + highest * found.width();
        var text =
                words.text(
                        "filter.bars",
                        words.title(column),
                        texts().written(found.from(), false),
                        texts().written(found.to(), false),
                        texts().written(from, false),
                        texts().written(from + found.width(), false),
                        found.counts().get(highest));
        return text
                + (found.openBelow() ? " " + words.text("filter.barsBelow") : "")
                + (found.openAbove() ? " " + words.text("filter.barsAbove") : "");
    }
}
