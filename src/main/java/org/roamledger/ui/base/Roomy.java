package org.roamledger.ui.base;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;

/// Gives its content all the room there is, and where that is less than the content needs, as on a
/// small screen at twice the scale, scrolls it, by the keys as well: what has the focus is seen.
public final class Roomy extends DirectScrollPane {

    /// Always the same: a scroll pane never forgets its first content.
    private final StackPane space = new StackPane();

    private Subscription focus = Subscription.EMPTY;

    public Roomy() {
        getStyleClass().addAll("roomy", "edge-to-edge");
        setFitToWidth(true);
        setFitToHeight(true);
        setFocusTraversable(false);
        setMinSize(0, 0);
        sceneProperty().subscribe(this::follow);
        setContent(space);
    }

    /// Shows a content that is never made smaller than this, nor narrower than it can be.
    public void show(Region content, double leastWidth, double leastHeight) {
        content.setMinHeight(leastHeight);
        var strut = new Region();
        strut.setMinWidth(leastWidth);
        strut.setMouseTransparent(true);
        space.getChildren().setAll(strut, content);
    }

    /// By how much its content does not fit as it is laid out now.
    double missingHeight() {
        var view = getViewportBounds();
        return getContent() == null || view.getHeight() <= 0
                ? 0
                : getContent().prefHeight(view.getWidth()) - view.getHeight();
    }

    private void follow(@Nullable Scene scene) {
        focus.unsubscribe();
        focus =
                scene == null
                        ? Subscription.EMPTY
                        : scene.focusOwnerProperty().subscribe(this::scrollTo);
    }

    private void scrollTo(@Nullable Node node) {
        var content = getContent();
        if (node == null || content == null || !isInside(node, content)) {
            return;
        }
        var whole = content.getLayoutBounds();
        var part = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        var view = getViewportBounds();
        setHvalue(
                scrolled(
                        getHvalue(),
                        part.getMinX(),
                        part.getMaxX(),
                        whole.getWidth(),
                        view.getWidth()));
        setVvalue(
                scrolled(
                        getVvalue(),
                        part.getMinY(),
                        part.getMaxY(),
                        whole.getHeight(),
                        view.getHeight()));
    }

    private static boolean isInside(Node node, Node content) {
        for (@Nullable Node each = node; each != null; each = each.getParent()) {
            if (each.equals(content)) {
                return true;
            }
        }
        return false;
    }

    /// As far as needed, from 0 to 1; the beginning of what is larger than the view.
    private static double scrolled(double now, double from, double to, double whole, double view) {
        var hidden = whole - view;
        if (hidden <= 0) {
            return now;
        }
        var begin = now * hidden;
        var wanted = Math.min(Math.max(begin, to - view), from);
        return Math.clamp(wanted / hidden, 0, 1);
    }
}
