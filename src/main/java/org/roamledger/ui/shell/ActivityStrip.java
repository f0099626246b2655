package org.roamledger.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// Work that takes longer than a moment, and a button that stops it.
final class ActivityStrip extends HBox {

    private static final Duration MOMENT = Duration.millis(300);

    ActivityStrip(Activity activity, Words words, Wiring wiring) {
        super(8);
        setId(activity.nameKey().replace('.', '-'));
        getStyleClass().add("activity");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
        var name = new Label(words.text(activity.nameKey()));
        var bar = new ProgressBar();
        bar.setPrefWidth(120);
        bar.getStyleClass().add(Styles.SMALL);
        bar.progressProperty().bind(activity.progress());
        bar.setAccessibleText(name.getText());
        var cancel = new Button(null, new FontIcon(Material2AL.CLOSE));
        cancel.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        var stop = words.text("activity.cancel", name.getText());
        cancel.setAccessibleText(stop);
        cancel.setTooltip(new Tooltip(stop));
        cancel.setOnAction(_ -> activity.cancel());
        getChildren().addAll(name, bar, cancel);
        managedProperty().bind(visibleProperty());
        var moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> setVisible(activity.running().get()));
        wiring.atClose(moment::stop);
        setVisible(false);
        wiring.follow(
                activity.running(),
                running -> {
                    if (running) {
                        moment.playFromStart();
                    } else {
                        moment.stop();
                        setVisible(false);
                    }
                });
    }
}
