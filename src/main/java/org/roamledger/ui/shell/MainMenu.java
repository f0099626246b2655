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
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Wiring;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.views.SavedViewsModel;
import org.roamledger.ui.views.ViewItems;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Every action, with its keys.
final class MainMenu extends MenuBar {

    private final Words words;
    private final Wiring wiring;

    /// @param look told another look
    MainMenu(
            SavedViewsModel views,
            Commands commands,
            Look look,
            Consumer<UnaryOperator<Look>> change,
            Words words,
            Wiring wiring) {
        this.words = words;
        this.wiring = wiring;
        for (var menu : Command.Menu.values()) {
            getMenus().add(menu(menu, commands));
        }
        new ViewItems(
                views,
                getMenus().get(Command.Menu.VIEWS.ordinal()).getItems(),
                false,
                words,
                wiring);
        getMenus()
                .get(Command.Menu.VIEW.ordinal())
                .getItems()
                .addAll(new SeparatorMenuItem(), themes(change, look), languages(change, look));
    }

    private Menu menu(Command.Menu place, Commands commands) {
        var menu = new Menu(words.text(place.wordsKey()));
        var offered = commands.offered();
        @Nullable Command before = null;
        for (var command : Command.values()) {
            if (command.menu() != place || !offered.contains(command)) {
                continue;
            }
            if (before != null && before.group() != command.group()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            menu.getItems().add(item(command, commands));
            before = command;
        }
        return menu;
    }

    private MenuItem item(Command command, Commands commands) {
        var item =
                commands.state(command)
                        .map(
                                state -> {
                                    var check = new CheckMenuItem();
                                    var selected = check.selectedProperty();
                                    selected.bindBidirectional(state);
                                    wiring.atClose(() -> selected.unbindBidirectional(state));
                                    return (MenuItem) check;
                                })
                        .orElseGet(
                                () -> {
                                    var plain = new MenuItem();
                                    plain.setOnAction(_ -> commands.run(command));
                                    return plain;
                                });
        item.setId(command.name());
        item.setText(words.text(command.wordsKey()));
        commands.offer(command)
                .ifPresent(
                        offer ->
                                wiring.follow(
                                        offer,
                                        now -> {
                                            item.setText(now.words());
                                            item.setDisable(!now.possible());
                                        }));
        if (command.keys() != null) {
            item.setAccelerator(KeyCombination.keyCombination(command.keys()));
        }
        return item;
    }

    private Menu themes(Consumer<UnaryOperator<Look>> change, Look look) {
        var menu = new Menu(words.text("menu.theme"));
        var group = new ToggleGroup();
        for (var theme : Look.Theme.values()) {
            var item = new RadioMenuItem(words.text(theme.wordsKey()));
            item.setToggleGroup(group);
            item.setSelected(theme == look.theme());
            item.setOnAction(_ -> change.accept(now -> now.with(theme)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private Menu languages(Consumer<UnaryOperator<Look>> change, Look look) {
        var menu = new Menu(words.text("menu.language"));
        var group = new ToggleGroup();
        for (var language : Words.LANGUAGES) {
            var item = new RadioMenuItem(Words.inItsOwnWords(language));
            item.setToggleGroup(group);
            item.setSelected(language.getLanguage().equals(look.language().getLanguage()));
            item.setOnAction(_ -> change.accept(now -> now.with(language)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
