package org.roamledger.ui.shell;

import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// What was told in passing, in the lower right corner: good news goes by itself, bad news is taken
/// away by the reader.
final class Notices extends VBox {

    private static final Duration READ = Duration.seconds(8);
    private static final int MOST = 4;

    private final Words words;

    Notices(WindowModel model, Words words, Wiring wiring) {
        super(8);
        this.words = words;
        setId("notices");
        getStyleClass().add("notices");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        wiring.onChange(
                model.notice(),
                () -> {
                    var notice = model.notice().get();
                    if (notice != null) {
                        show(notice);
                    }
                });
    }

    private void show(Notice notice) {
        var said = new StringBuilder(words.text(notice.key(), notice.arguments().toArray()));
        notice.problems().forEach(problem -> said.append("\n\n").append(words.problem(problem)));
        var box = new Notification(said.toString(), icon(notice.level()));
        box.getStyleClass().addAll(style(notice.level()), Styles.ELEVATED_1);
        box.setPrefWidth(400);
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(said.toString());
        Runnable take = () -> getChildren().remove(box);
        box.setOnClose(_ -> take.run());
        for (var offer : notice.offers()) {
            var button = new Button(words.text(offer.key()));
            button.setMnemonicParsing(true);
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(
                    _ -> {
                        take.run();
                        offer.action().run();
                    });
            box.getPrimaryActions().add(button);
        }
        getChildren().add(box);
        if (getChildren().size() > MOST) {
            getChildren().removeFirst();
        }
        if (notice.level() != Notice.Level.FAILED && notice.problems().isEmpty()) {
            var pause = new PauseTransition(READ);
            pause.setOnFinished(_ -> take.run());
            pause.play();
        }
    }

    private static FontIcon icon(Notice.Level level) {
        return new FontIcon(
                switch (level) {
                    case DONE -> Material2AL.CHECK_CIRCLE_OUTLINE;
                    case HINT -> Material2AL.INFO;
                    case FAILED -> Material2MZ.REPORT_PROBLEM;
                });
    }

    private static String style(Notice.Level level) {
        return switch (level) {
            case DONE -> Styles.SUCCESS;
            case HINT -> Styles.ACCENT;
            case FAILED -> Styles.DANGER;
        };
    }
}
