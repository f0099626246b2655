package org.roamledger.ui.settlement;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.roamledger.report.Rounding;
import org.roamledger.report.RoundingRules;
import org.roamledger.ui.base.Form;
import org.roamledger.ui.base.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How amounts are rounded: for all partners, and for some by themselves.
final class RoundingPane extends VBox {

    private static final double LIST_HEIGHT = 92;

    private final Words words;
    private final ComboBox<Optional<Rounding>> others;
    private final ComboBox<Optional<Rounding>> chosen;
    private final TextField partner = new TextField();
    private final ListView<Rule> list = new ListView<>();
    private RoundingRules rules = RoundingRules.NONE;

    /// A rule of one partner.
    private record Rule(String partner, Rounding rounding) {}

    RoundingPane(Words words) {
        super(8);
        this.words = words;
        others = box("terms-rounding");
        chosen = box("terms-partner-rounding");
        partner.setId("terms-partner");
        partner.setPromptText("DE*ABC");
        list.setId("terms-partners");
        list.setAccessibleText(words.text("terms.partners"));
        list.setPrefHeight(LIST_HEIGHT);
        list.setPlaceholder(new Label(words.text("terms.noPartners")));
        list.setCellFactory(_ -> new Cell());
        var add = button("terms.add", "terms-add", this::add);
        add.disableProperty().bind(partner.textProperty().isEmpty());
        var remove = button("terms.remove", "terms-remove", this::remove);
        remove.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        var entered =
                new HBox(
                        12,
                        Form.field(words, "terms.partner", partner),
                        Form.field(words, "terms.partnerRounding", chosen));
        entered.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        getChildren()
                .addAll(
                        Form.field(words, "terms.rounding", others),
                        entered,
                        new HBox(8, add, remove),
                        list);
    }

    private ComboBox<Optional<Rounding>> box(String id) {
        var box = new ComboBox<Optional<Rounding>>();
        box.setId(id);
        box.getItems().setAll(all());
        box.setValue(Optional.empty());
        Form.name(box, rounding -> text(rounding.orElse(null)));
        return box;
    }

    private static List<Optional<Rounding>> all() {
        var all = new ArrayList<Optional<Rounding>>();
        all.add(Optional.empty());
        for (var each : Rounding.Each.values()) {
            for (var mode : Rounding.Mode.values()) {
                all.add(Optional.of(new Rounding(mode, each)));
            }
        }
        return all;
    }

    private String text(@Nullable Rounding rounding) {
        return rounding == null
                ? words.text("terms.exact")
                : words.text(
                        "terms.roundingOf",
                        words.text("terms.mode." + rounding.mode().key()),
                        words.text("terms.each." + rounding.each().key()));
    }

    private Button button(String key, String id, Runnable action) {
        var button = new Button(words.text(key));
        button.setId(id);
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void show(RoundingRules changed) {
        others.setValue(Optional.ofNullable(changed.others()));
        list(changed);
    }

    private void list(RoundingRules changed) {
        rules = changed;
        list.getItems()
                .setAll(
                        changed.byPartner().entrySet().stream()
                                .map(rule -> new Rule(rule.getKey(), rule.getValue()))
                                .toList());
    }

    private void add() {
        list(rules.with(partner.getText().strip(), chosen.getValue().orElse(null)));
        partner.clear();
    }

    private void remove() {
        list(rules.with(list.getSelectionModel().getSelectedItem().partner(), null));
    }

    /// What was entered; a partner that was typed but not added yet too.
    RoundingRules rules() {
        if (!partner.getText().isBlank()) {
            add();
        }
        return rules.with(null, others.getValue().orElse(null));
    }

    private final class Cell extends ListCell<Rule> {

        @Override
        protected void updateItem(@Nullable Rule rule, boolean empty) {
            super.updateItem(rule, empty);
            setText(rule == null || empty ? "" : rule.partner() + ": " + text(rule.rounding()));
        }
    }
}
