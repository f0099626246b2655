package org.roamledger.ui.walk;

import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Goes through a scene by the keys, and finds what they do not reach and where one does not see
/// that they are there.
public final class Keys {

    /// A frame or a ring has many more.
    private static final int PIXELS = 8;

    private static final double AROUND = 4;
    private static final int MOST = 400;

    private Keys() {}

    public static List<String> faults(Scene scene) {
        var faults = new ArrayList<String>();
        var visited = new HashSet<Node>();
        if (scene.getFocusOwner() == null) {
            scene.getRoot().requestFocusTraversal(TraversalDirection.NEXT);
        }
        var at = scene.getFocusOwner();
        while (at != null && visited.add(at) && visited.size() < MOST) {
            at.requestFocusTraversal(TraversalDirection.NEXT);
            at = scene.getFocusOwner();
        }
        for (var node : visited) {
            if (!showsFocus(node, scene)) {
                faults.add("no focus seen: " + Seen.name(node));
            }
        }
        Seen.nodes(scene)
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(node -> !visited.contains(node))
                .forEach(node -> faults.add("not reached: " + Seen.name(node)));
        return faults;
    }

    private static boolean showsFocus(Node node, Scene scene) {
        // From the node before, so that the focus is one by keys.
        node.requestFocus();
        node.requestFocusTraversal(TraversalDirection.NEXT);
        if (scene.getFocusOwner() == node) {
            return true; // The only one there is.
        }
        var without = picture(node, scene);
        scene.getFocusOwner().requestFocusTraversal(TraversalDirection.PREVIOUS);
        if (scene.getFocusOwner() != node) {
            return true; // Into a group, of which one at a time is reached.
        }
        return differing(without, picture(node, scene)) >= PIXELS;
    }

    private static WritableImage picture(Node node, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var bounds = node.localToScene(node.getLayoutBounds());
        var shot = new SnapshotParameters();
        shot.setFill(Color.WHITE);
        shot.setViewport(
                new Rectangle2D(
                        Math.max(0, bounds.getMinX() - AROUND),
                        Math.max(0, bounds.getMinY() - AROUND),
                        bounds.getWidth() + 2 * AROUND,
                        bounds.getHeight() + 2 * AROUND));
        return scene.getRoot().snapshot(shot, null);
    }

    private static int differing(WritableImage one, WritableImage other) {
        var differing = 0;
        var first = one.getPixelReader();
        var second = other.getPixelReader();
        for (var y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (var x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                if (first.getArgb(x, y) != second.getArgb(x, y)) {
                    differing++;
                }
            }
        }
        return differing;
    }
}
