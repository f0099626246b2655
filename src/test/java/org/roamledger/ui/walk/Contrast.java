package org.roamledger.ui.walk;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.List;

/// Finds texts that are too pale: below the contrast that [WCAG 2.2, 1.4.3 and
/// 1.4.11](https://www.w3.org/TR/WCAG22/#contrast-minimum) ask for.
public final class Contrast {

    private static final double TEXT = 4.5;
    private static final double LARGE_TEXT_OR_ICON = 3;

    /// 18 points, or 14 in bold.
    private static final double LARGE = 24;

    private static final double LARGE_BOLD = 18.66;

    private Contrast() {}

    /// A line for each; what is disabled need not be readable.
    public static List<String> faults(Scene scene) {
        return Seen.nodes(scene)
                .filter(node -> node instanceof Text text && !text.getText().isBlank())
                .filter(node -> !node.isDisabled())
                .map(Text.class::cast)
                .flatMap(text -> fault(text, scene).stream())
                .distinct()
                .toList();
    }

    private static List<String> fault(Text text, Scene scene) {
        if (!(text.getFill() instanceof Color fill)) {
            return List.of("no plain colour: " + text.getText());
        }
        var ground = ground(text, scene);
        var opacity = 1.0;
        for (@Nullable Node node = text; node != null; node = node.getParent()) {
            opacity *= node.getOpacity();
        }
        var seen = over(fill.deriveColor(0, 1, 1, opacity), ground);
        var ratio = ratio(seen, ground);
        return ratio >= wanted(text)
                ? List.of()
                : List.of(
                        "%.2f %s on %s: %s in %s"
                                .formatted(
                                        ratio,
                                        seen,
                                        ground,
                                        text instanceof FontIcon icon
                                                ? icon.getIconLiteral()
                                                : text.getText(),
                                        Seen.name(text.getParent())));
    }

    private static double wanted(Text text) {
        var font = text.getFont();
        var bold = font.getStyle().contains("Bold") || font.getStyle().contains("Medium");
        var large = font.getSize() >= LARGE || (bold && font.getSize() >= LARGE_BOLD);
        return large || text instanceof FontIcon ? LARGE_TEXT_OR_ICON : TEXT;
    }

    /// What is painted below a node, as one colour.
    private static Color ground(Node node, Scene scene) {
        var painted = new ArrayList<Color>();
        var bounds = node.localToScene(node.getLayoutBounds());
        var below = node;
        for (@Nullable Parent parent = node.getParent();
                parent != null && !isOpaque(painted);
                parent = parent.getParent()) {
            addSiblings(parent, below, bounds, painted);
            addFills(parent, painted);
            below = parent;
        }
        var ground =
                scene.getFill() instanceof Color color ? over(color, Color.WHITE) : Color.WHITE;
        for (var colour : painted.reversed()) {
            ground = over(colour, ground);
        }
        return ground;
    }

    private static boolean isOpaque(List<Color> painted) {
        return !painted.isEmpty() && painted.getLast().getOpacity() >= 1;
    }

    /// A pop-over is a shape behind its content.
    private static void addSiblings(Parent parent, Node below, Bounds bounds, List<Color> painted) {
        var children = parent.getChildrenUnmodifiable();
        for (var at = children.indexOf(below) - 1; at >= 0; at--) {
            if (children.get(at) instanceof Shape shape
                    && !(shape instanceof Text)
                    && shape.isVisible()
                    && shape.localToScene(shape.getLayoutBounds()).contains(bounds)) {
                add(shape.getFill(), painted);
            }
        }
    }

    private static void addFills(Parent parent, List<Color> painted) {
        if (parent instanceof Region region && region.getBackground() != null) {
            for (var fill : region.getBackground().getFills().reversed()) {
                add(fill.getFill(), painted);
            }
        }
    }

    private static void add(@Nullable Paint paint, List<Color> painted) {
        if (paint instanceof Color color && color.getOpacity() > 0 && !isOpaque(painted)) {
            painted.add(color);
        }
    }

    private static Color over(Color above, Color below) {
        var opacity = above.getOpacity();
        return Color.color(
                above.getRed() * opacity + below.getRed() * (1 - opacity),
                above.getGreen() * opacity + below.getGreen() * (1 - opacity),
                above.getBlue() * opacity + below.getBlue() * (1 - opacity));
    }

    static double ratio(Color one, Color other) {
        var first = luminance(one) + 0.05;
        var second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed())
                + 0.7152 * linear(color.getGreen())
                + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
