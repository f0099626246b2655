package org.roamledger.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.exporting.RecentExportsDialog;
import org.roamledger.ui.views.ChangeWords;
import org.roamledger.ui.views.ViewChange;
import org.roamledger.ui.views.ViewNameDialog;
import org.roamledger.ui.views.ViewsDialog;
import org.roamledger.views.Days;
import org.roamledger.views.NamedView;
import org.roamledger.views.ViewFolder;

import java.util.function.Supplier;

/// What can be done with what is shown: undo and redo it, save it, and export it anew.
final class ViewActions {

    private final WindowModel model;
    private final FileDialogs dialogs;
    private final Words words;
    private final Supplier<Window> owner;
    private final ChangeWords changes;

    /// @param owner of dialogs
    ViewActions(WindowModel model, FileDialogs dialogs, Words words, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.words = words;
        this.owner = owner;
        changes = new ChangeWords(model.views().saved(), this::period, model.zone(), words);
    }

    void putInto(Commands commands) {
        var history = model.views().history();
        var saved = model.views().saved();
        commands.put(
                Command.UNDO, history::undo, offer(Command.UNDO, "views.undo", history.undoable()));
        commands.put(
                Command.REDO, history::redo, offer(Command.REDO, "views.redo", history.redoable()));
        commands.put(Command.SAVE_VIEW, this::save);
        commands.put(Command.SAVE_VIEW_AS, this::saveAs);
        commands.put(Command.MANAGE_VIEWS, this::manage);
        commands.put(Command.STANDARD_VIEW, saved::openStandard);
        commands.put(
                Command.OPEN_VIEW_FILE,
                () -> dialogs.toOpenView(owner.get(), words).ifPresent(saved::openFile));
        commands.put(Command.SAVE_VIEW_FILE, this::passOn);
        commands.put(Command.RECENT_EXPORTS, this::showRecentExports);
    }

    private ObservableValue<Commands.Offer> offer(
            Command command, String key, ObservableValue<@Nullable ViewChange> change) {
        return change.map(done -> new Commands.Offer(words.text(key, changes.of(done)), true))
                .orElse(new Commands.Offer(words.text(command.wordsKey()), false));
    }

    private String period(Days days) {
        return PeriodWords.of(days, words);
    }

    /// The standard view is nobody's to change: it is saved under a name of its own.
    private void save() {
        if (model.views().saved().open().get() == null) {
            saveAs();
        } else {
            model.views().saved().save();
        }
    }

    private void saveAs() {
        var days = model.views().now().days();
        var key = days instanceof Days.Relative ? "views.relative" : "views.fixed";
        new ViewNameDialog(
                        "views.saveAs.title",
                        "",
                        words.text(key, period(days)),
                        model.views().saved()::saveAs,
                        words,
                        owner.get())
                .show();
    }

    private void manage() {
        var window = owner.get();
        new ViewsDialog(
                        model.views().saved(),
                        this::period,
                        new ViewsDialog.Files(
                                () -> dialogs.toOpenView(window, words),
                                name -> dialogs.toSaveView(window, words, name)),
                        words,
                        window)
                .show();
    }

    private void passOn() {
        var open = model.views().saved().open().get();
        var name = open == null ? words.text("window.report") : open.name();
        dialogs.toSaveView(owner.get(), words, ViewFolder.fileName(name) + ViewFolder.ENDING)
                .ifPresent(
                        file ->
                                model.views()
                                        .saved()
                                        .saveFile(NamedView.of(name, model.views().now()), file));
    }

    private void showRecentExports() {
        new RecentExportsDialog(
                        model.exporting(),
                        model::exportAgain,
                        this::period,
                        model.zone(),
                        words,
                        owner.get())
                .show();
    }
}
