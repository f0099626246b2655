package org.roamledger.ui.filter;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Condition;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Roomy;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// The filter of one column, opened at its title or at its chip.
public final class HeaderFilter {

    private static final int LINES = 9;

    /// Above and below it in a low window, with its arrow.
    private static final double AROUND = 56;

    private static final Duration LAYING_OUT = Duration.millis(50);

    private final FilterModel model;
    private final CountsModel counts;
    private final Words words;
    private @Nullable Popover open;

    public HeaderFilter(FilterModel model, CountsModel counts, Words words) {
        this.model = model;
        this.counts = counts;
        this.words = words;
    }

    /// Opens it; the keys are in it until Escape closes it.
    public void open(ReportColumn column, Node anchor) {
        close();
        var wiring = new Wiring();
        wiring.atClose(counts.watch(column));
        var title = new Label(words.title(column));
        title.getStyleClass().add("pane-title");
        // The values come first, as a pop-over gives the keys to its first control.
        var content =
                new VBox(
                        10,
                        title,
                        values(column, wiring),
                        presence(column, wiring),
                        clear(column, wiring));
        content.getStyleClass().add("header-filter");
        content.setId("header-filter");
        content.addEventHandler(KeyEvent.KEY_RELEASED, HeaderFilter::keepFromMenu);
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        var room = new Roomy();
        room.setContent(content);
        room.setMaxHeight(anchor.getScene().getHeight() - AROUND);
        var popover = new Popover(room);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        // A pop-over puts the keys on its first control when it has been laid out.
        var laidOut = new PauseTransition(LAYING_OUT);
        laidOut.setOnFinished(_ -> focus(column, content));
        // It has a handler of its own for this.
        popover.showingProperty()
                .subscribe(
                        (_, showing) -> {
                            if (!showing) {
                                wiring.close();
                            }
                        });
        open = popover;
        // Of the window, not of the title or chip: it would look like one, and go with it.
        var target = anchor.localToScreen(anchor.getBoundsInLocal());
        popover.show(anchor.getScene().getRoot(), target.getCenterX(), target.getMaxY());
        laidOut.play();
    }

    /// Lists and others keep Escape to themselves; in a field it may empty the field first.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !(event.getTarget() instanceof TextInputControl)) {
            close();
            event.consume();
        }
    }

    /// The Alt of Alt+Down, when it is let go of, would open the menu bar.
    private static void keepFromMenu(KeyEvent event) {
        if (event.getCode() == KeyCode.ALT) {
            event.consume();
        }
    }

    private static void focus(ReportColumn column, Node content) {
        var first =
                switch (FilterKind.of(column)) {
                    case VALUES -> content.lookup("#facet-" + column.key());
                    case IDS -> content.lookup("#pasted-ids");
                    case RANGE, TIMES -> content.lookup("#least-" + column.key());
                };
        if (first != null) {
            first.requestFocus();
        }
    }

    private Node clear(ReportColumn column, Wiring wiring) {
        var clear = new Button(words.text("filter.clear"));
        clear.setId("clear-column");
        clear.setMnemonicParsing(true);
        clear.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
        clear.setOnAction(_ -> model.clear(column));
        wiring.follow(
                model.filter(),
                filter -> clear.setDisable(!filter.conditions().containsKey(column)));
        return clear;
    }

    /// Whether there is a value at all.
    private Node presence(ReportColumn column, Wiring wiring) {
        var group = new ToggleGroup();
        var any = choice("presence-any", "filter.anyValue", group);
        any.setOnAction(_ -> model.clear(column));
        var there = choice("presence-there", "filter.notBlank", group);
        there.setOnAction(_ -> model.put(column, new Condition.Present()));
        var blank = choice("presence-blank", "filter.blank", group);
        blank.setOnAction(_ -> model.put(column, new Condition.Missing()));
        wiring.follow(
                model.filter(),
                filter ->
                        group.selectToggle(
                                switch (filter.conditions().get(column)) {
                                    case Condition.Missing _ -> blank;
                                    case Condition.Present _ -> there;
                                    case null -> any;
                                    default -> null;
                                }));
        return new HBox(12, any, there, blank);
    }

    private RadioButton choice(String id, String key, ToggleGroup group) {
        var choice = new RadioButton(words.text(key));
        choice.setId(id);
        choice.setToggleGroup(group);
        return choice;
    }

    private Node values(ReportColumn column, Wiring wiring) {
        return switch (FilterKind.of(column)) {
            case IDS -> new IdBox(model, counts, column, words);
            case RANGE -> new RangeBox(model, counts, column, words, wiring);
            case TIMES -> {
                var range = new RangeBox(model, counts, column, words, wiring);
                yield column.kind() == ReportColumn.Kind.DATE_TIME
                        ? new VBox(10, range, new WeekBox(model, column, words, wiring))
                        : range;
            }
            case VALUES -> {
                var picker = new ValuePicker(model, counts, column, LINES, words, wiring);
                yield switch (column.kind()) {
                    case CODED, CODED_ID -> new VBox(6, picker, pasteable(column));
                    default -> picker;
                };
            }
        };
    }

    private Node pasteable(ReportColumn column) {
        var paste =
                new TitledPane(
                        words.text("filter.pasteOpen"), new IdBox(model, counts, column, words));
        paste.setId("paste");
        paste.setExpanded(false);
        paste.setAnimated(false);
        paste.getStyleClass().add("filter-section");
        return paste;
    }

    /// Closes it if it is open.
    public void close() {
        if (open != null) {
            open.hide();
            open = null;
        }
    }
}
