package org.roamledger.ui.shell;

import javafx.beans.property.DoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import org.roamledger.ui.base.Wiring;

/// Something, and at its left or right something that is there now and then, as wide as the reader
/// left it.
final class SideSplit extends SplitPane {

    private static final double MOST = 0.7;

    private final Node side;
    private final boolean isLeft;
    private final DoubleProperty sideWidth;
    private boolean placed;

    /// @param place left or right
    /// @param open whether the side is there
    /// @param sideWidth in pixels; follows the reader
    SideSplit(
            Node main,
            Node side,
            Side place,
            ObservableValue<Boolean> open,
            DoubleProperty sideWidth,
            Wiring wiring) {
        super(main);
        this.side = side;
        this.isLeft = place == Side.LEFT;
        this.sideWidth = sideWidth;
        getStyleClass().add("side-split");
        SplitPane.setResizableWithParent(side, false);
        wiring.follow(open, this::show);
        // Opened before the first layout, there is no width yet to be divided.
        widthProperty().subscribe(this::place);
    }

    private void show(boolean open) {
        placed = false;
        if (!open) {
            getItems().remove(side);
        } else if (!getItems().contains(side)) {
            getItems().add(isLeft ? 0 : 1, side);
            place();
            getDividers().getFirst().positionProperty().subscribe(this::remember);
        }
    }

    private void place() {
        if (!placed && getWidth() > 0 && getItems().contains(side)) {
            var part = Math.min(MOST, sideWidth.get() / getWidth());
            setDividerPositions(isLeft ? part : 1 - part);
            placed = true;
        }
    }

    private void remember(Number position) {
        if (placed) {
            var part = position.doubleValue();
            sideWidth.set((isLeft ? part : 1 - part) * getWidth());
        }
    }
}
