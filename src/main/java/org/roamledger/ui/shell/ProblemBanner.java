package org.roamledger.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// Says that a load failed while the rows of the one before stay below.
final class ProblemBanner extends HBox {

    ProblemBanner(WindowModel model, Commands commands, Words words, Wiring wiring) {
        super(12);
        setId("problem");
        getStyleClass().add("banner");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        var title = new Label();
        title.getStyleClass().add("banner-title");
        var detail = new Label();
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        detail.setMaxWidth(Double.MAX_VALUE);
        var text = new VBox(2, title, detail);
        HBox.setHgrow(text, Priority.ALWAYS);
        var again = new Button(words.text("action.tryAgain"));
        again.setMnemonicParsing(true);
        again.setMinWidth(USE_PREF_SIZE);
        again.setOnAction(_ -> commands.run(Command.RELOAD));
        var close = new Button(null, new FontIcon(Material2AL.CLOSE));
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        close.setAccessibleText(words.text("action.close"));
        close.setOnAction(_ -> model.report().dismissProblem());
        getChildren().addAll(new FontIcon(Material2AL.ERROR_OUTLINE), text, again, close);
        managedProperty().bind(visibleProperty());
        Runnable tell =
                () -> {
                    var problem = model.report().problem().get();
                    setVisible(problem != null && model.report().shown().get() != null);
                    if (problem != null) {
                        title.setText(
                                words.text(
                                        problem instanceof Problem.Cancelled
                                                ? "load.cancelled"
                                                : "load.failed"));
                        detail.setText(words.problem(problem));
                        setAccessibleText(title.getText() + " " + detail.getText());
                    }
                };
        wiring.follow(model.report().problem(), _ -> tell.run());
        wiring.onChange(model.report().shown(), tell);
    }
}
