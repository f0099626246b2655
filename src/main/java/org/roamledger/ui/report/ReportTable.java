package org.roamledger.ui.report;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The sessions. Sorts nothing, keeps no rows and selects all without touching any.
public final class ReportTable extends TableView<Rows.Row> {

    private static final double LINE = 30;
    private static final int LONGEST_RANGE = 20_000;
    private static final int ROWS_ABOVE = 4;
    private static final Duration SELECTING = Duration.millis(40);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final PseudoClass ALL_SELECTED = PseudoClass.getPseudoClass("all-selected");

    private final ReportModel model;
    private final Words words;
    private final Map<ReportColumn, TableColumn<Rows.Row, Rows.Row>> byColumn =
            new EnumMap<>(ReportColumn.class);
    private final Runnable lookCloser;
    private @Nullable CellText texts;
    private boolean arranging;
    private boolean publishing;

    /// @param lookCloser told when the reader wants to know more of the selected session
    public ReportTable(ReportModel model, Runnable lookCloser, Words words, Wiring wiring) {
        this.model = model;
        this.lookCloser = lookCloser;
        this.words = words;
        setId("report");
        setAccessibleText(words.text("table.name"));
        getStyleClass().addAll("report-table", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        setFixedCellSize(LINE);
        setPlaceholder(new Label());
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new Line(wiring));
        for (var column : ReportColumn.values()) {
            byColumn.put(column, column(column));
        }
        wiring.follow(model.columns(), this::arrange);
        getColumns().addListener((ListChangeListener<Object>) _ -> arranged());
        showOrder();
        setSortPolicy(
                _ -> {
                    if (!publishing) {
                        model.sort(wantedOrder());
                    }
                    return true;
                });
        wiring.follow(model.shown(), this::show);
        followSelection(wiring);
        wiring.onChange(model.revealed(), this::reveal);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void show(ReportModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        texts = CellText.shown(words, shown.view().report().parameters().zone());
        getSelectionModel().clearSelection();
        // The table forgets its order when it gets other items, and would ask for none.
        var order = List.copyOf(getSortOrder());
        publishing = true;
        try {
            setItems(new Rows(shown.view()));
            getSortOrder().setAll(order);
        } finally {
            publishing = false;
        }
    }

    private void reveal() {
        var index = model.revealed().get();
        if (index != null) {
            getSelectionModel().clearAndSelect(index);
            scrollTo(Math.max(0, index - ROWS_ABOVE));
        }
    }

    private CellText texts() {
        if (texts == null) {
            throw new IllegalStateException("a cell without a report");
        }
        return texts;
    }

    private TableColumn<Rows.Row, Rows.Row> column(ReportColumn column) {
        var shown = new TableColumn<Rows.Row, Rows.Row>(words.title(column));
        shown.setId(column.key());
        shown.setUserData(column);
        shown.setPrefWidth(width(column));
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        shown.setCellFactory(_ -> new SessionCell(column, this::texts, words));
        shown.setReorderable(true);
        switch (column.kind()) {
            case WATT_HOURS, READING, MONEY, MONEY_PER_KWH, PERCENT, SECONDS ->
                    shown.getStyleClass().addAll("figure", Tweaks.ALIGN_RIGHT);
            case CODED, CODED_ID, CHOICE, ID, DATE_TIME, OFFSET_TIME -> {}
        }
        return shown;
    }

    private static double width(ReportColumn column) {
        return switch (column) {
            case MONTH -> 76;
            case NETWORK, CURRENCY, PLUG_TYPE, PROVIDER_ID, DURATION, VAT_RATE -> 92;
            case CDR_ID -> 188;
            case STATION_ID, OPERATOR_ID -> 96;
            case EVSE_ID, TRANSACTION_ID -> 148;
            case STATION_NAME -> 148;
            case START_TIME, STOP_TIME, SYNCED_AT, SETTING_AS_OF -> 148;
            case ORIGINAL_START -> 196;
            case ENERGY_WH, METER_START_WH, METER_STOP_WH -> 104;
            case PRICE -> 88;
            case ACCESS, CHARGE_METHOD, VAT_AMOUNT, NET_PER_KWH -> 116;
            case FREE_USAGE, NET_PRICE, SOURCE -> 100;
            case ORGANISATION -> 150;
            case PROVENANCE -> 320;
        };
    }

    private void arrange(ColumnLayout layout) {
        arranging = true;
        try {
            var wanted = layout.order().stream().map(byColumn::get).toList();
            if (!getColumns().equals(wanted)) {
                getColumns().setAll(wanted);
            }
            byColumn.forEach(
                    (column, shown) -> shown.setVisible(!layout.hidden().contains(column)));
        } finally {
            arranging = false;
        }
    }

    private void arranged() {
        if (!arranging && getColumns().size() == byColumn.size()) {
            model.arrange(
                    model.columns().get().ordered(getColumns().stream().map(this::of).toList()));
        }
    }

    private ReportColumn of(TableColumn<Rows.Row, ?> column) {
        return (ReportColumn) column.getUserData();
    }

    private SortOrder wantedOrder() {
        return new SortOrder(
                getSortOrder().stream()
                        .map(
                                column ->
                                        new SortOrder.Key(
                                                of(column),
                                                column.getSortType() == SortType.DESCENDING))
                        .toList());
    }

    private void showOrder() {
        for (var key : model.order().keys()) {
            var column = byColumn.get(key.column());
            if (column != null) {
                column.setSortType(key.descending() ? SortType.DESCENDING : SortType.ASCENDING);
                getSortOrder().add(column);
            }
        }
    }

    /// Ranges change one index at a time, so the rows are read when that has come to rest.
    private void followSelection(Wiring wiring) {
        var rest = new PauseTransition(SELECTING);
        rest.setOnFinished(_ -> model.select(selectedRows()));
        wiring.atClose(rest::stop);
        getSelectionModel()
                .getSelectedIndices()
                .addListener(
                        (ListChangeListener<Integer>)
                                _ -> {
                                    if (getSelectionModel().getSelectedIndex() >= 0
                                            || !model.allSelected().get()) {
                                        rest.playFromStart();
                                    }
                                });
    }

    private int[] selectedRows() {
        var shown = model.shown().get();
        if (shown == null) {
            return new int[0];
        }
        var rows = shown.view().rows();
        return getSelectionModel().getSelectedIndices().stream()
                .mapToInt(Integer::intValue)
                .filter(index -> index >= 0 && index < rows.length)
                .map(index -> rows[index])
                .toArray();
    }

    private void pressed(KeyEvent event) {
        if (ALL.match(event)) {
            selectAll();
            event.consume();
        } else if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.isShiftDown() && event.getCode() == KeyCode.END) {
            refuseLongRange(event, getItems().size() - 1);
        } else if (event.isShiftDown() && event.getCode() == KeyCode.HOME) {
            refuseLongRange(event, 0);
        } else if (event.getCode() == KeyCode.ENTER) {
            lookCloser.run();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            getSelectionModel().clearSelection();
            model.select(new int[0]);
        }
    }

