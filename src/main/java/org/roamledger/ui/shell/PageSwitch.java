package org.roamledger.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

import org.controlsfx.control.SegmentedButton;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// Changes between pages.
final class PageSwitch extends SegmentedButton {

    PageSwitch(ObjectProperty<Page> page, Words words, Wiring wiring) {
        var group = new ToggleGroup();
        setToggleGroup(group);
        for (var each : Page.values()) {
            var button = new ToggleButton(words.text(each.wordsKey()));
            button.setId("page-" + each);
            button.setMinWidth(USE_PREF_SIZE);
            // Fired once more, the button of the page that is shown must not be let go.
            button.setOnAction(
                    _ -> {
                        page.set(each);
                        button.setSelected(true);
                    });
            wiring.follow(page, shown -> button.setSelected(shown == each));
            getButtons().add(button);
        }
    }
}
