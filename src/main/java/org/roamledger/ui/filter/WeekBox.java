package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Days of the week and hours of the day to be chosen for a column of times; none chosen means any.
///
/// Tab goes to the days and to the hours, the arrows go from one to the next.
final class WeekBox extends VBox {

    private static final int HOURS_A_LINE = 12;
    private static final List<Integer> HOURS = IntStream.range(0, 24).boxed().toList();
    private static final List<DayOfWeek> DAYS = List.of(DayOfWeek.values());

    private final FilterModel model;
    private final ReportColumn column;
    private final Map<DayOfWeek, ToggleButton> days = new LinkedHashMap<>();
    private final Map<Integer, ToggleButton> hours = new LinkedHashMap<>();

    WeekBox(FilterModel model, ReportColumn column, Words words, Wiring wiring) {
        super(6);
        this.model = model;
        this.column = column;
        var locale = words.locale();
        // Names of hours have no zone.
        var texts = words.conditions(ReportParameters.USUAL_ZONE);
        for (var day : DAYS) {
            var shown = day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
            var said = day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
            days.put(day, toggle("day-" + day.getValue(), shown, said));
        }
        for (var hour : HOURS) {
            var shown = String.format(Locale.ROOT, "%02d", hour);
            hours.put(hour, toggle("hour-" + hour, shown, texts.hour(hour)));
        }
        getStyleClass().add("week-box");
        getChildren()
                .addAll(
                        new Label(words.text("filter.weekdays")),
                        grid(List.copyOf(days.values()), DAYS.size()),
                        new Label(words.text("filter.hours")),
                        grid(List.copyOf(hours.values()), HOURS_A_LINE));
        wiring.follow(model.filter(), this::show);
    }

    private ToggleButton toggle(String id, String shown, String said) {
        var toggle = new ToggleButton(shown);
        toggle.setId(id);
        toggle.setAccessibleText(said);
        toggle.getStyleClass().add(Styles.SMALL);
        toggle.setMinWidth(0);
        toggle.setMaxWidth(Double.MAX_VALUE);
        toggle.setOnAction(_ -> model.times(column, chosen(days), chosen(hours)));
        GridPane.setHgrow(toggle, Priority.ALWAYS);
        return toggle;
    }

    private static <T> Set<T> chosen(Map<T, ToggleButton> toggles) {
        return toggles.entrySet().stream()
                .filter(each -> each.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static Node grid(List<ToggleButton> toggles, int across) {
        var grid = new GridPane();
        grid.setHgap(2);
        grid.setVgap(2);
        for (var i = 0; i < toggles.size(); i++) {
            grid.add(toggles.get(i), i % across, i / across);
            // The one that had the keys last is where Tab comes back to.
            toggles.get(i).setFocusTraversable(i == 0);
        }
        grid.addEventFilter(KeyEvent.KEY_PRESSED, event -> step(toggles, across, event));
        return grid;
    }

    private static void step(List<ToggleButton> toggles, int across, KeyEvent event) {
        var by =
                switch (event.getCode()) {
                    case LEFT -> -1;
                    case RIGHT -> 1;
                    case UP -> -across;
                    case DOWN -> across;
                    default -> 0;
                };
        var from =
                event.getTarget() instanceof ToggleButton focused ? toggles.indexOf(focused) : -1;
        var to = from + by;
        if (by == 0 || from < 0) {
            return;
        }
        event.consume();
        if (to >= 0 && to < toggles.size()) {
            toggles.get(from).setFocusTraversable(false);
            toggles.get(to).setFocusTraversable(true);
            toggles.get(to).requestFocus();
        }
    }

    private void show(ReportFilter filter) {
        var times =
                filter.conditions().get(column) instanceof Condition.Times chosen ? chosen : null;
        days.forEach(
                (day, toggle) -> toggle.setSelected(times != null && times.days().contains(day)));
        hours.forEach(
                (hour, toggle) ->
                        toggle.setSelected(times != null && times.hours().contains(hour)));
    }
}
