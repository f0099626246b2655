package org.roamledger.ui.walk;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.stream.Collectors;

/// Finds what takes the keys but has no role or no text by which a screen reader could name it.
public final class Names {

    private Names() {}

    public static List<String> faults(Scene scene) {
        var labelled =
                Seen.nodes(scene)
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getLabelFor())
                        .collect(Collectors.toSet());
        return Seen.nodes(scene)
                .filter(Node::isFocusTraversable)
                .filter(node -> !isInside(node))
                .filter(
                        node ->
                                node.getAccessibleRole() == AccessibleRole.NODE
                                        || node.getAccessibleRole() == AccessibleRole.PARENT
                                        || !(labelled.contains(node) || hasText(node)))
                .map(Seen::name)
                .toList();
    }

    private static boolean hasText(Node node) {
        var own = node instanceof Labeled labeled ? labeled.getText() : null;
        return (own != null && !own.isBlank())
                || (node.getAccessibleText() != null && !node.getAccessibleText().isBlank());
    }

    /// The editor of a date picker, say, is spoken of as the picker.
    private static boolean isInside(Node node) {
        return node instanceof TextInputControl
                && node.getParent() instanceof Region parent
                && parent.getStyleClass().stream()
                        .anyMatch(
                                style ->
                                        style.equals("date-picker")
                                                || style.equals("combo-box")
                                                || style.equals("spinner"));
    }
}
