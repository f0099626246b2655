package org.roamledger.ui.shell;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.ui.base.CellText;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.care.BackupsDialog;
import org.roamledger.ui.sources.SourceLabels;

/// How many rows, in which zone, how old, and what is being worked at.
final class StatusLine extends HBox {

    private static final Duration AGES = Duration.seconds(30);

    StatusLine(
            WindowModel model,
            SourceLabels sources,
            Runnable showRejects,
            Commands commands,
            Words words,
            Wiring wiring) {
        super(12);
        setId("status");
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        var rows = new Label();
        rows.setId("row-count");
        rows.setMinWidth(USE_PREF_SIZE);
        var zone = new Label(null, new FontIcon(Material2MZ.SCHEDULE));
        zone.setMinWidth(USE_PREF_SIZE);
        zone.setTooltip(new Tooltip(words.text("status.zone")));
        wiring.follow(
                model.report().shown(),
                shown -> {
                    rows.setText(
                            shown == null
                                    ? words.text("status.nothing")
                                    : words.text(
                                            "status.rows",
                                            shown.view().size(),
                                            shown.view().report().size()));
                    zone.setVisible(shown != null);
                    if (shown != null) {
                        zone.setText(shown.view().report().parameters().zone().getId());
                        zone.setAccessibleText(words.text("status.zone") + ": " + zone.getText());
                    }
                });
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var beforeSources = separator();
        beforeSources.visibleProperty().bind(Bindings.isNotEmpty(sources.getChildren()));
        getChildren().addAll(rows, separator(), zone, beforeSources, sources, space);
        getChildren().add(rejects(model, showRejects, words, wiring));
        getChildren().add(care(model, commands, words, wiring));
        model.activities()
                .forEach(activity -> getChildren().add(new ActivityStrip(activity, words, wiring)));
        var clock = new Timeline(new KeyFrame(AGES, _ -> sources.tell()));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        wiring.atClose(clock::stop);
    }

    /// How many records could not be read, if there are any.
    private static Hyperlink rejects(WindowModel model, Runnable show, Words words, Wiring wiring) {
        var link = new Hyperlink(null, new FontIcon(Material2MZ.RULE));
        link.setId("rejected");
        link.setMinWidth(USE_PREF_SIZE);
        link.setTooltip(new Tooltip(words.text("status.rejected.hint")));
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    show.run();
                });
        link.managedProperty().bind(link.visibleProperty());
        wiring.follow(
                model.rejects().rejects(),
                rejects -> {
                    link.setVisible(rejects.total() > 0);
                    link.setText(words.text("status.rejected", rejects.total()));
                });
        return link;
    }

    /// How the store is, by a sign: the words are in its hint, and in the dialog behind it.
    private static Hyperlink care(
            WindowModel model, Commands commands, Words words, Wiring wiring) {
        var texts = CellText.shown(words, model.zone());
        var hint = new Tooltip();
        var sign = new FontIcon();
        var link = new Hyperlink(null, sign);
        link.setId("store-state");
        link.setMinWidth(USE_PREF_SIZE);
        link.setTooltip(hint);
        link.setOnAction(
                _ -> {
                    link.setVisited(false);
                    commands.run(Command.BACKUPS);
                });
        wiring.follow(
                model.care().checked(),
                checked -> {
                    var state = BackupsDialog.state(checked, words, texts);
                    hint.setText(state);
                    link.setAccessibleText(state);
                    sign.setIconCode(
                            checked == null || checked.damage() == null
                                    ? Material2MZ.VERIFIED_USER
                                    : Material2MZ.REPORT_PROBLEM);
                });
        return link;
    }

    private static Separator separator() {
        return new Separator(Orientation.VERTICAL);
    }
}
