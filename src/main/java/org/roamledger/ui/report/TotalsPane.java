package org.roamledger.ui.report;

import atlantafx.base.theme.Styles;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.roamledger.report.Totals;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.ZoneOffset;
import java.util.List;

/// What the rows come to, a line for each currency, of all, of the visible or of the selected rows.
public final class TotalsPane extends HBox {

    private static final List<String> TITLES =
            List.of(
                    "totals.currency",
                    "totals.sessions",
                    "totals.credits",
                    "totals.energy",
                    "totals.net",
                    "totals.vat",
                    "totals.gross",
                    "totals.withoutPrice",
                    "totals.withoutVat");
    private static final double LINE = 24;
    private static final double HEAD = 148;
    private static final int MOST_LINES = 3;

    /// Of the width, in percent.
    private static final double[] WIDTHS = {10, 9, 8, 14, 13, 12, 13, 11, 10};

    private final ReportModel model;
    private final Words words;
    private final CellText figures;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final ToggleGroup scope = new ToggleGroup();
    private final ToggleButton filtered;
    private final ToggleButton all;
    private final ToggleButton selected;

    public TotalsPane(ReportModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        // Sums hold no times, so any zone does.
        this.figures = CellText.shown(words, ZoneOffset.UTC);
        setId("totals");
        getStyleClass().add("totals");
        filtered = choice("totals.filtered");
        selected = choice("totals.selected");
        all = choice("totals.all");
        filtered.setSelected(true);
        var title = new Label(words.text("totals.title"));
        title.getStyleClass().add("pane-title");
        title.setMinHeight(LINE);
        var head = new VBox(title, filtered, selected, all);
        head.setMinWidth(HEAD);
        head.setPrefWidth(HEAD);
        head.getStyleClass().add("totals-head");
        layOut();
        getChildren().addAll(head, scroll);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        wiring.onChange(scope.selectedToggleProperty(), this::show);
        wiring.onChange(model.shown(), this::show);
        wiring.follow(model.selectedTotals(), _ -> show());
    }

    private ToggleButton choice(String key) {
        var button = new ToggleButton(words.text(key, 0));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setToggleGroup(scope);
        button.getStyleClass().addAll(Styles.FLAT, "totals-choice");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(LINE);
        button.setMaxHeight(LINE);
        button.setAlignment(Pos.CENTER_LEFT);
        // A group of choices in which a second press takes nothing away.
        button.setOnAction(_ -> button.setSelected(true));
        return button;
    }

    private void layOut() {
        grid.setHgap(8);
        grid.getStyleClass().add("totals-grid");
        for (var i = 0; i < TITLES.size(); i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(WIDTHS[i]);
            column.setHalignment(i == 0 ? HPos.LEFT : HPos.RIGHT);
            grid.getColumnConstraints().add(column);
        }
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight((MOST_LINES + 1) * LINE);
        scroll.setPrefHeight((MOST_LINES + 1) * LINE);
        scroll.setFocusTraversable(false);
    }

    private void show() {
        var shown = model.shown().get();
        var none = new Totals(0, List.of());
        var ofAll = shown == null ? none : shown.all();
        var ofFiltered = shown == null ? none : shown.view().totals();
        var ofSelected = model.selectedTotals().get();
        all.setText(words.text("totals.all", ofAll.rows()));
        filtered.setText(words.text("totals.filtered", ofFiltered.rows()));
        selected.setText(words.text("totals.selected", ofSelected.rows()));
        fill(all.isSelected() ? ofAll : selected.isSelected() ? ofSelected : ofFiltered);
    }

    private void fill(Totals totals) {
        grid.getChildren().clear();
        for (var i = 0; i < TITLES.size(); i++) {
            grid.add(label(words.text(TITLES.get(i)), "totals-title"), i, 0);
        }
        var line = 1;
        for (var of : totals.byCurrency()) {
            grid.add(label(currency(of), "totals-currency"), 0, line);
            grid.add(figure(words.whole(of.sessions())), 1, line);
            grid.add(figure(words.whole(of.credits())), 2, line);
            grid.add(figure(figures.kilowattHours(of.energyWh())), 3, line);
            var decimals = CellText.decimals(of.currency(), of.net(), of.vat(), of.gross());
            grid.add(figure(figures.money(of.net(), decimals)), 4, line);
            grid.add(figure(figures.money(of.vat(), decimals)), 5, line);
            grid.add(label(figures.money(of.gross(), decimals), "totals-gross"), 6, line);
            grid.add(missing(of.withoutPrice(), "totals.withoutPrice.hint"), 7, line);
            grid.add(missing(of.withoutVat(), "totals.withoutVat.hint"), 8, line);
            line++;
        }
        if (totals.byCurrency().isEmpty()) {
            grid.add(label(words.text("totals.none"), "muted"), 0, 1, TITLES.size(), 1);
        }
    }

    private String currency(Totals.OfCurrency of) {
        return of.currency().isEmpty() ? words.text("totals.noCurrency") : of.currency();
    }

    private static Label figure(String text) {
        return label(text, "totals-figure");
    }

    private Node missing(long rows, String hint) {
        var label = label(words.whole(rows), rows == 0 ? "muted" : "totals-missing");
        label.setTooltip(new Tooltip(words.text(hint)));
        return label;
    }

    private static Label label(String text, String style) {
        var label = new Label(text);
        label.setMinHeight(LINE);
        label.getStyleClass().add(style);
        return label;
    }
}
