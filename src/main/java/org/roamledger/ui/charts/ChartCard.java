package org.roamledger.ui.charts;

import atlantafx.base.theme.Styles;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.roamledger.report.Chart;
import org.roamledger.report.ChartTable;

import java.util.List;
import java.util.function.Consumer;

/// One chart with its question, as a drawing or as a table of its figures.
final class ChartCard extends VBox {

    private final Chart chart;
    private final ChartsModel model;
    private final Label subtitle = new Label();
    private final StackPane body = new StackPane();
    private final ToggleButton asTable = new ToggleButton();
    private final MenuButton more = new MenuButton();
    private @Nullable ChartTable table;
    private @Nullable ChartText text;
    private @Nullable ChartPlot plot;
    private List<Integer> fills = List.of();

    /// @param save asks where a picture of this chart is to be kept
    ChartCard(Chart chart, ChartsModel model, ChartText words, Consumer<ChartCard> save) {
        this.chart = chart;
        this.model = model;
        setId("chart-" + chart);
        getStyleClass().add("chart-card");
        var title = new Label(words.title(chart));
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        subtitle.getStyleClass().add("chart-subtitle");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(USE_PREF_SIZE);
        var titles = new VBox(1, title, subtitle);
        titles.setMinWidth(0);
        HBox.setHgrow(titles, Priority.ALWAYS);
        named(asTable, Material2OutlinedMZ.TABLE_CHART, words.text("charts.asTable"), title);
        asTable.setId("chart-table-" + chart);
        asTable.setOnAction(_ -> draw());
        named(more, Material2OutlinedMZ.MORE_VERT, words.text("charts.more"), title);
        more.getStyleClass().addAll(Styles.FLAT, "chart-more");
        more.setId("chart-more-" + chart);
        var picture = new MenuItem(words.text("charts.save"));
        picture.setOnAction(_ -> save.accept(this));
        var copy = new MenuItem(words.text("charts.copy"));
        copy.setOnAction(_ -> copy());
        more.getItems().addAll(picture, copy);
        var head = new HBox(4, titles, asTable, more);
        head.setMinHeight(USE_PREF_SIZE);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
    }

    private static void named(ButtonBase button, Ikon icon, String name, Label of) {
        button.setGraphic(new FontIcon(icon));
        button.setAccessibleText(name + ": " + of.getText());
        button.setTooltip(new Tooltip(name));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    private void copy() {
        if (table != null && text != null) {
            ChartNumbers.copy(table, text);
        }
    }

    /// Draws other figures; the keys stay at the same bar if it is still there.
    void show(ChartTable shown, List<Integer> colours, ChartText words) {
        if (shown.equals(table) && colours.equals(fills)) {
            return;
        }
        table = shown;
        fills = colours;
        text = words;
        draw();
    }

    private void draw() {
        var shown = table;
        var words = text;
        if (shown == null || words == null) {
            return;
        }
        var focused = plot == null ? null : plot.marks().focused();
        subtitle.setText(words.subtitle(shown));
        if (asTable.isSelected()) {
            plot = null;
            body.getChildren().setAll(new ChartNumbers(shown, words));
            return;
        }
        var drawn =
                new ChartPlot(shown, words, fills, (line, part) -> model.pick(shown, line, part));
        plot = drawn;
        body.getChildren().setAll(drawn);
        if (focused != null) {
            drawn.marks().focus(focused);
        }
    }

    /// Gives the keys to what the card can do.
    void focusFirst() {
        asTable.requestFocus();
    }

    Chart chart() {
        return chart;
    }

    /// The chart as it is drawn into a file; nothing before the first figures.
    @Nullable ChartPicture picture() {
        return table == null || text == null ? null : new ChartPicture(table, text, fills);
    }
}
