package org.roamledger.ui.mapping;

import javafx.geometry.Insets;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.DirectScrollPane;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.wire.mapping.TableMapping;

import java.util.ArrayList;
import java.util.List;

/// The first rows of the file as they stand there, with a choice above each column: what it is.
final class FileColumns extends DirectScrollPane {

    private static final int ROWS = 5;

    private final MappingModel model;
    private final Words words;
    private final GridPane grid = new GridPane();
    private final List<ComboBox<@Nullable ReportColumn>> choices = new ArrayList<>();

    FileColumns(MappingModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        grid.getStyleClass().add("file-columns");
        for (var i = 0; i < model.preview().headers().size(); i++) {
            add(i);
        }
        setContent(grid);
        setFitToHeight(true);
        setVbarPolicy(ScrollBarPolicy.NEVER);
        setMinHeight(USE_PREF_SIZE);
        // Room for the horizontal bar too, or it would lie upon the last row.
        grid.setPadding(new Insets(0, 0, 14, 0));
        wiring.follow(model.mapping(), this::show);
    }

    private void add(int position) {
        var preview = model.preview();
        var header = preview.headers().get(position).strip();
        var choice = choice(position, header);
        var title = new Label(header);
        title.getStyleClass().add("file-title");
        title.setLabelFor(choice);
        grid.addColumn(position, choice, title);
        preview.rows().stream()
                .limit(ROWS)
                .map(row -> position < row.size() ? row.get(position) : "")
                .forEach(text -> grid.addColumn(position, value(text)));
    }

    private static Label value(String text) {
        var line = text.replaceAll("\\R", " ").strip();
        var label = new Label(line);
        label.getStyleClass().add("file-value");
        label.setMaxWidth(170);
        if (line.length() > 24) {
            label.setTooltip(new Tooltip(line));
        }
        return label;
    }

    private ComboBox<@Nullable ReportColumn> choice(int position, String header) {
        var choice = new ComboBox<@Nullable ReportColumn>();
        choice.setId("file-column-" + position);
        choice.getItems().add(null);
        choice.getItems().addAll(TableMapping.READABLE);
        choice.setAccessibleText(words.text("mapping.column", header));
        choice.setMinWidth(150);
        choice.setMaxWidth(170);
        var isPrivate = model.isPrivate(position);
        choice.setDisable(isPrivate);
        choice.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable ReportColumn column) {
                        return column != null
                                ? words.title(column)
                                : words.text(isPrivate ? "mapping.private" : "mapping.ignored");
                    }

                    @Override
                    public ReportColumn fromString(String text) {
                        throw new UnsupportedOperationException("not editable");
                    }
                });
        choice.setOnAction(_ -> model.choose(position, choice.getValue()));
        choice.focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused) {
                                reveal(choice);
                            }
                        });
        choices.add(choice);
        return choice;
    }

    /// Moves the column with the keyboard's focus into view.
    private void reveal(ComboBox<?> choice) {
        var hidden = grid.getWidth() - getViewportBounds().getWidth();
        if (hidden > 0) {
            var middle = choice.getBoundsInParent().getCenterX();
            setHvalue((middle - getViewportBounds().getWidth() / 2) / hidden);
        }
    }

    private void show(TableMapping mapping) {
        for (var i = 0; i < choices.size(); i++) {
            var choice = choices.get(i);
            var column = mapping.columns().get(i).column();
            choice.setValue(column);
            choice.getStyleClass().remove("chosen");
            if (column != null) {
                choice.getStyleClass().add("chosen");
            }
        }
    }
}
