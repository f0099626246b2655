package org.roamledger.ui.detail;

import javafx.scene.control.ListCell;

/// A cell as wide as its list, so that long texts in its graphic go on in a second line.
abstract class WrappingCell<T> extends ListCell<T> {

    private static final double SCROLL_BAR = 16;
    private static final double LEAST_WIDTH = 120;

    WrappingCell() {
        setPrefWidth(0);
    }

    /// The list asks for the height without saying how wide it is, and texts would lose their last
    /// lines.
    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        var room = getListView().getWidth() - SCROLL_BAR;
        var inside = room - snappedLeftInset() - snappedRightInset();
        return snappedTopInset()
                + getGraphic().prefHeight(Math.max(LEAST_WIDTH, inside))
                + snappedBottomInset();
    }
}
