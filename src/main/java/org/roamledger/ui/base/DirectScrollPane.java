package org.roamledger.ui.base;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ScrollPaneSkin;

/// A scroll pane that keeps no picture of its content.
///
/// That of JavaFX keeps one, and paints it anew as a whole whenever anything in it changes, and
/// texts without the edges that make them sharp on most screens.
public class DirectScrollPane extends ScrollPane {

    public DirectScrollPane() {}

    public DirectScrollPane(Node content) {
        super(content);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        var skin = new ScrollPaneSkin(this);
        skin.getChildren().forEach(child -> child.setCache(false));
        return skin;
    }
}
