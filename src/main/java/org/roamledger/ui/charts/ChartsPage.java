package org.roamledger.ui.charts;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Chart;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The visible rows as charts that answer questions about money.
public final class ChartsPage extends BorderPane {

    /// The grid is divided into so many columns.
    private static final int UNITS = 12;

    /// Three charts stand beside each other from this width on.
    private static final double WIDE = 1500;

    private static final double LEAST_HEIGHT = 350;

    private final ChartsModel model;
    private final Words words;
    private final Function<String, Optional<Path>> askWhere;
    private final List<ChartCard> cards = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final ComboBox<String> currency = new ComboBox<>();
    private boolean showing;
    private @Nullable ChartCard last;

    /// @param askWhere asks for the file of a picture, given a name to begin with
    public ChartsPage(
            ChartsModel model,
            Words words,
            Function<String, Optional<Path>> askWhere,
            Wiring wiring) {
        this.model = model;
        this.words = words;
        this.askWhere = askWhere;
        setId("charts");
        getStyleClass().add("charts-page");
        // Until there are figures, which have a zone, titles are all that is told.
        var text = new ChartText(words, ZoneOffset.UTC);
        Chart.ALL.forEach(chart -> cards.add(new ChartCard(chart, model, text, this::save)));
        grid.getStyleClass().add("charts-grid");
        grid.getChildren().addAll(cards);
        for (var i = 0; i < UNITS; i++) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 / UNITS);
            grid.getColumnConstraints().add(column);
        }
        arrange(false);
        wiring.onChange(widthProperty(), () -> arrange(getWidth() >= WIDE));
        var scroll = new DirectScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("charts-scroll");
        setCenter(scroll);
        setTop(bar());
        wiring.follow(model.shown(), this::show);
        wiring.onChange(focusWithinProperty(), this::remember);
    }

    private HBox bar() {
        currency.setId("charts-currency");
        currency.setOnAction(_ -> choose());
        var label = new Label(words.text("charts.currency"));
        label.setMnemonicParsing(true);
        label.setLabelFor(currency);
        currency.setAccessibleText(label.getText().replace("_", ""));
        label.setMinWidth(USE_PREF_SIZE);
        currency.setMinWidth(USE_PREF_SIZE);
        var hint = new Label(words.text("charts.hint"));
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        hint.setMinWidth(0);
        HBox.setHgrow(hint, Priority.ALWAYS);
        var bar = new HBox(8, label, currency, hint);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("charts-bar");
        return bar;
    }

    /// Two rows in a wide window, else three; the last one is for the hours of the week, which need
    /// the most width.
    private void arrange(boolean wide) {
        var widths = wide ? List.of(4, 4, 4, 3, 3, 6) : List.of(6, 6, 6, 6, 4, 8);
        var column = 0;
        var row = 0;
        for (var i = 0; i < cards.size(); i++) {
            if (column == UNITS) {
                column = 0;
                row++;
            }
            GridPane.setConstraints(cards.get(i), column, row, widths.get(i), 1);
            column += widths.get(i);
        }
        grid.getRowConstraints().clear();
        for (var i = 0; i <= row; i++) {
            var line = new RowConstraints(LEAST_HEIGHT, LEAST_HEIGHT, Double.MAX_VALUE);
            line.setVgrow(Priority.ALWAYS);
            line.setFillHeight(true);
            grid.getRowConstraints().add(line);
        }
    }

    private void choose() {
        if (!showing && currency.getValue() != null) {
            model.choose(currency.getValue());
        }
    }

    private void show(ChartsModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        showing = true;
        try {
            currency.getItems().setAll(shown.currencies());
            currency.setValue(shown.currency());
            currency.setDisable(shown.currencies().size() < 2);
        } finally {
            showing = false;
        }
        var text = new ChartText(words, shown.view().report().parameters().zone());
        var fills = new Fills(shown.tables());
        for (var i = 0; i < cards.size(); i++) {
            var table = shown.tables().get(i);
            cards.get(i).show(table, fills.of(table), text);
        }
    }

    /// Puts the keys into the first chart.
    public void focus() {
        if (!isFocusWithin()) {
            currency.requestFocus();
            if (currency.isDisabled()) {
                cards.getFirst().focusFirst();
            }
        }
    }

    /// The chart whose picture is meant by a command of the menu.
    private void remember() {
        cards.stream().filter(Node::isFocusWithin).findFirst().ifPresent(card -> last = card);
    }

    /// Keeps a picture of the chart that has the keys, or else of the first one.
    public void save() {
        remember();
        save(last == null ? cards.getFirst() : last);
    }

    private void save(ChartCard card) {
        var picture = card.picture();
        if (picture == null) {
            return;
        }
        var name = "chart-" + card.chart().name().toLowerCase(Locale.ROOT) + ".png";
        askWhere.apply(name)
                .ifPresent(
                        target -> {
                            picture.layOut(getScene().getStylesheets());
                            model.save(
                                    isSvg(target) ? picture.drawing() : picture.pixels(), target);
                        });
    }

    private static boolean isSvg(Path target) {
        return target.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    }
}
