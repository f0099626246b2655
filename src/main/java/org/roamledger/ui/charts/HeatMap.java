package org.roamledger.ui.charts;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;

import org.roamledger.report.ChartTable;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Sessions by hour, from left to right, and day, from top to bottom: the more, the stronger the
/// colour, with the number in each cell that has room for it.
final class HeatMap extends GridPane {

    /// Strengths besides that of no sessions.
    static final int LEVELS = 5;

    private static final double WIDTH_OF_DIGIT = 6.5;
    private static final double LEAST_HEIGHT = 16;

    private final ChartTable table;
    private final ChartText text;
    private final long most;

    HeatMap(ChartTable table, ChartText text, Marks marks) {
        this.table = table;
        this.text = text;
        this.most =
                table.figures().stream()
                        .flatMap(List::stream)
                        .flatMap(Optional::stream)
                        .mapToLong(BigDecimal::longValueExact)
                        .max()
                        .orElse(0);
        getStyleClass().add("heat-map");
        setHgap(1);
        setVgap(1);
        layOut();
        for (var hour = 0; hour < table.lines().size(); hour++) {
            for (var day = 0; day < table.series().size(); day++) {
                var cell = cell(table.at(hour, day).map(BigDecimal::longValueExact).orElse(0L));
                marks.put(hour, day, cell);
                add(cell, hour + 1, day);
            }
        }
    }

    private void layOut() {
        getColumnConstraints().add(new ColumnConstraints());
        for (var hour = 0; hour < table.lines().size(); hour++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(-1);
            column.setMinWidth(8);
            column.setPrefWidth(24);
            column.setHgrow(Priority.ALWAYS);
            column.setFillWidth(true);
            getColumnConstraints().add(column);
            var label = new Label(text.part(table.lines().get(hour), ""));
            label.getStyleClass().add("heat-label");
            label.setMinWidth(0);
            GridPane.setHalignment(label, HPos.CENTER);
            add(label, hour + 1, table.series().size());
        }
        for (var day = 0; day < table.series().size(); day++) {
            var row = new RowConstraints();
            row.setMinHeight(LEAST_HEIGHT);
            row.setVgrow(Priority.ALWAYS);
            row.setFillHeight(true);
            getRowConstraints().add(row);
            var label = new Label(text.part(table.series().get(day), ""));
            label.getStyleClass().add("heat-label");
            label.setMinWidth(USE_PREF_SIZE);
            GridPane.setValignment(label, VPos.CENTER);
            add(label, 0, day);
        }
    }

    private StackPane cell(long sessions) {
        var number = new Label(sessions == 0 ? "" : text.whole(sessions));
        number.setMouseTransparent(true);
        number.setMinWidth(0);
        var room = number.getText().length() * WIDTH_OF_DIGIT;
        var cell = new StackPane(number);
        number.visibleProperty().bind(cell.widthProperty().greaterThan(room + 2));
        cell.setMinSize(0, 0);
        cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        cell.getStyleClass().addAll("heat-cell", "heat-" + level(sessions));
        return cell;
    }

    private long level(long sessions) {
        return most == 0 ? 0 : (sessions * LEVELS + most - 1) / most;
    }

    /// What the strengths mean.
    HBox legend() {
        var legend = new HBox(4);
        legend.setAlignment(Pos.CENTER_LEFT);
        for (var level = 0; level <= LEVELS; level++) {
            var from = level == 0 ? 0 : most * (level - 1) / LEVELS + 1;
            var to = most * level / LEVELS;
            if (level > 0 && from > to) {
                continue;
            }
            var swatch = new Region();
            swatch.getStyleClass().addAll("chart-swatch", "heat-cell", "heat-" + level);
            var label =
                    new Label(
                            from == to ? text.whole(to) : text.whole(from) + "–" + text.whole(to));
            label.setMinWidth(USE_PREF_SIZE);
            label.getStyleClass().add("chart-legend-text");
            legend.getChildren().addAll(swatch, label);
        }
        return legend;
    }
}
