package org.roamledger.ui.charts;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCombination;

import org.roamledger.report.ChartTable;

import java.util.Map;
import java.util.stream.IntStream;

/// The figures of a chart as a table, to be read out, looked up and copied.
final class ChartNumbers extends TableView<Integer> {

    private static final KeyCombination COPY = KeyCombination.valueOf("Shortcut+C");

    ChartNumbers(ChartTable table, ChartText text) {
        setId("chart-numbers-" + table.chart());
        getStyleClass().addAll("report-table", "chart-numbers");
        setAccessibleText(text.title(table.chart()));
        var name = new TableColumn<Integer, String>(text.subject(table));
        name.setCellValueFactory(
                line ->
                        new ReadOnlyStringWrapper(
                                text.part(table.lines().get(line.getValue()), table.currency())));
        getColumns().add(name);
        for (var i = 0; i < table.series().size(); i++) {
            var part = i;
            var column =
                    new TableColumn<Integer, String>(
                            text.part(table.series().get(part), table.currency()));
            column.getStyleClass().add("figure");
            column.setCellValueFactory(
                    line ->
                            new ReadOnlyStringWrapper(
                                    text.shownInTable(table, line.getValue(), part)));
            getColumns().add(column);
        }
        getColumns().forEach(column -> column.setSortable(false));
        getColumns().forEach(column -> column.setReorderable(false));
        setFixedCellSize(26);
        getItems().setAll(IntStream.range(0, table.lines().size()).boxed().toList());
        setOnKeyPressed(
                event -> {
                    if (COPY.match(event)) {
                        copy(table, text);
                        event.consume();
                    }
                });
    }

    static void copy(ChartTable table, ChartText text) {
        Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, text.pasted(table)));
    }
}
