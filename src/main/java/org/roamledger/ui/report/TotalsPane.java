package org.roamledger.ui.report;

import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.roamledger.report.Totals;
import org.roamledger.report.Totals.OfCurrency;
import org.roamledger.session.Amount;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the rows come to: for each currency, all of them, the visible and the selected ones.
public final class TotalsPane extends HBox {

    private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final List<String> TITLES =
            List.of(
                    "totals.currency",
                    "totals.rows",
                    "totals.sessions",
                    "totals.credits",
                    "totals.energy",
                    "totals.net",
                    "totals.vat",
                    "totals.gross",
                    "totals.withoutPrice",
                    "totals.withoutVat");
    private static final List<String> HINTS =
            List.of("totals.withoutPrice.hint", "totals.withoutVat.hint");
    private static final int TEXTS = 2;
    private static final int GROSS = 7;
    private static final double LINE = 20;
    private static final int FEWEST_LINES = 3;
    private static final int MOST_LINES = 6;
    private static final Totals NOTHING = new Totals(0, List.of());

    private final ReportModel model;
    private final Words words;
    private final CellText figures;
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new DirectScrollPane(grid);
    private final Label all = count("totals-all");
    private final Label filtered = count("totals-filtered");
    private final Label selected = count("totals-selected");
    private final List<List<Label>> lines = new ArrayList<>();
    private final Label none;

    public TotalsPane(ReportModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        // Sums hold no times, so any zone does.
        this.figures = CellText.shown(words, ZoneOffset.UTC);
        setId("totals");
        getStyleClass().add("totals");
        var title = label("pane-title");
        title.setText(words.text("totals.title"));
        var head = new VBox(title, all, filtered, selected);
        head.setMinWidth(Region.USE_PREF_SIZE);
        head.getStyleClass().add("totals-head");
        none = label("muted");
        none.setText(words.text("totals.none"));
        layOut();
        getChildren().addAll(head, scroll);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        wiring.onChange(model.shown(), this::show);
        wiring.follow(model.selectedTotals(), _ -> show());
    }

    private static Label count(String id) {
        var label = label("totals-count");
        label.setId(id);
        return label;
    }

    private void layOut() {
        grid.setHgap(16);
        grid.getStyleClass().add("totals-grid");
        for (var i = 0; i < TITLES.size(); i++) {
            var column = new ColumnConstraints();
            column.setMinWidth(Region.USE_PREF_SIZE);
            column.setHalignment(i < TEXTS ? HPos.LEFT : HPos.RIGHT);
            column.setHgrow(i < TEXTS ? Priority.NEVER : Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
            var title = label("totals-title");
            title.setText(words.text(TITLES.get(i)));
            if (i > GROSS) {
                title.setTooltip(new Tooltip(words.text(HINTS.get(i - GROSS - 1))));
            }
            grid.add(title, i, 0);
        }
        scroll.setFitToWidth(true);
        scroll.setAccessibleText(words.text("totals.title"));
    }

    private void show() {
        var shown = model.shown().get();
        var ofAll = shown == null ? NOTHING : shown.all();
        var ofFiltered = shown == null ? NOTHING : shown.view().totals();
        var ofSelected = model.selectedTotals().get();
        all.setText(words.text("totals.all.count", ofAll.rows()));
        filtered.setText(words.text("totals.filtered.count", ofFiltered.rows()));
        selected.setText(words.text("totals.selected.count", ofSelected.rows()));
        var told = TotalsLine.of(ofAll, ofFiltered, ofSelected);
        keepLines(told.size());
        for (var i = 0; i < told.size(); i++) {
            fill(lines.get(i), told.get(i), told);
        }
        grid.getChildren().remove(none);
        if (told.isEmpty()) {
            grid.add(none, 0, 1, TITLES.size(), 1);
        }
        // One more for the titles.
        var height = (1 + Math.clamp(told.size(), FEWEST_LINES, MOST_LINES)) * LINE;
        scroll.setMinHeight(height);
        scroll.setPrefHeight(height);
    }

    /// Labels are kept, since new ones have to be styled, which takes longer than all the rest.
    private void keepLines(int wanted) {
        while (lines.size() > wanted) {
            grid.getChildren().removeAll(lines.removeLast());
        }
        while (lines.size() < wanted) {
            var line = new ArrayList<Label>();
            for (var i = 0; i < TITLES.size(); i++) {
                var label =
                        label(
                                i == 0
                                        ? "totals-currency"
                                        : i == GROSS ? "totals-gross" : "totals-figure");
                line.add(label);
                grid.add(label, i, lines.size() + 1);
            }
            lines.add(line);
        }
    }

    private void fill(List<Label> line, TotalsLine told, List<TotalsLine> others) {
        var sums = told.sums();
        var name = told.currency().isEmpty() ? words.text("totals.noCurrency") : told.currency();
        line.getFirst().setText(told.isFirstOfCurrency() ? name : "");
        line.get(1).setText(words.text(told.scope().wordsKey()));
        var texts = sums == null ? List.<String>of() : texts(sums, decimals(told, others));
        for (var i = 0; i < line.size(); i++) {
            var label = line.get(i);
            label.pseudoClassStateChanged(FIRST, told.isFirstOfCurrency());
            if (i >= TEXTS) {
                label.setText(sums == null ? words.text("cell.missing") : texts.get(i - TEXTS));
                label.pseudoClassStateChanged(NONE, sums == null || label.getText().equals("0"));
                label.setAccessibleText(
                        words.text(
                                "totals.accessible",
                                name,
                                line.get(1).getText(),
                                words.text(TITLES.get(i)),
                                sums == null ? words.text("totals.none") : label.getText()));
            }
        }
    }

    /// The same for all figures of a currency, so that they stand below each other.
    private static int decimals(TotalsLine told, List<TotalsLine> others) {
        var amounts =
                others.stream()
                        .filter(line -> line.currency().equals(told.currency()))
                        .map(TotalsLine::sums)
                        .filter(Objects::nonNull)
                        .flatMap(sums -> Stream.of(sums.net(), sums.vat(), sums.gross()))
                        .toArray(Amount[]::new);
        return CellText.decimals(told.currency(), amounts);
    }

    private List<String> texts(OfCurrency sums, int decimals) {
        return List.of(
                words.whole(sums.sessions()),
                words.whole(sums.credits()),
                figures.kilowattHours(sums.energyWh()),
                figures.money(sums.net(), decimals),
                figures.money(sums.vat(), decimals),
                figures.money(sums.gross(), decimals),
                words.whole(sums.withoutPrice()),
                words.whole(sums.withoutVat()));
    }

    private static Label label(String style) {
        var label = new Label();
        label.setMinHeight(LINE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setAlignment(Pos.CENTER_LEFT);
        label.getStyleClass().add(style);
        return label;
    }
}
