package org.roamledger.ui.stations;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.List;

/// The organisations, each below the one it belongs to, with the number of its stations and
/// sessions.
final class OwnerTree extends TreeView<OwnerNode> {

    private static final double LINE = 44;

    private final StationsModel model;
    private final Words words;
    private boolean showing;

    OwnerTree(StationsModel model, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        setId("owners");
        getStyleClass().add("owner-tree");
        setAccessibleText(words.text("stations.organisations"));
        setShowRoot(false);
        setFixedCellSize(LINE);
        setRoot(new TreeItem<>());
        setCellFactory(_ -> new Line());
        wiring.follow(model.shown(), this::show);
        wiring.atClose(getSelectionModel().selectedItemProperty().subscribe(this::chosen));
    }

    private void chosen(@Nullable TreeItem<OwnerNode> item) {
        if (!showing && item != null) {
            model.choose(item.getValue().key());
        }
    }

    private void show(StationsModel.@Nullable Shown shown) {
        if (shown == null) {
            return;
        }
        showing = true;
        try {
            var items = shown.tree().stream().map(OwnerTree::item).toList();
            if (!same(getRoot().getChildren(), items)) {
                getRoot().getChildren().setAll(items);
            }
            select(getRoot(), shown.node().key());
        } finally {
            showing = false;
        }
    }

    private static TreeItem<OwnerNode> item(OwnerNode node) {
        var item = new TreeItem<>(node);
        item.setExpanded(true);
        node.below().forEach(below -> item.getChildren().add(item(below)));
        return item;
    }

    /// The lines stay, and with them what is folded, where nothing has changed.
    private static boolean same(List<TreeItem<OwnerNode>> before, List<TreeItem<OwnerNode>> after) {
        return before.stream()
                .map(TreeItem::getValue)
                .toList()
                .equals(after.stream().map(TreeItem::getValue).toList());
    }

    private boolean select(TreeItem<OwnerNode> item, OwnerNode.Key wanted) {
        // The root, which is not shown, stands for nothing.
        if (item.getValue() != null && item.getValue().key().equals(wanted)) {
            getSelectionModel().select(item);
            return true;
        }
        return item.getChildren().stream().anyMatch(below -> select(below, wanted));
    }

    /// What a line is called.
    static String name(OwnerNode node, Words words) {
        return switch (node.kind()) {
            case ALL -> words.text("stations.all");
            case NO_OWNER -> words.text("stations.noOwner");
            case OWNER -> node.name();
        };
    }

    private final class Line extends TreeCell<OwnerNode> {

        private final Label name = new Label();
        private final Label zone = new Label();
        private final Label stations = new Label();
        private final Label sessions = new Label();
        private final HBox line;

        Line() {
            name.setMinWidth(0);
            zone.setMinWidth(0);
            zone.getStyleClass().add("detail");
            sessions.getStyleClass().add("detail");
            sessions.setMinWidth(USE_PREF_SIZE);
            stations.setMinWidth(USE_PREF_SIZE);
            zone.managedProperty().bind(zone.textProperty().isNotEmpty());
            var left = new VBox(name, zone);
            left.setAlignment(Pos.CENTER_LEFT);
            left.setMinWidth(0);
            HBox.setHgrow(left, Priority.ALWAYS);
            var right = new VBox(stations, sessions);
            right.setAlignment(Pos.CENTER_RIGHT);
            right.setMinWidth(USE_PREF_SIZE);
            line = new HBox(8, left, right);
            line.setAlignment(Pos.CENTER_LEFT);
            // Narrower than the tree, or a long name would call for a horizontal scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(OwnerNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(name(node, words));
            zone.setText(node.zone() == null ? "" : node.zone().getId());
            stations.setText(words.text("stations.count", node.stations()));
            sessions.setText(words.text("stations.sessionCount", node.sessions()));
            setAccessibleText(
                    String.join(
                            ", ", List.of(name.getText(), stations.getText(), sessions.getText())));
            setGraphic(line);
        }
    }
}
