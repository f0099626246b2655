package org.roamledger.ui.walk;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What of a scene can be seen. To be called on the screen thread.
public final class Seen {

    private Seen() {}

    /// Every node that is visible and lies in the scene at least in part, parents first.
    static Stream<Node> nodes(Scene scene) {
        var found = new ArrayList<Node>();
        collect(scene.getRoot(), scene, found);
        return found.stream();
    }

    private static void collect(Node node, Scene scene, List<Node> found) {
        var bounds = node.localToScene(node.getLayoutBounds());
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        if (bounds.intersects(0, 0, scene.getWidth(), scene.getHeight())) {
            found.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, scene, found));
        }
    }

    /// What a fault is told by: the kind, id, style and text of a node.
    static String name(Node node) {
        var text = node instanceof Labeled labeled ? labeled.getText() : node.getAccessibleText();
        return "%s#%s.%s '%s'"
                .formatted(
                        node.getClass().getSimpleName(),
                        node.getId(),
                        String.join(".", node.getStyleClass()),
                        text);
    }
}
