package org.roamledger.ui.charts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.roamledger.report.Chart;
import org.roamledger.report.ChartPart;
import org.roamledger.report.ChartTable;

import java.util.List;

/// The drawing of a chart with its legend and what is not in it.
final class ChartPlot extends VBox {

    private final ChartTable table;
    private final ChartText text;
    private final List<Integer> fills;
    private final Marks marks;

    /// @param fills number of the colour and pattern of each series
    ChartPlot(ChartTable table, ChartText text, List<Integer> fills, Marks.Picked picked) {
        super(6);
        this.table = table;
        this.text = text;
        this.fills = fills;
        marks = new Marks(table, text, picked);
        var drawing = drawing();
        VBox.setVgrow(drawing, Priority.ALWAYS);
        getChildren().add(drawing);
        if (!table.isEmpty()) {
            legend();
        }
        var note = text.note(table);
        if (!note.isEmpty()) {
            var label = new Label(note);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("chart-note");
            getChildren().add(label);
        }
        marks.begin();
    }

    private Region drawing() {
        if (table.isEmpty()) {
            var none = new Label(text.text("charts.none"));
            none.getStyleClass().add("muted");
            none.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
            none.setAlignment(Pos.CENTER);
            return none;
        }
        if (table.chart() == Chart.TIMES) {
            return new HeatMap(table, text, marks);
        }
        var bars = new Bars(table, text, fills, marks).draw();
        bars.setMinSize(0, 0);
        bars.setPrefSize(0, 0);
        return bars;
    }

    private void legend() {
        if (getChildren().getFirst() instanceof HeatMap map) {
            getChildren().add(map.legend());
        } else if (table.series().size() > 1
                || !(table.series().getFirst() instanceof ChartPart.Of)) {
            var legend = new FlowPane(14, 2);
            for (var part = 0; part < table.series().size(); part++) {
                legend.getChildren().add(entry(part));
            }
            getChildren().add(legend);
        }
    }

    private Node entry(int part) {
        var swatch = new Region();
        swatch.getStyleClass().addAll("chart-swatch", "chart-fill-" + fills.get(part));
        var name = new Label(text.part(table.series().get(part), table.currency()));
        name.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("chart-legend-text");
        var entry = new HBox(5, swatch, name);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    Marks marks() {
        return marks;
    }
}
