package org.roamledger.ui.report;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableViewSkin;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

/// The table's own skin but for its [RowFlow].
final class ReportSkin extends TableViewSkin<Rows.Row> {

    private boolean counting;

    ReportSkin(TableView<Rows.Row> table) {
        super(table);
    }

    RowFlow flow() {
        return (RowFlow) getVirtualFlow();
    }

    /// The row of titles.
    Node heads() {
        return getTableHeaderRow();
    }

    @Override
    protected VirtualFlow<TableRow<Rows.Row>> createVirtualFlow() {
        return new RowFlow(getSkinnable());
    }

    @Override
    protected void updateItemCount() {
        counting = true;
        try {
            super.updateItemCount();
        } finally {
            counting = false;
        }
    }

    @Override
    protected int getItemCount() {
        var rows = super.getItemCount();
        return counting ? RowFlow.known(rows) : rows;
    }

    @Override
    public @Nullable Object queryAccessibleAttribute(
            AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.VERTICAL_SCROLLBAR
                ? flow().bar()
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
