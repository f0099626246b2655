package org.roamledger.ui.detail;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SessionVersion;
import org.roamledger.ui.base.Words;

import java.util.List;
import java.util.function.Function;

/// Two versions of a session side by side.
final class VersionsView extends VBox {

    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    private final Words words;
    private final ComboBox<SessionVersion> before;
    private final ComboBox<SessionVersion> now;
    private final CheckBox onlyDifferences;
    private final TableView<ComparedLine> table = new TableView<>();
    private final Label only;
    private final GridPane choice = new GridPane();
    private boolean filling;

    VersionsView(Words words) {
        super(8);
        this.words = words;
        getStyleClass().add("versions");
        before = versions("detail.before");
        now = versions("detail.now");
        onlyDifferences = new CheckBox(words.text("detail.onlyDifferences"));
        onlyDifferences.setSelected(true);
        onlyDifferences.setOnAction(_ -> compare());
        only = new Label(words.text("detail.onlyVersion"));
        only.setWrapText(true);
        only.getStyleClass().addAll("muted", "detail-hint");
        layOut();
        table.setId("detail-differences");
        table.setAccessibleText(words.text("detail.differences"));
        table.setPlaceholder(new Label(words.text("detail.noDifference")));
        table.getStyleClass().addAll(Styles.DENSE, Tweaks.EDGE_TO_EDGE, "differences");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        // What differs is marked by a sign as well as by its colour.
        table.getColumns()
                .add(column("detail.column", line -> (line.differs() ? "≠ " : "") + line.title()));
        table.getColumns().add(column("detail.before", line -> orDash(line.before())));
        table.getColumns().add(column("detail.now", line -> orDash(line.now())));
        table.setRowFactory(_ -> new Line());
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(only, choice, onlyDifferences, table);
    }

    private void layOut() {
        var labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        var boxes = new ColumnConstraints();
        boxes.setHgrow(Priority.ALWAYS);
        choice.getColumnConstraints().addAll(labels, boxes);
        choice.setHgap(8);
        choice.setVgap(6);
        choice.addRow(0, new Label(words.text("detail.before")), before);
        choice.addRow(1, new Label(words.text("detail.now")), now);
        for (var part : List.of(choice, onlyDifferences, table)) {
            part.visibleProperty().bind(only.visibleProperty().not());
            part.managedProperty().bind(part.visibleProperty());
        }
        only.managedProperty().bind(only.visibleProperty());
    }

    private ComboBox<SessionVersion> versions(String key) {
        var box = new ComboBox<SessionVersion>();
        box.setId(key.replace('.', '-'));
        box.setAccessibleText(words.text(key));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(@Nullable SessionVersion version) {
                        return version == null ? "" : DetailPane.told(version, words);
                    }

                    @Override
                    public @Nullable SessionVersion fromString(String text) {
                        throw new UnsupportedOperationException("versions are not typed");
                    }
                });
        box.setOnAction(_ -> compare());
        return box;
    }

    private TableColumn<ComparedLine, String> column(
            String key, Function<ComparedLine, String> text) {
        var column = new TableColumn<ComparedLine, String>(words.text(key));
        column.setCellValueFactory(
                line ->
                        new ReadOnlyStringWrapper(text.apply(line.getValue()))
                                .getReadOnlyProperty());
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private String orDash(String text) {
        return text.isEmpty() ? words.text("cell.missing") : text;
    }

    /// The newest first. The last change is compared unless the reader chooses other versions.
    void show(List<SessionVersion> versions) {
        filling = true;
        try {
            before.getItems().setAll(versions);
            now.getItems().setAll(versions);
            now.setValue(versions.getFirst());
            before.setValue(versions.get(Math.min(1, versions.size() - 1)));
        } finally {
            filling = false;
        }
        only.setVisible(versions.size() == 1);
        compare();
    }

    private void compare() {
        var earlier = before.getValue();
        var later = now.getValue();
        if (!filling && earlier != null && later != null) {
            table.getItems()
                    .setAll(
                            ComparedLine.of(earlier, later, words).stream()
                                    .filter(line -> line.differs() || !onlyDifferences.isSelected())
                                    .toList());
        }
    }

    private static final class Line extends TableRow<ComparedLine> {
        @Override
        protected void updateItem(@Nullable ComparedLine item, boolean empty) {
            super.updateItem(item, empty);
            pseudoClassStateChanged(DIFFERS, !empty && item != null && item.differs());
        }
    }
}
