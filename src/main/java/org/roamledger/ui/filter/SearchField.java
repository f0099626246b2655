package org.roamledger.ui.filter;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.report.ReportFilter;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// Finds sessions by ids and names as they are typed; Escape empties it.
public final class SearchField extends CustomTextField {

    public SearchField(FilterModel model, CountsModel counts, Words words, Wiring wiring) {
        setId("search");
        setPromptText(words.text("search.prompt"));
        setAccessibleText(words.text("search.prompt"));
        setLeft(new FontIcon(Material2MZ.SEARCH));
        var clear = new Button(null, new FontIcon(Material2AL.CLEAR));
        clear.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "clear-search");
        clear.setAccessibleText(words.text("search.clear"));
        clear.setFocusTraversable(false);
        clear.setOnAction(_ -> clear());
        clear.visibleProperty().bind(textProperty().isNotEmpty());
        clear.managedProperty().bind(clear.visibleProperty());
        var hits = new Label();
        hits.setId("hit-count");
        hits.getStyleClass().add("hint");
        hits.setMinWidth(Label.USE_PREF_SIZE);
        hits.visibleProperty().bind(clear.visibleProperty());
        hits.managedProperty().bind(clear.visibleProperty());
        wiring.follow(
                counts.counts(),
                counted -> hits.setText(words.text("search.hits", counted.rows())));
        var right = new HBox(2, hits, clear);
        right.setAlignment(Pos.CENTER_RIGHT);
        setRight(right);
        // A search that a further key makes stale is stopped, so there is nothing to wait for.
        wiring.onChange(textProperty(), () -> model.search(getText()));
        wiring.follow(
                model.filter().map(ReportFilter::text),
                text -> {
                    if (!text.equals(getText().strip())) {
                        setText(text);
                    }
                });
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
                        clear();
                        event.consume();
                    }
                });
    }
}
