package org.roamledger.ui.shell;

import atlantafx.base.theme.Styles;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Separator;
import javafx.scene.control.SeparatorMenuItem;
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
import org.roamledger.ui.views.SavedViewsModel;
import org.roamledger.ui.views.ViewItems;

import java.util.List;

/// What is shown, the search, and what is done most often. Where there is little room, what is done
/// less often is told by its icon alone.
final class Header extends HBox {

    private final Words words;
    private final Commands commands;
    private final Button columns;
    private final List<Button> briefer;
    private double saved;

    Header(WindowModel model, Commands commands, Node search, Words words, Wiring wiring) {
        this.words = words;
        this.commands = commands;
        getStyleClass().add("window-header");
        setAlignment(Pos.CENTER_LEFT);
        var title = views(model.views().saved(), wiring);
        var subtitle = new Label();
        subtitle.getStyleClass().add("subtitle");
        wiring.follow(model.filter().scope(), _ -> subtitle.setText(subtitle(model)));
        wiring.onChange(model.filter().organisations(), () -> subtitle.setText(subtitle(model)));
        var names = new VBox(2, title, subtitle);
        names.setMinWidth(180);
        var whole = new Tooltip();
        whole.textProperty().bind(subtitle.textProperty());
        subtitle.setTooltip(whole);
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
        briefer = List.of(sync, load, columns);
        var export = button("header.export", Material2MZ.SAVE_ALT, Command.EXPORT);
        export.setId("export");
        export.getStyleClass().removeAll(Styles.FLAT);
        export.getStyleClass().add(Styles.ACCENT);
        export.disableProperty()
                .bind(model.report().shown().isNull().or(model.exporting().exporting().running()));
        var separator = new Separator(Orientation.VERTICAL);
        var mark = new StackPane(new FontIcon(Material2AL.EV_STATION));
        mark.getStyleClass().add("mark");
        HBox.setMargin(names, new Insets(0, 12, 0, 4));
        getChildren()
                .addAll(mark, names, pages, space, search, separator, sync, load, columns, export);
        wiring.follow(widthProperty(), width -> fit(width.doubleValue()));
    }

    /// With the names cut short and the search small, for these can be read elsewhere.
    private void fit(double width) {
        var needed = minWidth(-1) + saved;
        var brief = needed > width;
        if (brief != saved > 0) {
            var before = minWidth(-1);
            briefer.forEach(
                    button ->
                            button.setContentDisplay(
                                    brief ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT));
            saved = brief ? before - minWidth(-1) : 0;
        }
    }

    Node columnsButton() {
        return columns;
    }

    /// The name of the view that is open, and behind it the others.
    private MenuButton views(SavedViewsModel views, Wiring wiring) {
        var title = new MenuButton();
        title.setId("view");
        title.setMnemonicParsing(false);
        title.getStyleClass().addAll(Styles.FLAT, "title", "view-title");
        for (var command : List.of(Command.SAVE_VIEW, Command.SAVE_VIEW_AS, Command.MANAGE_VIEWS)) {
            var item = new MenuItem(words.text(command.wordsKey()));
            item.setOnAction(_ -> commands.run(command));
            title.getItems().add(item);
        }
        title.getItems().add(new SeparatorMenuItem());
        new ViewItems(views, title.getItems(), true, words, wiring);
        title.setOnShowing(_ -> views.refresh());
        Runnable tell =
                () -> {
                    var open = views.open().get();
                    var name = open == null ? words.text("window.report") : open.name();
                    var marked = open != null && views.changed().get();
                    title.setText(marked ? name + " *" : name);
                    var said = marked ? words.text("views.changed", name) : name;
                    title.setAccessibleText(words.text("views.choose") + ": " + said);
                    title.setTooltip(new Tooltip(said));
                };
        wiring.follow(views.open(), _ -> tell.run());
        wiring.onChange(views.changed(), tell);
        return title;
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
        var said = words.text(key).replace("_", "");
        button.setAccessibleText(said);
        var keys =
                command.keys() == null
                        ? ""
                        : KeyCombination.keyCombination(command.keys()).getDisplayText();
        button.setTooltip(new Tooltip(keys.isEmpty() ? said : said + "  (" + keys + ")"));
        button.setOnAction(_ -> commands.run(command));
        return button;
    }
}
