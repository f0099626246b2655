package org.roamledger.ui.walk;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds large parts of a scene that are painted in vain.
///
/// Without a graphics card, a colour that lets everything through costs as much as one that is
/// seen, and a node that keeps its picture has it painted as a whole for every change in it.
public final class Painting {

    /// What is smaller costs little; in square pixels.
    private static final double LARGE = 40_000;

    private Painting() {}

    public static List<String> inVain(Scene scene) {
        return Seen.nodes(scene)
                .filter(node -> area(node, scene) > LARGE && !isOfTextArea(node))
                .filter(node -> node.isCache() || isFilledWithNothing(node))
                .map(Seen::name)
                .toList();
    }

    private static double area(Node node, Scene scene) {
        var bounds = node.localToScene(node.getLayoutBounds());
        var width = Math.min(bounds.getMaxX(), scene.getWidth()) - Math.max(0, bounds.getMinX());
        var height = Math.min(bounds.getMaxY(), scene.getHeight()) - Math.max(0, bounds.getMinY());
        return width * height;
    }

    /// It makes its own scroll pane.
    private static boolean isOfTextArea(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (each instanceof TextArea) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFilledWithNothing(Node node) {
        return node instanceof Region region
                && region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(fill -> Color.TRANSPARENT.equals(fill.getFill()));
    }
}
