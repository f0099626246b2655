package org.roamledger.ui.charts;

import javafx.collections.FXCollections;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.StackedBarChart;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;

import org.roamledger.report.Chart;
import org.roamledger.report.ChartTable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Draws a table of figures as bars. Here figures become floating point numbers, and only here.
final class Bars {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /// A share below has no room for its figure.
    private static final BigDecimal LEAST_LABELLED = new BigDecimal("0.06");

    /// More months stand upright below their bars.
    private static final int MOST_LEVEL = 6;

    private static final int UPRIGHT = 90;

    private final ChartTable table;
    private final ChartText text;
    private final List<Integer> fills;
    private final Marks marks;
    private final List<String> lines;

    /// @param fills number of the colour and pattern of each series
    Bars(ChartTable table, ChartText text, List<Integer> fills, Marks marks) {
        this.table = table;
        this.text = text;
        this.fills = fills;
        this.marks = marks;
        this.lines = distinct();
    }

    /// Two lines of one name would be one bar.
    private List<String> distinct() {
        var seen = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        for (var line : table.lines()) {
            var name = text.part(line, table.currency());
            var times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + "\u00a0(" + times + ")");
        }
        return names;
    }

    XYChart<?, ?> draw() {
        return switch (table.chart()) {
            case PAYERS, PRICES -> lying(new BarChart<>(figures(), categories(lines.reversed())));
            case NETWORKS -> lying(new StackedBarChart<>(figures(), categories(lines.reversed())));
            case GROSS, ENERGY, TIMES -> standing();
        };
    }

    /// For lines with names: they need width.
    private XYChart<Number, String> lying(XYChart<Number, String> chart) {
        chart.setHorizontalGridLinesVisible(false);
        fill(chart, (line, figure) -> new XYChart.Data<>(figure, line));
        return chart;
    }

    private XYChart<String, Number> standing() {
        var months = categories(lines);
        if (lines.size() > MOST_LEVEL) {
            months.setTickLabelRotation(UPRIGHT);
        }
        var chart = new StackedBarChart<>(months, figures());
        chart.setVerticalGridLinesVisible(false);
        fill(chart, XYChart.Data::new);
        return chart;
    }

    private static CategoryAxis categories(List<String> names) {
        var axis = new CategoryAxis(FXCollections.observableArrayList(names));
        axis.setAnimated(false);
        axis.setTickMarkVisible(false);
        return axis;
    }

    private NumberAxis figures() {
        var axis = new NumberAxis();
        axis.setAnimated(false);
        axis.setMinorTickVisible(false);
        axis.setLabel(text.axis(table));
        axis.setTickLabelFormatter(
                new StringConverter<>() {
                    @Override
                    public String toString(Number figure) {
                        return text.tick(figure);
                    }

                    @Override
                    public Number fromString(String figure) {
                        throw new UnsupportedOperationException(figure);
                    }
                });
        if (table.chart() == Chart.NETWORKS) {
            axis.setAutoRanging(false);
            axis.setUpperBound(PERCENT.doubleValue());
            axis.setTickUnit(20);
        }
        return axis;
    }

    private <X, Y> void fill(
            XYChart<X, Y> chart, BiFunction<String, Number, XYChart.Data<X, Y>> bar) {
        chart.setAnimated(false);
        chart.setLegendVisible(false);
        for (var part = 0; part < table.series().size(); part++) {
            var series = new XYChart.Series<X, Y>();
            for (var line = 0; line < lines.size(); line++) {
                var at = line;
                drawn(line, part)
                        .ifPresent(
                                figure ->
                                        series.getData()
                                                .add(
                                                        bar.apply(
                                                                lines.get(at),
                                                                figure.doubleValue())));
            }
            chart.getData().add(series);
        }
        // Only now: each series that is added styles the bars of all others anew.
        for (var part = 0; part < table.series().size(); part++) {
            var bars = chart.getData().get(part).getData().iterator();
            for (var line = 0; line < lines.size(); line++) {
                if (drawn(line, part).isPresent()) {
                    var node = (StackPane) bars.next().getNode();
                    node.getStyleClass().add("chart-fill-" + fills.get(part));
                    label(line, part, node);
                    marks.put(line, part, node);
                }
            }
        }
    }

    private Optional<BigDecimal> drawn(int line, int part) {
        return table.chart() == Chart.NETWORKS
                ? ChartText.share(table, line, part).map(PERCENT::multiply)
                : table.at(line, part);
    }

    private void label(int line, int part, StackPane bar) {
        if (table.chart() == Chart.NETWORKS) {
            ChartText.share(table, line, part)
                    .filter(share -> share.compareTo(LEAST_LABELLED) >= 0)
                    .ifPresent(
                            share -> {
                                var label = new Label(text.percent(share));
                                label.getStyleClass().add("chart-share");
                                label.setMinWidth(StackPane.USE_PREF_SIZE);
                                label.setMouseTransparent(true);
                                bar.getChildren().add(label);
                            });
        }
    }
}
