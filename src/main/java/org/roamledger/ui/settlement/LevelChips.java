package org.roamledger.ui.settlement;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

import java.util.List;

/// The levels by which is grouped, to be dragged or moved by keys, taken away and added.
final class LevelChips extends FlowPane {

    private static final double WRAPPED_AT = 640;

    private final SettlementModel model;
    private final Words words;
    private final MenuButton add;
    private @Nullable ReportColumn moved;

    LevelChips(SettlementModel model, Words words, Wiring wiring) {
        super(4, 4);
        setPrefWrapLength(WRAPPED_AT);
        this.model = model;
        this.words = words;
        setId("settlement-levels");
        setAlignment(Pos.CENTER_LEFT);
        add = new MenuButton(words.text("settlement.add"), new FontIcon(Material2AL.ADD));
        add.setId("settlement-add");
        add.setMnemonicParsing(true);
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        wiring.follow(model.levels(), this::show);
    }

    private void show(List<ReportColumn> levels) {
        var title = new Label(words.text("settlement.by"));
        title.getStyleClass().add("muted");
        getChildren().setAll(title);
        for (var i = 0; i < levels.size(); i++) {
            if (i > 0) {
                getChildren().add(separator());
            }
            getChildren().add(new LevelChip(this, levels.get(i), i, levels.size(), words));
        }
        add.getItems().setAll(model.unused().stream().map(this::adding).toList());
        add.setDisable(add.getItems().isEmpty());
        getChildren().add(add);
        focusMoved();
    }

    private static Node separator() {
        var separator = new Label("›");
        separator.getStyleClass().add("muted");
        return separator;
    }

    private MenuItem adding(ReportColumn level) {
        var item = new MenuItem(words.title(level));
        item.setOnAction(_ -> place(level, model.levels().get().size()));
        return item;
    }

    /// Puts a level at a place; the keys stay with it.
    void place(ReportColumn level, int at) {
        moved = level;
        model.place(level, at);
    }

    void remove(ReportColumn level) {
        var levels = model.levels().get();
        var at = levels.indexOf(level);
        moved = levels.size() < 2 ? null : levels.get(at == 0 ? 1 : at - 1);
        model.remove(level);
    }

    private void focusMoved() {
        for (var child : getChildren()) {
            if (child instanceof LevelChip chip && chip.level() == moved) {
                chip.requestFocus();
            }
        }
        moved = null;
    }
}
