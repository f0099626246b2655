package org.roamledger.ui.filter;

import atlantafx.base.theme.Styles;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import org.roamledger.report.ConditionText;
import org.roamledger.report.Facet;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.List;

/// The values of a column to be ticked, with a search where there are many.
final class ValuePicker extends VBox {

    /// Fewer are seen at a glance.
    private static final int SEARCHED_FROM = 9;

    private final FilterModel model;
    private final CountsModel counts;
    private final ReportColumn column;
    private final Words words;
    private final ConditionText texts;
    private final TextField find = new TextField();
    private final ChoiceList list;
    private final Label more = new Label();

    ValuePicker(
            FilterModel model,
            CountsModel counts,
            ReportColumn column,
            int lines,
            Words words,
            Wiring wiring) {
        super(8);
        this.model = model;
        this.counts = counts;
        this.column = column;
        this.words = words;
        // No times are told here.
        this.texts = words.conditions(ReportParameters.USUAL_ZONE);
        list = new ChoiceList(words, lines, this::label, value -> model.toggle(column, value));
        list.setId("facet-" + column.key());
        list.setAccessibleText(words.title(column));
        find.setId("find-" + column.key());
        find.setPromptText(words.text("filter.findValue"));
        find.setAccessibleText(words.text("filter.findValueOf", words.title(column)));
        find.getStyleClass().add(Styles.SMALL);
        find.managedProperty().bind(find.visibleProperty());
        find.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        more.getStyleClass().add("hint");
        more.setWrapText(true);
        more.managedProperty().bind(more.visibleProperty());
        getStyleClass().add("section-body");
        getChildren().addAll(find, list, more);
        wiring.follow(counts.counts(), _ -> show());
        wiring.onChange(model.filter(), this::show);
        wiring.onChange(find.textProperty(), this::show);
    }

    /// From the search straight to what it found.
    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !find.getText().isEmpty()) {
            find.clear();
            event.consume();
        }
    }

    private String label(String value) {
        return value.isEmpty() && column.kind() != ReportColumn.Kind.CHOICES
                ? words.text("filter.notGiven")
                : texts.value(column, value);
    }

    private void show() {
        var facet =
                counts.counts().get().facet(column).orElseGet(() -> new Facet(column, List.of()));
        var choices = Choices.of(facet, model.chosen(column), find.getText(), this::label);
        list.show(choices.lines());
        find.setVisible(facet.values().size() >= SEARCHED_FROM || !find.getText().isEmpty());
        more.setVisible(choices.left() > 0);
        more.setText(words.text("filter.more", Choices.MOST, choices.left()));
    }
}