    /// Ranges are kept by the table itself, which takes seconds to let go of a long one.
    private void refuseLongRange(InputEvent event, int to) {
        var selected = getSelectionModel().getSelectedIndices();
        var first = selected.isEmpty() ? getFocusModel().getFocusedIndex() : selected.getFirst();
        var last = selected.isEmpty() ? first : selected.getLast();
        var length = Math.max(Math.abs(to - first), Math.abs(to - last)) + 1;
        if (length > LONGEST_RANGE) {
            event.consume();
            model.refuseRange(length, LONGEST_RANGE);
        }
    }

    /// The table's own way takes minutes for a million rows.
    public void selectAll() {
        getSelectionModel().clearSelection();
        model.selectAll();
    }

    public void copy() {
        model.copy(
                words,
                text ->
                        Clipboard.getSystemClipboard()
                                .setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private final class Line extends TableRow<Rows.Row> {

        Line(Wiring wiring) {
            wiring.follow(model.allSelected(), all -> pseudoClassStateChanged(ALL_SELECTED, all));
            addEventFilter(
                    MouseEvent.MOUSE_PRESSED,
                    event -> {
                        if (event.isShiftDown() && !isEmpty()) {
                            refuseLongRange(event, getIndex());
                        }
                    });
        }

        @Override
        protected void updateItem(Rows.Row item, boolean empty) {
            super.updateItem(item, empty);
            setAccessibleText(
                    item != null && !empty && item.report().isCredit(item.number())
                            ? words.text("cell.credit")
                            : null);
            setOnMouseClicked(
                    event -> {
                        if (event.getClickCount() == 2 && !isEmpty()) {
                            lookCloser.run();
                        }
                    });
        }
    }
}
