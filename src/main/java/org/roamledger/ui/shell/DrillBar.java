package org.roamledger.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.settlement.SettlementText;

/// Stands above the rows of one group of the settlement, and leads back.
final class DrillBar extends HBox {

    private final Words words;
    private final Label group = new Label();

    DrillBar(WindowModel model, Words words, Wiring wiring) {
        super(8);
        this.words = words;
        setId("drill");
        getStyleClass().add("drill-bar");
        setAlignment(Pos.CENTER_LEFT);
        var back = new Button(words.text("settlement.back"), new FontIcon(Material2AL.ARROW_BACK));
        back.setId("drill-back");
        back.setMnemonicParsing(true);
        back.setMinWidth(USE_PREF_SIZE);
        back.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        back.setOnAction(_ -> model.drillBack());
        getChildren().addAll(back, group);
        wiring.follow(model.drilled(), this::show);
    }

    private void show(WindowModel.@Nullable Drilled drilled) {
        setVisible(drilled != null);
        setManaged(drilled != null);
        if (drilled != null) {
            group.setText(
                    words.text(
                            "settlement.drilled",
                            SettlementText.drilled(drilled.narrowed(), words)));
        }
    }
}
