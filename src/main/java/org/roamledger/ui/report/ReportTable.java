package org.roamledger.ui.report;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Skin;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/// The sessions. Sorts nothing, keeps no rows, and selects a million of them as quickly as one.
///
/// One of its columns is the current one, moved by the arrows to the left and right: what the
/// commands on a column are about.
public final class ReportTable extends TableView<Rows.Row> {

    private static final int ROWS_ABOVE = 4;
    private static final int STEP = 16;
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FILTER =
            new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

    private final ReportModel model;
    private final Words words;
    private final Map<ReportColumn, TableColumn<Rows.Row, Rows.Row>> byColumn =
            new EnumMap<>(ReportColumn.class);
    private final Runnable lookCloser;
    private final RowSelection selection = new RowSelection(this);
    private final ColumnHeads heads;
    private final ReadOnlyObjectWrapper<ReportColumn> current =
            new ReadOnlyObjectWrapper<>(ReportColumn.MONTH);
    private final ReadOnlyIntegerWrapper arrangement = new ReadOnlyIntegerWrapper();
    private final BooleanProperty compact = new SimpleBooleanProperty();
    private BiConsumer<ReportColumn, Node> headerMenu = (_, _) -> {};
    private Runnable settleSelected = () -> {};
    private @Nullable CellText texts;
    private @Nullable ReportView view;
    private @Nullable SortOrder marked;
    private @Nullable RowFlow flow;
    private boolean arranging;
    private boolean publishing;

    /// @param lookCloser told when the reader wants to know more of the selected session
    public ReportTable(ReportModel model, Runnable lookCloser, Words words, Wiring wiring) {
        this.model = model;
        this.lookCloser = lookCloser;
        this.words = words;
        this.heads = new ColumnHeads(this, words);
        setId("report");
        setAccessibleText(words.text("table.name"));
        getStyleClass().addAll("report-table", Styles.DENSE, Tweaks.EDGE_TO_EDGE);
        setPlaceholder(new Label());
        setSelectionModel(selection);
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        setRowFactory(_ -> new SessionRow(this, lookCloser, words));
        for (var column : ReportColumn.values()) {
            byColumn.put(column, column(column));
        }
        wiring.follow(model.columns(), this::arrange);
        getColumns().addListener((ListChangeListener<Object>) _ -> arranged());
        setSortPolicy(
                _ -> {
                    if (!publishing && !arranging) {
                        model.sort(wantedOrder());
                    }
                    return true;
                });
        wiring.follow(model.shown(), this::show);
        selection
                .getSelectedIndices()
                .addListener(
                        (ListChangeListener<Integer>)
                                _ -> {
                                    if (!publishing) {
                                        model.select(selection.places());
                                    }
                                });
        wiring.onChange(model.revealed(), this::reveal);
        compact.subscribe(
                on -> change(now -> now.with(on ? Density.COMPACT : Density.COMFORTABLE)));
        current.subscribe(_ -> placeHeads());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        setOnContextMenuRequested(
                event -> {
                    showMenu(event);
                    event.consume();
                });
    }

    private void show(ReportModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        texts = CellText.shown(words, shown.view().report().parameters().zone());
        heads.filtered(shown.view().filter().conditions().keySet());
        var before = selection.getSelectedIndex();
        // How far down the row is that the reader looks at; negative if there is none.
        var above = flow != null && flow.shows(before) ? before - flow.first() : -1;
        var sameOrder =
                view != null
                        && view.filter().equals(shown.view().filter())
                        && view.order().equals(shown.view().order());
        view = shown.view();
        publishing = true;
        try {
            setItems(new Rows(shown.view()));
            selection.show(model.selected().get());
            // The table forgets its order when it gets other items, and would ask for none.
            showOrder(model.order());
        } finally {
            publishing = false;
        }
        var lead = selection.getSelectedIndex();
        getFocusModel().focus(lead);
        if (lead >= 0 && above >= 0) {
            // The row that the reader looks at stays where it is.
            scrollTo(Math.max(0, lead - above));
        } else if (!sameOrder) {
            scrollTo(0);
        }
    }

