package org.roamledger.ui.report;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// A tick for each column that there is.
public final class ColumnsPopover extends Popover {

    private static final int LINES = 10;

    public ColumnsPopover(ReportModel model, Words words, Wiring wiring) {
        var title = new Label(words.text("columns.title"));
        title.getStyleClass().add("pane-title");
        var standard = new Button(words.text("columns.standard"));
        standard.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT, Styles.SMALL);
        standard.setOnAction(_ -> model.arrange(model.columns().get().reset()));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, space, standard);
        head.setAlignment(Pos.CENTER_LEFT);
        var ticks = new GridPane();
        ticks.setHgap(24);
        ticks.setVgap(8);
        for (var column : ReportColumn.values()) {
            var tick = new CheckBox(words.title(column));
            tick.setId("show-" + column.key());
            tick.setOnAction(
                    _ -> model.arrange(model.columns().get().with(column, tick.isSelected())));
            wiring.follow(
                    model.columns(), layout -> tick.setSelected(!layout.hidden().contains(column)));
            ticks.add(tick, column.ordinal() / LINES, column.ordinal() % LINES);
        }
        var content = new VBox(12, head, ticks);
        content.getStyleClass().add("columns-popover");
        setContentNode(content);
        setArrowLocation(ArrowLocation.TOP_RIGHT);
        setHeaderAlwaysVisible(false);
        setDetachable(false);
        setAnimated(false);
    }
}
