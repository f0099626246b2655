package org.roamledger.ui.walk;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.Toggle;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Goes through a scene by the keys, and finds what they do not reach and where one does not see
/// that they are there. The window has to have the focus.
public final class Keys {

    private static final int MOST = 400;

    private Keys() {}

    public static List<String> faults(Scene scene) {
        var faults = new ArrayList<String>();
        var visited = new HashSet<Node>();
        if (scene.getFocusOwner() == null) {
            scene.getRoot().requestFocusTraversal(TraversalDirection.NEXT);
        }
        @Nullable Node at = scene.getFocusOwner();
        while (at != null && visited.add(at) && visited.size() < MOST) {
            var focused = look(at, scene);
            at.requestFocusTraversal(TraversalDirection.NEXT);
            @Nullable Node next = scene.getFocusOwner();
            // What has the focus at first has it without a key.
            if (visited.size() > 1
                    && !at.equals(next)
                    && !isFieldOfSpinner(at)
                    && focused.equals(look(at, scene))) {
                faults.add("no focus seen: " + Seen.name(at));
            }
            at = next;
        }
        Seen.nodes(scene)
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(node -> !visited.contains(node) && !isOfGroup(node, visited))
                .forEach(node -> faults.add("not reached: " + Seen.name(node)));
        return faults;
    }

    /// The Tab key passes over it, as the spinner takes all keys for its field.
    private static boolean isFieldOfSpinner(Node node) {
        return node.getParent() instanceof Spinner;
    }

    /// Arrows move within a group of toggles.
    private static boolean isOfGroup(Node node, Set<Node> visited) {
        return node instanceof Toggle toggle
                && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(visited::contains);
    }

    /// What is painted of a node and the parts of it.
    private static List<Object> look(Node node, Scene scene) {
        scene.getRoot().applyCss();
        var look = new ArrayList<>();
        add(node, look);
        // A date picker shows it for its field.
        if (node.getParent() instanceof Control control) {
            addOwn(control, look);
        }
        return look;
    }

    private static void add(Node node, List<Object> look) {
        addOwn(node, look);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> add(child, look));
        }
    }

    private static void addOwn(Node node, List<Object> look) {
        if (node instanceof Region region) {
            look.add(
                    String.valueOf(
                            region.getBorder() == null ? null : region.getBorder().hashCode()));
            look.add(
                    String.valueOf(
                            region.getBackground() == null
                                    ? null
                                    : region.getBackground().hashCode()));
        }
        if (node instanceof Labeled label) {
            look.add(label.getTextFill());
            look.add(label.isUnderline());
        }
    }
}
