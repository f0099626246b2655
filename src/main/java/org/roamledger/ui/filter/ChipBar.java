package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// What the rows are filtered by: a sentence for each condition, which Enter opens and Delete or
/// its x takes away.
public final class ChipBar extends FlowPane {

    private static final int ALTERNATIVES = 2;

    private final FilterModel model;
    private final CountsModel counts;
    private final Words words;
    private final ObservableValue<Set<ReportColumn>> hidden;
    private final BiConsumer<ReportColumn, Node> change;
    private final Runnable search;
    private final Map<String, Button> chips = new HashMap<>();
    private final Label hits = new Label();
    private final Button clear;

    /// @param hidden the columns that the table does not show
    /// @param change opens the filter of a column at a node
    /// @param search puts the keys into the search
    public ChipBar(
            FilterModel model,
            CountsModel counts,
            ObservableValue<Set<ReportColumn>> hidden,
            BiConsumer<ReportColumn, Node> change,
            Runnable search,
            Words words,
            Wiring wiring) {
        super(6, 6);
        this.model = model;
        this.counts = counts;
        this.words = words;
        this.hidden = hidden;
        this.change = change;
        this.search = search;
        setId("chips");
        getStyleClass().add("chip-bar");
        hits.setId("search-hits");
        hits.getStyleClass().add("hint");
        hits.setWrapText(true);
        managedProperty().bind(visibleProperty());
        clear = clearAll();
        wiring.follow(model.filter(), this::show);
        wiring.onChange(counts.counts(), this::tellHits);
        wiring.onChange(hidden, this::tellHits);
    }

    private void show(ReportFilter filter) {
        var focused = getChildren().stream().filter(Node::isFocused).findFirst();
        var place = focused.map(getChildren()::indexOf).orElse(-1);
        var report = counts.report();
        var zone = report == null ? ReportParameters.USUAL_ZONE : report.parameters().zone();
        var texts = words.conditions(zone);
        var shown = new ArrayList<Node>();
        filter.conditions()
                .forEach(
                        (column, condition) ->
                                shown.add(
                                        chip(
                                                column.key(),
                                                texts.say(column, condition, ALTERNATIVES),
                                                chip -> change.accept(column, chip),
                                                () -> model.clear(column))));
        if (filter.changedOnly()) {
            Runnable lift = () -> model.onlyChanged(false);
            shown.add(chip("changed", texts.changedOnly(), _ -> lift.run(), lift));
        }
        if (!filter.text().isEmpty()) {
            var said = texts.textIs(filter.text());
            shown.add(chip("text", said, _ -> search.run(), () -> model.search("")));
            shown.add(hits);
        }
        if (!shown.isEmpty()) {
            shown.add(clear);
        }
        getChildren().setAll(shown);
        setVisible(!shown.isEmpty());
        tellHits();
        if (place >= 0 && !shown.isEmpty()) {
            shown.get(Math.min(place, shown.size() - 1)).requestFocus();
        }
    }

    private Button clearAll() {
        var clear = new Button(words.text("filter.clearAll"));
        clear.setId("clear-chips");
        clear.setMnemonicParsing(true);
        clear.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
        clear.setOnAction(_ -> model.clearAll());
        return clear;
    }

    /// The chip of a condition: the same one as long as there is one, as a filter may be open at
    /// it.
    private Button chip(String key, String sentence, Consumer<Node> open, Runnable remove) {
        var chip = chips.computeIfAbsent(key, _ -> chip(key, open, remove));
        chip.setText(sentence);
        chip.setAccessibleText(words.text("filter.chip", sentence));
        return chip;
    }

    private static Button chip(String key, Consumer<Node> open, Runnable remove) {
        var cross = new StackPane(new FontIcon(Material2AL.CLOSE));
        cross.getStyleClass().add("cross");
        cross.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        cross.addEventHandler(
                MouseEvent.MOUSE_CLICKED,
                event -> {
                    remove.run();
                    event.consume();
                });
        var chip = new Button(null, cross);
        chip.setId("chip-" + key);
        chip.getStyleClass().addAll(Styles.SMALL, "chip");
        chip.setOnAction(_ -> open.accept(chip));
        chip.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        chip.fire();
                        event.consume();
                    } else if (event.getCode() == KeyCode.DELETE
                            || event.getCode() == KeyCode.BACK_SPACE) {
                        remove.run();
                        event.consume();
                    }
                });
        return chip;
    }

    /// Where the text that is searched for was found, hidden columns last and called so.
    private void tellHits() {
        hits.setText(
                counts.counts().get().hits().entrySet().stream()
                        .map(
                                hit ->
                                        words.text(
                                                hidden.getValue().contains(hit.getKey())
                                                        ? "filter.hitHidden"
                                                        : "filter.hit",
                                                words.title(hit.getKey()),
                                                hit.getValue()))
                        .collect(Collectors.joining(", ")));
    }
}
