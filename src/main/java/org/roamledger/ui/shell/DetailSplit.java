package org.roamledger.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.detail.DetailModel;

/// The rows, and beside them the session that is looked at closely, as wide as the reader left it.
final class DetailSplit extends SplitPane {

    private static final double MOST = 0.7;

    private final DetailModel model;
    private final Node detail;
    private boolean placed;

    DetailSplit(Node rows, Node detail, DetailModel model, Wiring wiring) {
        super(rows);
        this.model = model;
        this.detail = detail;
        getStyleClass().add("detail-split");
        SplitPane.setResizableWithParent(detail, false);
        wiring.follow(model.open(), this::show);
        // Opened before the first layout, there is no width yet to be divided.
        widthProperty().subscribe(this::place);
    }

    private void show(boolean open) {
        placed = false;
        if (!open) {
            getItems().remove(detail);
        } else if (!getItems().contains(detail)) {
            getItems().add(detail);
            place();
            getDividers().getFirst().positionProperty().subscribe(this::remember);
        }
    }

    private void place() {
        if (!placed && getWidth() > 0 && getItems().contains(detail)) {
            setDividerPositions(1 - Math.min(MOST, model.width().get() / getWidth()));
            placed = true;
        }
    }

    private void remember(Number position) {
        if (placed) {
            model.width().set((1 - position.doubleValue()) * getWidth());
        }
    }
}
