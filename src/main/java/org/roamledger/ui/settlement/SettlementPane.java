package org.roamledger.ui.settlement;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.problem.Problem;
import org.roamledger.report.Settlement;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.Map;

/// The page of the settlement: by what is grouped, the groups, and whether they come to the totals.
public final class SettlementPane extends BorderPane {

    private final SettlementModel model;
    private final Words words;
    private final SettlementTable table;
    private final Label proof = new Label();

    /// @param preview shows the settlement as a document
    public SettlementPane(SettlementModel model, Runnable preview, Words words, Wiring wiring) {
        this.model = model;
        this.words = words;
        table = new SettlementTable(model, words, wiring);
        var chips = new LevelChips(model, words, wiring);
        HBox.setHgrow(chips, Priority.ALWAYS);
        var bar =
                new HBox(
                        4,
                        chips,
                        icon("settlement.expand", Material2MZ.UNFOLD_MORE, model::expandAll),
                        icon("settlement.collapse", Material2MZ.UNFOLD_LESS, model::collapseAll),
                        button("settlement.copy", Material2AL.CONTENT_COPY, table::copy),
                        button("settlement.preview", Material2MZ.PRINT, preview));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("settlement-bar");
        proof.setId("settlement-proof");
        proof.getStyleClass().add("settlement-proof");
        proof.setMaxWidth(Double.MAX_VALUE);
        setTop(bar);
        setCenter(new VBox(table, proof));
        VBox.setVgrow(table, Priority.ALWAYS);
        getStyleClass().add("settlement-pane");
        wiring.follow(model.shown(), this::prove);
        wiring.follow(model.problem(), this::tell);
    }

    private Button icon(String key, Ikon icon, Runnable action) {
        var button = button(key, icon, action);
        button.setAccessibleText(words.text(key));
        button.setTooltip(new Tooltip(words.text(key)));
        button.setText(null);
        button.getStyleClass().add(Styles.BUTTON_ICON);
        return button;
    }

    private Button button(String key, Ikon icon, Runnable action) {
        var button = new Button(words.text(key), new FontIcon(icon));
        button.setId(key.replace('.', '-'));
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void prove(@Nullable Settlement settlement) {
        if (settlement == null) {
            proof.setText("");
            return;
        }
        var equal = settlement.addsUp();
        proof.setText(words.text(equal ? "settlement.equal" : "settlement.unequal"));
        proof.setGraphic(
                new FontIcon(equal ? Material2AL.CHECK_CIRCLE : Material2AL.ERROR_OUTLINE));
        proof.getStyleClass().removeAll(Styles.DANGER, Styles.SUCCESS);
        proof.getStyleClass().add(equal ? Styles.SUCCESS : Styles.DANGER);
    }

    private void tell(@Nullable Problem problem) {
        if (problem == null) {
            prove(model.shown().get());
            return;
        }
        proof.setText(words.problem(problem));
        proof.setGraphic(new FontIcon(Material2AL.ERROR_OUTLINE));
    }

    /// Puts the keys where work begins.
    public void focus() {
        table.requestFocus();
    }

    /// What commands that go to the page do here.
    public Map<Command, Runnable> commands() {
        return Map.of(
                Command.COPY, table::copy,
                Command.SELECT_ALL, table.getSelectionModel()::selectAll);
    }
}
