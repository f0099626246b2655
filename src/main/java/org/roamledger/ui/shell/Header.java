package org.roamledger.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;

/// What is shown, the search, and what is done most often.
final class Header extends HBox {

    private final Words words;
    private final Commands commands;
    private final Button columns;

    Header(WindowModel model, Commands commands, Node search, Words words, Wiring wiring) {
        this.words = words;
        this.commands = commands;
        getStyleClass().add("window-header");
        setAlignment(Pos.CENTER_LEFT);
        var title = new Label(words.text("window.report"));
        title.getStyleClass().add("title");
        var subtitle = new Label();
        subtitle.getStyleClass().add("subtitle");
        wiring.follow(model.filter().scope(), _ -> subtitle.setText(subtitle(model)));
        wiring.onChange(model.filter().organisations(), () -> subtitle.setText(subtitle(model)));
        var names = new VBox(2, title, subtitle);
        names.setMinWidth(180);
        names.setAlignment(Pos.CENTER_LEFT);
        var pages = new PageSwitch(model.page(), words, wiring);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var sync = button("header.sync", Material2MZ.SYNC, Command.SYNC);
        sync.setId("sync");
        sync.disableProperty().bind(model.sources().syncing().running());
        var load = button("header.import", Material2AL.FILE_UPLOAD, Command.IMPORT);
        load.disableProperty().bind(model.sources().importing().running());
        columns = button("header.columns", Material2MZ.VIEW_COLUMN, Command.COLUMNS);
        columns.setId("columns");
        var export = button("header.export", Material2MZ.SAVE_ALT, Command.EXPORT);
        export.setId("export");
        export.getStyleClass().removeAll(Styles.FLAT);
        export.getStyleClass().add(Styles.ACCENT);
        export.disableProperty()
                .bind(model.report().shown().isNull().or(model.activities().getLast().running()));
        var separator = new Separator(Orientation.VERTICAL);
        var mark = new StackPane(new FontIcon(Material2AL.EV_STATION));
        mark.getStyleClass().add("mark");
        HBox.setMargin(names, new Insets(0, 0, 0, 4));
        getChildren()
                .addAll(mark, names, pages, space, search, separator, sync, load, columns, export);
    }

    Node columnsButton() {
        return columns;
    }

    private String subtitle(WindowModel model) {
        var period = model.filter().scope().get().period();
        var organisations = model.organisations();
        var owners =
                switch (organisations.size()) {
                    case 0 -> words.text("window.allOrganisations");
                    case 1 -> organisations.iterator().next();
                    default -> words.text("window.organisations", organisations.size());
                };
        return words.days(period.from(), period.last()) + "  ·  " + owners;
    }

    private Button button(String key, Ikon icon, Command command) {
        var button = new Button(words.text(key), new FontIcon(icon));
        button.setMnemonicParsing(true);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.FLAT);
        if (command.keys() != null) {
            var keys = KeyCombination.keyCombination(command.keys()).getDisplayText();
            button.setTooltip(new Tooltip(words.text(key).replace("_", "") + "  (" + keys + ")"));
        }
        button.setOnAction(_ -> commands.run(command));
        return button;
    }
}
