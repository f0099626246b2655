package org.roamledger.ui.report;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Skin;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Words;

import java.util.HashMap;
import java.util.Map;

/// A row of the table, which keeps the pinned columns where they are while the others scroll, and
/// has cells only for those that are seen.
final class SessionRow extends TableRow<Rows.Row> {

    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final PseudoClass LAST_PINNED = PseudoClass.getPseudoClass("last-pinned");

    private final ReportTable table;
    private final String credit;

    /// @param lookCloser told when the reader wants to know more of the session
    SessionRow(ReportTable table, Runnable lookCloser, Words words) {
        this.table = table;
        this.credit = words.text("cell.credit");
        setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2
                            && event.getButton() == MouseButton.PRIMARY
                            && !isEmpty()) {
                        lookCloser.run();
                    }
                });
    }

    @Override
    protected void updateItem(Rows.Row item, boolean empty) {
        super.updateItem(item, empty);
        var isCredit = item != null && !empty && item.report().isCredit(item.number());
        setAccessibleText(isCredit ? credit : null);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new Cells(this);
    }

    /// The table's own skin cannot keep a column in its place, and lays out every cell at every
    /// step.
    private static final class Cells extends CellSkinBase<TableRow<Rows.Row>> {

        private final ReportTable table;
        private final Map<TableColumn<Rows.Row, ?>, TableCell<Rows.Row, ?>> made = new HashMap<>();

        Cells(SessionRow row) {
            super(row);
            this.table = row.table;
            registerChangeListener(row.itemProperty(), _ -> update());
            registerChangeListener(row.indexProperty(), _ -> update());
            registerChangeListener(table.arrangement(), _ -> row.requestLayout());
            setText(null);
        }

        private void setText(@Nullable String none) {
            getSkinnable().setText(none);
        }

        private void update() {
            for (var cell : made.values()) {
                if (cell.getParent() != null) {
                    cell.updateIndex(getSkinnable().getIndex());
                }
            }
            getSkinnable().requestLayout();
        }

        private TableCell<Rows.Row, ?> make(TableColumn<Rows.Row, ?> column) {
            return fill(column);
        }

        private <T> TableCell<Rows.Row, T> fill(TableColumn<Rows.Row, T> column) {
            var cell = column.getCellFactory().call(column);
            cell.updateTableView(table);
            cell.updateTableColumn(column);
            cell.updateTableRow(getSkinnable());
            return cell;
        }

        @Override
        protected void layoutChildren(double x, double y, double w, double h) {
            if (getSkinnable().getIndex() < 0) {
                return;
            }
            var columns = table.getVisibleLeafColumns();
            getChildren()
                    .removeIf(
                            child ->
                                    !(child instanceof TableCell<?, ?> cell)
                                            || !columns.contains(cell.getTableColumn()));
            var pinned = table.pinned();
            var scrolled = table.scrolled();
            var end = scrolled + table.getWidth();
            var height = getSkinnable().getHeight();
            var left = 0.0;
            for (var i = 0; i < columns.size(); i++) {
                var column = columns.get(i);
                var width = snapSizeX(column.getWidth());
                var stays = i < pinned;
                if (stays || (left < end && left + width > scrolled)) {
                    var cell = attached(column);
                    cell.resizeRelocate(stays ? left + scrolled : left, 0, width, height);
                    cell.setViewOrder(stays ? -1 : 0);
                    cell.pseudoClassStateChanged(PINNED, stays);
                    cell.pseudoClassStateChanged(LAST_PINNED, i == pinned - 1);
                } else {
                    detach(column);
                }
                left += width;
            }
        }

        private TableCell<Rows.Row, ?> attached(TableColumn<Rows.Row, ?> column) {
            var cell = made.computeIfAbsent(column, this::make);
            if (cell.getParent() == null) {
                cell.updateIndex(getSkinnable().getIndex());
                getChildren().add(cell);
            }
            return cell;
        }

        private void detach(TableColumn<Rows.Row, ?> column) {
            var cell = made.get(column);
            if (cell != null && cell.getParent() != null) {
                getChildren().remove(cell);
            }
        }

        @Override
        protected double computePrefWidth(
                double height, double top, double right, double bottom, double left) {
            return table.getVisibleLeafColumns().stream()
                    .mapToDouble(column -> snapSizeX(column.getWidth()))
                    .sum();
        }

        @Override
        protected double computePrefHeight(
                double width, double top, double right, double bottom, double left) {
            return table.getFixedCellSize();
        }

        @Override
        protected double computeMinHeight(
                double width, double top, double right, double bottom, double left) {
            return table.getFixedCellSize();
        }

        @Override
        protected double computeMaxHeight(
                double width, double top, double right, double bottom, double left) {
            return table.getFixedCellSize();
        }

        @Override
        protected @Nullable Object queryAccessibleAttribute(
                AccessibleAttribute attribute, Object... parameters) {
            if (attribute == AccessibleAttribute.CELL_AT_ROW_COLUMN
                    && parameters.length > 1
                    && parameters[1] instanceof Integer column
                    && column < table.getVisibleLeafColumns().size()) {
                Node cell = made.get(table.getVisibleLeafColumn(column));
                return cell;
            }
            return super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