    private void reveal() {
        var index = model.revealed().get();
        if (index != null) {
            selection.clearAndSelect(index);
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
        shown.setGraphic(heads.funnel(column));
        shown.setMinWidth(ColumnLayout.LEAST_WIDTH);
        shown.setMaxWidth(ColumnLayout.MOST_WIDTH);
        shown.setPrefWidth(heads.width(column));
        shown.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        shown.setCellFactory(_ -> new SessionCell(column, this::texts, current, words));
        shown.setReorderable(true);
        shown.widthProperty().subscribe(width -> sized(column, width.intValue()));
        switch (column.kind()) {
            case WATT_HOURS, READING, MONEY, MONEY_PER_KWH, PERCENT, SECONDS ->
                    shown.getStyleClass().addAll("figure", Tweaks.ALIGN_RIGHT);
            case CODED, CODED_ID, CHOICE, CHOICES, ID, DATE_TIME, OFFSET_TIME -> {}
        }
        return shown;
    }

    private void arrange(ColumnLayout layout) {
        arranging = true;
        try {
            setFixedCellSize(layout.density().line());
            compact.set(layout.density() == Density.COMPACT);
            var wanted = layout.order().stream().map(byColumn::get).toList();
            if (!getColumns().equals(wanted)) {
                getColumns().setAll(wanted);
            }
            byColumn.forEach(
                    (column, shown) -> {
                        shown.setVisible(!layout.hidden().contains(column));
                        size(shown, layout.widths().getOrDefault(column, heads.width(column)));
                    });
            showOrder(layout.sort());
            if (layout.hidden().contains(current.get())) {
                current.set(layout.visible().getFirst());
            }
        } finally {
            arranging = false;
        }
        rearranged();
    }

    private static void size(TableColumn<?, ?> column, int width) {
        if (column.getWidth() != width) {
            // A preferred width that was there before is no news, even if a drag changed the width.
            column.setPrefWidth(column.getWidth());
            column.setPrefWidth(width);
        }
    }

    private void arranged() {
        if (!arranging && getColumns().size() == byColumn.size()) {
            change(now -> now.ordered(getColumns().stream().map(this::of).toList()));
        }
    }

    private void sized(ReportColumn column, int width) {
        if (!arranging && byColumn.size() == ReportColumn.values().length) {
            change(now -> now.sized(column, width));
        }
    }

    private void change(UnaryOperator<ColumnLayout> change) {
        if (!arranging) {
            model.arrange(change.apply(model.columns().get()));
        }
    }

    private void rearranged() {
        arrangement.set(arrangement.get() + 1);
        placeHeads();
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = new ReportSkin(this);
        flow = skin.flow();
        flow.sideways().valueProperty().subscribe(this::rearranged);
        flow.sideways().visibleProperty().subscribe(this::rearranged);
        return skin;
    }

    private void placeHeads() {
        heads.place(scrolled(), pinned(), current.get());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        placeHeads();
    }

    /// How far the columns are scrolled, in pixels.
    double scrolled() {
        return flow == null || !flow.sideways().isVisible() ? 0 : flow.sideways().getValue();
    }

    /// How many columns stay when the others scroll.
    int pinned() {
        return model.columns().get().pinned();
    }

    /// Changes whenever cells have to be placed anew.
    ReadOnlyIntegerProperty arrangement() {
        return arrangement.getReadOnlyProperty();
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

    private void showOrder(SortOrder order) {
        if (!order.equals(marked)) {
            marked = order;
            byColumn.forEach((column, shown) -> heads.order(shown, order, column));
        }
        if (wantedOrder().equals(order)) {
            return;
        }
        var columns =
                order.keys().stream()
                        .map(key -> Objects.requireNonNull(byColumn.get(key.column())))
                        .toList();
        for (var i = 0; i < columns.size(); i++) {
            columns.get(i)
                    .setSortType(
                            order.keys().get(i).descending()
                                    ? SortType.DESCENDING
                                    : SortType.ASCENDING);
        }
        getSortOrder().setAll(columns);
    }

    private void pressed(KeyEvent event) {
        if (ALL.match(event)) {
            selectAll();
        } else if (COPY.match(event)) {
            copy(true);
        } else if (FILTER.match(event)) {
            openHeaderMenu();
        } else if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        } else {
            switch (event.getCode()) {
                case LEFT -> step(-1);
                case RIGHT -> step(1);
                case ENTER -> lookCloser.run();
                case ESCAPE -> selection.clearSelection();
                case PAGE_UP, PAGE_DOWN -> {
                    if (flow == null || !selection.isEmpty()) {
                        return;
                    }
                    flow.turnPage(event.getCode() == KeyCode.PAGE_DOWN);
                }
                case CONTEXT_MENU -> openColumnMenu();
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void step(int by) {
        var visible = model.columns().get().visible();
        var at = Math.clamp((long) visible.indexOf(current.get()) + by, 0, visible.size() - 1);
        current.set(visible.get(at));
        showColumn(at);
    }

    private void showColumn(int at) {
        if (flow != null) {
            flow.showColumn(at, pinned());
        }
    }

    /// The column that the commands on a column are about.
    ReadOnlyObjectProperty<ReportColumn> current() {
        return current.getReadOnlyProperty();
    }

    /// Makes a column the current one.
    void current(ReportColumn column) {
        current.set(column);
    }

    /// @param opened told a column and its title when a person wants to filter by that column
    public void onHeaderMenu(BiConsumer<ReportColumn, Node> opened) {
        headerMenu = opened;
    }

    /// @param asked told when a person wants the settlement of the selected rows
    public void onSettleSelected(Runnable asked) {
        settleSelected = asked;
    }

    void settleSelected() {
        settleSelected.run();
    }

    /// Opens the filter of a column at its title.
    public void filter(ReportColumn column) {
        current.set(column);
        openHeaderMenu();
    }

    void openHeaderMenu() {
        headerMenu.accept(current.get(), anchor());
    }

    private Node anchor() {
        return heads.of(current.get()).orElse(this);
    }

    private void openColumnMenu() {
        showColumnMenu(current.get(), anchor());
    }

    private void showMenu(ContextMenuEvent event) {
        for (var node = event.getPickResult().getIntersectedNode();
                node != null;
                node = node.getParent()) {
            if (node instanceof SessionCell cell) {
                current.set(cell.column());
            }
        }
        if (event.isKeyboardTrigger()) {
            openColumnMenu();
        } else {
            new ColumnMenu(this, words).show(this, event.getScreenX(), event.getScreenY());
        }
    }

    void showColumnMenu(ReportColumn column, Node anchor) {
        current.set(column);
        new ColumnMenu(this, words).show(anchor);
    }

    public void selectAll() {
        selection.selectAll();
    }

    private void copy(boolean titles) {
        model.copy(
                titles,
                words,
                copied ->
                        Clipboard.getSystemClipboard()
                                .setContent(
                                        Map.of(
                                                DataFormat.PLAIN_TEXT,
                                                copied.text(),
                                                DataFormat.HTML,
                                                copied.html())));
    }

    private void copyValue() {
        var place = getFocusModel().getFocusedIndex();
        if (place >= 0 && place < getItems().size()) {
            var row = getItems().get(place);
            var text =
                    CellText.pasted(words, row.report().parameters().zone())
                            .of(row.report(), current.get(), row.number());
            Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
        }
    }

    /// Whether the rows stand close together.
    public BooleanProperty compact() {
        return compact;
    }

    /// What can be done with the rows and with the current column.
    public Map<Command, Runnable> commands() {
        var commands = new EnumMap<Command, Runnable>(Command.class);
        commands.put(Command.SELECT_ALL, this::selectAll);
        commands.put(Command.COPY, () -> copy(true));
        commands.put(Command.COPY_WITHOUT_TITLES, () -> copy(false));
        commands.put(Command.COPY_VALUE, this::copyValue);
        commands.put(Command.COLUMN_MENU, this::openColumnMenu);
        commands.put(Command.SORT_BY, () -> change(now -> now.sortedBy(current.get())));
        commands.put(Command.SORT_ALSO_BY, () -> change(now -> now.sortedAlsoBy(current.get())));
        commands.put(Command.COLUMN_LEFT, () -> move(-1));
        commands.put(Command.COLUMN_RIGHT, () -> move(1));
        commands.put(Command.COLUMN_NARROWER, () -> widen(-STEP));
        commands.put(Command.COLUMN_WIDER, () -> widen(STEP));
        commands.put(Command.PIN_COLUMNS, () -> change(now -> now.pinnedTo(current.get())));
        commands.put(Command.HIDE_COLUMN, this::hide);
        commands.put(Command.RESET_COLUMNS, () -> change(ColumnLayout::reset));
        return commands;
    }

    private void move(int by) {
        change(now -> now.moved(current.get(), by));
        showColumn(model.columns().get().visible().indexOf(current.get()));
    }

    private void widen(int by) {
        var column = current.get();
        var width = (int) Objects.requireNonNull(byColumn.get(column)).getWidth();
        change(now -> now.sized(column, width + by));
    }

    private void hide() {
        var visible = model.columns().get().visible();
        var at = visible.indexOf(current.get());
        var hidden = current.get();
        if (visible.size() > 1) {
            current.set(visible.get(at == visible.size() - 1 ? at - 1 : at + 1));
            change(now -> now.with(hidden, false));
        }
    }
}
