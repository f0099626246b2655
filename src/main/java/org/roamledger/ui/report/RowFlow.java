package org.roamledger.ui.report;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// The rows on the screen. Goes from row to row, and what a step costs depends on the height of the
/// window alone.
///
/// The flow of JavaFX adds up the heights of all rows above the first that it shows, a dozen times
/// at each step. Here it never gets any: it counts from the first row on the screen, stands at its
/// beginning always, and has its scroll bar covered by one that counts all rows.
final class RowFlow extends VirtualFlow<TableRow<Rows.Row>> {

    /// So many rows stand on no screen.
    private static final int MOST_SEEN = 1_000;

    /// A row of which no more than that is missing is seen, in pixels; as the flow below has it.
    private static final double AS_GOOD_AS = 2;

    /// Share of the scroll bar that can still be seen and taken hold of.
    private static final double LEAST_THUMB = 0.05;

    /// What of the table no column is seen through, in pixels.
    private static final double EDGE = 16;

    private final TableView<Rows.Row> table;
    private final ScrollBar bar = new ScrollBar();
    private int first;

    /// What was scrolled and did not make a row yet, in pixels.
    private double rest;

    RowFlow(TableView<Rows.Row> table) {
        this.table = table;
        bar.setId("rows-bar");
        bar.setOrientation(Orientation.VERTICAL);
        bar.valueProperty().subscribe(value -> begin(Math.round(value.doubleValue())));
        bar.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> table.requestFocus());
        bar.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        bar.addEventFilter(
                ScrollEvent.ANY,
                event -> {
                    fireEvent(event.copyFor(this, this));
                    event.consume();
                });
        getVbar().setOpacity(0);
        getVbar().setMouseTransparent(true);
        getChildren().add(bar);
    }

    /// How many rows the flow below has to know of.
    static int known(int rows) {
        return Math.min(rows, MOST_SEEN);
    }

    /// Shows that row at the top, or as far up as it can be.
    private void begin(long row) {
        var wanted = Math.clamp(row, 0, last());
        if (wanted != first) {
            rest = 0;
            countFrom(wanted);
            // Who asks for the next page asks at once which row is its last.
            layoutChildren();
        }
    }

    private void countFrom(int row) {
        addAllToPile();
        first = row;
        // Nothing else tells the flow below that its rows are others.
        reconfigureCells();
    }

    /// The first row on the screen when the very last is seen.
    private int last() {
        return Math.max(0, rows() - whole());
    }

    private int rows() {
        return table.getItems() == null ? 0 : table.getItems().size();
    }

    /// How many rows are seen from top to bottom.
    private int whole() {
        return Math.max(1, (int) ((getViewportLength() + AS_GOOD_AS) / getFixedCellSize()));
    }

    /// The first row on the screen, from 0.
    int first() {
        return first;
    }

    /// Whether the whole row is on the screen.
    boolean shows(int row) {
        return row >= first && row < first + whole();
    }

    /// Goes on to where the last row is the first, or back.
    void turnPage(boolean down) {
        var by = Math.max(1, whole() - 1);
        begin(first + (down ? by : -by));
    }

    /// Scrolls a column out from behind the pinned ones or the edge of the window.
    void showColumn(int at, int pinned) {
        if (at < pinned) {
            return;
        }
        var columns = table.getVisibleLeafColumns();
        var left = 0.0;
        var covered = 0.0;
        for (var i = 0; i < at; i++) {
            left += columns.get(i).getWidth();
            covered += i < pinned ? columns.get(i).getWidth() : 0;
        }
        var right = left + columns.get(at).getWidth();
        var sideways = sideways();
        var now = sideways.getValue();
        var seen = table.getWidth() - EDGE;
        var wanted = Math.min(left - covered, Math.max(now, right - seen));
        sideways.setValue(Math.clamp(wanted, sideways.getMin(), sideways.getMax()));
    }

    ScrollBar sideways() {
        return getHbar();
    }

    ScrollBar bar() {
        return bar;
    }

    @Override
    protected void layoutChildren() {
        setPosition(0);
        stayInside();
        super.layoutChildren();
        if (stayInside()) {
            super.layoutChildren();
        }
        placeBar();
    }

    private boolean stayInside() {
        var outside = first > last();
        if (outside) {
            countFrom(last());
        }
        return outside;
    }

    private void placeBar() {
        var below = getVbar();
        bar.setVisible(below.isVisible());
        bar.resizeRelocate(
                below.getLayoutX(), below.getLayoutY(), below.getWidth(), below.getHeight());
        var last = last();
        bar.setMax(last);
        bar.setVisibleAmount(last * Math.max(LEAST_THUMB, (double) whole() / Math.max(1, rows())));
        bar.setBlockIncrement(Math.max(1, whole() - 1));
        if (Math.round(bar.getValue()) != first) {
            bar.setValue(first);
        }
    }

    @Override
    protected void setCellIndex(TableRow<Rows.Row> cell, int index) {
        super.setCellIndex(cell, first + index);
    }

    @Override
    protected int getCellIndex(TableRow<Rows.Row> cell) {
        return cell.getIndex() - first;
    }

    @Override
    protected TableRow<Rows.Row> getPrivateCell(int row) {
        return super.getPrivateCell(row - first);
    }

    @Override
    public void scrollTo(int row) {
        if (row < first) {
            begin(row);
        } else if (!shows(row)) {
            begin(row - whole() + 1L);
        }
    }

    @Override
    public void scrollTo(TableRow<Rows.Row> cell) {
        scrollTo(cell.getIndex());
    }

    @Override
    public void scrollToTop(int row) {
        begin(row);
    }

    @Override
    public void scrollToTop(TableRow<Rows.Row> cell) {
        begin(cell.getIndex());
    }

    @Override
    public void scrollToBottom(TableRow<Rows.Row> cell) {
        begin(cell.getIndex() - whole() + 1L);
    }

    @Override
    public double scrollPixels(double delta) {
        var size = getFixedCellSize();
        var wanted = rest + delta;
        var steps = (long) (wanted / size);
        if (delta < 0 ? first == 0 : first >= last()) {
            rest = 0;
            return 0;
        }
        begin(first + steps);
        rest = wanted - steps * size;
        return delta;
    }
}
