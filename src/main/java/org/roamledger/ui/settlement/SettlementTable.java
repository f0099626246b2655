package org.roamledger.ui.settlement;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementOrder;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The groups, one line for each of their currencies. Sorts nothing itself.
final class SettlementTable extends TableView<Line> {

    private static final double LINE = 30;
    private static final double NAME_WIDTH = 236;
    private static final double CURRENCY_WIDTH = 84;
    private static final double FIGURE_WIDTH = 104;
    private static final double COUNT_WIDTH = 90;
    private static final double TITLE_PADDING = 28;
    private static final double LETTER = 7.4;
    private static final String GROUP = "group";
    private static final KeyCombination COPY = KeyCodeCombination.keyCombination("Shortcut+C");
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");
    private static final PseudoClass OUTER = PseudoClass.getPseudoClass("outer");

    private final SettlementModel model;
    private final Words words;
    private final SettlementText text;
    private boolean showing;

    SettlementTable(SettlementModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        this.text = new SettlementText(words, CellText.shown(words, ZoneOffset.UTC));
        setId("settlement");
        setAccessibleText(words.text("settlement.table"));
        getStyleClass()
                .addAll("report-table", "settlement-table", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        setFixedCellSize(LINE);
        setPlaceholder(new Label());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Row());
        getColumns().add(name());
        getColumns().add(currency());
        for (var column : SettlementColumn.values()) {
            getColumns().add(figure(column));
        }
        showOrder();
        setSortPolicy(
                _ -> {
                    if (!showing) {
                        model.sort(wantedOrder());
                    }
                    return true;
                });
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        wiring.follow(model.lines(), this::show);
    }

    private TableColumn<Line, Line> name() {
        var column = column(GROUP, words.text("settlement.group"), NAME_WIDTH);
        column.setCellFactory(_ -> new NameCell(model, text, words));
        column.setReorderable(false);
        return column;
    }

    private TableColumn<Line, Line> currency() {
        var column = column("currency", words.text("totals.currency"), CURRENCY_WIDTH);
        column.setCellFactory(_ -> new FigureCell(text, null));
        column.setSortable(false);
        return column;
    }

    private TableColumn<Line, Line> figure(SettlementColumn figure) {
        var title = words.text(SettlementText.titleKey(figure));
        var width = figure.kind() == SettlementColumn.Kind.COUNT ? COUNT_WIDTH : FIGURE_WIDTH;
        var column = column(figure.name().toLowerCase(Locale.ROOT), title, width);
        column.setUserData(figure);
        column.setCellFactory(_ -> new FigureCell(text, figure));
        column.getStyleClass().addAll("figure", Tweaks.ALIGN_RIGHT);
        return column;
    }

    private static TableColumn<Line, Line> column(String id, String title, double width) {
        var column = new TableColumn<Line, Line>(title);
        column.setId("settlement-" + id);
        column.setPrefWidth(Math.max(width, TITLE_PADDING + LETTER * title.length()));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    /// The selection holds on to its groups.
    private void show(List<Line> lines) {
        var settlement = model.shown().get();
        if (settlement != null) {
            text.of(settlement);
        }
        var focused = getFocusModel().getFocusedItem();
        var place = focused == null ? null : focused.place();
        var order = List.copyOf(getSortOrder());
        showing = true;
        try {
            setItems(FXCollections.observableList(lines));
            getSortOrder().setAll(order);
        } finally {
            showing = false;
        }
        getSelectionModel().clearSelection();
        for (var i = 0; place != null && i < lines.size(); i++) {
            if (lines.get(i).place().equals(place)) {
                getSelectionModel().clearAndSelect(i);
                return;
            }
        }
    }

    private SettlementOrder wantedOrder() {
        if (getSortOrder().isEmpty()) {
            return SettlementOrder.STANDARD;
        }
        var column = getSortOrder().getFirst();
        return new SettlementOrder(
                (@Nullable SettlementColumn) column.getUserData(),
                column.getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void showOrder() {
        var order = model.order().get();
        if (order.equals(SettlementOrder.STANDARD)) {
            return;
        }
        for (var column : getColumns()) {
            if (column.isSortable() && column.getUserData() == order.by()) {
                column.setSortType(
                        order.descending()
                                ? TableColumn.SortType.DESCENDING
                                : TableColumn.SortType.ASCENDING);
                getSortOrder().add(column);
            }
        }
    }

    private void pressed(KeyEvent event) {
        var line = getFocusModel().getFocusedItem();
        if (COPY.match(event)) {
            copy();
            event.consume();
        }
        if (line == null || event.isAltDown() || event.isShortcutDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> model.drill(line);
            case SPACE -> model.toggle(line);
            case RIGHT -> {
                if (line.hasGroups() && !line.isOpen()) {
                    model.toggle(line);
                } else {
                    getSelectionModel().selectNext();
                }
            }
            case LEFT -> {
                if (line.isOpen()) {
                    model.toggle(line);
                } else {
                    selectAround(line);
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void selectAround(Line line) {
        if (line.path().size() < 2) {
            return;
        }
        var around = line.path().subList(0, line.path().size() - 1);
        for (var i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).path().equals(around)) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    /// Copies the selected lines, or all if it is none or one.
    void copy() {
        var settlement = model.shown().get();
        if (settlement == null || getItems().isEmpty()) {
            return;
        }
        var selected = List.copyOf(getSelectionModel().getSelectedItems());
        var lines = selected.size() > 1 ? selected : List.copyOf(getItems());
        var copied = CopiedLines.of(settlement, lines, new Words(words.locale()));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, copied));
        model.tell(Notice.done("settlement.copied", lines.size()));
    }

    private final class Row extends TableRow<Line> {

        Row() {
            setOnMouseClicked(
                    event -> {
                        if (event.getButton() == MouseButton.PRIMARY
                                && event.getClickCount() == 2
                                && getItem() != null) {
                            model.drill(getItem());
                        }
                    });
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            var shown = empty ? null : line;
            pseudoClassStateChanged(TOTAL, shown != null && shown.isTotal());
            pseudoClassStateChanged(
                    OUTER, shown != null && shown.hasGroups() && shown.depth() == 0);
        }
    }
}
