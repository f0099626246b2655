package org.roamledger.ui.shell;

import javafx.scene.input.KeyCombination;

import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.palette.Entry;
import org.roamledger.ui.views.SavedViewsModel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What the command palette lists: every command that this window offers and that is possible now,
/// the saved views, the looks and the languages.
final class PaletteEntries {

    private PaletteEntries() {}

    static List<Entry> of(
            Commands commands,
            SavedViewsModel views,
            Consumer<UnaryOperator<Look>> changeLook,
            Words words) {
        var entries = new ArrayList<Entry>();
        Arrays.stream(Command.values())
                .filter(command -> command != Command.PALETTE)
                .filter(commands.offered()::contains)
                .filter(commands::isPossible)
                .map(command -> entry(command, commands, words))
                .forEach(entries::add);
        for (var view : views.content().get().views()) {
            entries.add(
                    new Entry(
                            "view " + view.view().name(),
                            view.view().name(),
                            plain(words, "menu.views"),
                            "",
                            () -> views.open(view)));
        }
        for (var theme : Look.Theme.values()) {
            entries.add(
                    new Entry(
                            theme.name(),
                            plain(words, theme.wordsKey()),
                            plain(words, "menu.theme"),
                            "",
                            () -> changeLook.accept(now -> now.with(theme))));
        }
        for (var language : Words.LANGUAGES) {
            entries.add(
                    new Entry(
                            language.toLanguageTag(),
                            Words.inItsOwnWords(language),
                            plain(words, "menu.language"),
                            "",
                            () -> changeLook.accept(now -> now.with(language))));
        }
        return entries;
    }

    private static Entry entry(Command command, Commands commands, Words words) {
        var keys = command.keys();
        return new Entry(
                command.name(),
                plain(words, command.wordsKey()).replace("…", ""),
                plain(words, command.menu().wordsKey()),
                keys == null ? "" : KeyCombination.keyCombination(keys).getDisplayText(),
                () -> commands.run(command));
    }

    private static String plain(Words words, String key) {
        return words.text(key).replace("_", "");
    }
}
