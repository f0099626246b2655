package org.roamledger.ui.walk;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.control.skin.VirtualFlow;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/// Finds texts that do not fit, and controls that do not lie in the window.
///
/// Cells are not looked at: their columns are as wide as the reader makes them.
public final class Room {

    /// Rounding of widths to whole pixels.
    private static final double SLACK = 1.5;

    private Room() {}

    /// Texts that end in dots or lose lines, and do not say the whole where one points at them.
    public static List<String> cutOff(Scene scene) {
        return Seen.nodes(scene)
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(label -> label.getText() != null && !label.getText().isBlank())
                .filter(
                        label ->
                                !isCell(label)
                                        && !(label instanceof TitledPane
                                                || label instanceof Cell<?>))
                .filter(label -> !fits(label))
                .map(Seen::name)
                .toList();
    }

    private static boolean fits(Labeled label) {
        if (isTold(label, label.getText())
                || (label.getParent() instanceof MenuButton menu
                        && isTold(menu, label.getText()))) {
            return true;
        }
        return label.isWrapText()
                ? label.getHeight() + SLACK >= label.prefHeight(label.getWidth())
                : label.getWidth() + SLACK >= label.prefWidth(-1);
    }

    private static boolean isTold(Labeled label, String text) {
        return label.getTooltip() != null && label.getTooltip().getText().contains(text);
    }

    /// Controls that reach out of the window and cannot be scrolled into it.
    public static List<String> outside(Scene scene) {
        return controls(scene.getRoot())
                .filter(control -> !isCell(control) && !isScrolled(control))
                .filter(control -> control.getWidth() > 0 && control.getHeight() > 0)
                .filter(
                        control -> {
                            var bounds = control.localToScene(control.getLayoutBounds());
                            return bounds.getMinX() < -SLACK
                                    || bounds.getMinY() < -SLACK
                                    || bounds.getMaxX() > scene.getWidth() + SLACK
                                    || bounds.getMaxY() > scene.getHeight() + SLACK;
                        })
                .map(Seen::name)
                .toList();
    }

    private static Stream<Control> controls(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        var own = node instanceof Control control ? Stream.of(control) : Stream.<Control>empty();
        return node instanceof javafx.scene.Parent parent
                ? Stream.concat(
                        own, parent.getChildrenUnmodifiable().stream().flatMap(Room::controls))
                : own;
    }

    private static boolean isCell(Node node) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (each instanceof VirtualFlow<?>
                    || each.getStyleClass().contains("column-header-background")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isScrolled(Node node) {
        for (@Nullable Node each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof ScrollPane) {
                return true;
            }
        }
        return false;
    }
}
