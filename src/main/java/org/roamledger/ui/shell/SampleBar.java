package org.roamledger.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Words;

/// Says for as long as sample data is shown that it is none of the reader's, and leads back.
final class SampleBar extends HBox {

    SampleBar(Commands commands, StoreSwitch stores, Words words) {
        super(12);
        setId("sample-bar");
        getStyleClass().add("sample-bar");
        setAlignment(Pos.CENTER_LEFT);
        var told = new Label(words.text("sample.told"), new FontIcon(Material2OutlinedMZ.SCIENCE));
        told.getStyleClass().add("sample-told");
        told.setMinWidth(USE_PREF_SIZE);
        var hint = new Label(words.text("sample.hint"));
        hint.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(hint, Priority.ALWAYS);
        var back = new Button(words.text("sample.leave"));
        back.setId("use-own-data");
        back.setMnemonicParsing(true);
        back.setMinWidth(USE_PREF_SIZE);
        back.getStyleClass().add(Styles.SMALL);
        back.disableProperty().bind(stores.moving().running());
        back.setOnAction(_ -> commands.run(Command.USE_OWN_DATA));
        getChildren().addAll(told, hint, back);
    }
}
