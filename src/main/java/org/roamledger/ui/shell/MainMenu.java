package org.roamledger.ui.shell;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Words;

import java.util.Locale;

/// Every action, with its keys.
final class MainMenu extends MenuBar {

    private final Words words;

    MainMenu(
            Actions actions, Look look, CheckMenuItem filters, CheckMenuItem details, Words words) {
        this.words = words;
        var file =
                menu(
                        "menu.file",
                        item("action.addSource", "Shortcut+N", actions.addSource()),
                        item("sources.manage", "Shortcut+D", actions.manageSources()),
                        item("action.import", "Shortcut+I", actions.importFiles()),
                        item("action.importMapped", "Shortcut+Shift+I", actions.importMapped()),
                        item("action.sync", "F5", actions.sync()),
                        new SeparatorMenuItem(),
                        item("action.export", "Shortcut+E", actions.export()),
                        new SeparatorMenuItem(),
                        item("action.quit", "Shortcut+Q", actions.quit()));
        // Their keys belong to the table, since a text field has its own use for them.
        var edit =
                menu(
                        "menu.edit",
                        item("action.find", "Shortcut+F", actions.find()),
                        item("action.clearFilter", "Shortcut+L", actions.clearFilter()),
                        new SeparatorMenuItem(),
                        item("action.selectAll", null, actions.selectAll()),
                        item("action.copy", null, actions.copy()));
        filters.setText(words.text("action.showFilters"));
        filters.setAccelerator(KeyCombination.keyCombination("Shortcut+B"));
        details.setText(words.text("action.showDetails"));
        details.setAccelerator(KeyCombination.keyCombination("Alt+Enter"));
        var view =
                menu(
                        "menu.view",
                        filters,
                        details,
                        item("action.columns", "Shortcut+K", actions.columns()),
                        item("action.rejects", "Shortcut+J", actions.rejects()),
                        item("action.reload", "Shortcut+R", actions.reload()),
                        item("stations.open", "Shortcut+O", actions.stations()),
                        new SeparatorMenuItem(),
                        themes(actions, look),
                        languages(actions, look));
        var tools =
                menu("menu.tools", item("action.connection", "Shortcut+T", actions.connection()));
        getMenus().addAll(file, edit, view, tools);
    }

    private Menu themes(Actions actions, Look look) {
        var menu = new Menu(words.text("menu.theme"));
        var group = new ToggleGroup();
        for (var theme : Look.Theme.values()) {
            var item = new RadioMenuItem(words.text(theme.wordsKey()));
            item.setToggleGroup(group);
            item.setSelected(theme == look.theme());
            item.setOnAction(_ -> actions.look().accept(now -> now.with(theme)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu languages(Actions actions, Look look) {
        var menu = new Menu(words.text("menu.language"));
        var group = new ToggleGroup();
        for (var language : Words.LANGUAGES) {
            var item = new RadioMenuItem(inItsOwnWords(language));
            item.setToggleGroup(group);
            item.setSelected(language.getLanguage().equals(look.language().getLanguage()));
            item.setOnAction(_ -> actions.look().accept(now -> now.with(language)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static String inItsOwnWords(Locale language) {
        var name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private Menu menu(String key, MenuItem... items) {
        return new Menu(words.text(key), null, items);
    }

    private MenuItem item(String key, @Nullable String keys, Runnable action) {
        var item = new MenuItem(words.text(key));
        item.setOnAction(_ -> action.run());
        if (keys != null) {
            item.setAccelerator(KeyCombination.keyCombination(keys));
        }
        return item;
    }
}
