package org.roamledger.ui.shell;

import javafx.stage.Window;

import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.care.BackupsDialog;
import org.roamledger.ui.care.TroubleDialog;
import org.roamledger.ui.care.TroubleDialog.Way;

import java.util.List;
import java.util.function.Supplier;

/// What a person can do about the store and about faults.
final class CareActions {

    private static final String ARCHIVE = "roamledger-support.zip";

    private final WindowModel model;
    private final FileDialogs dialogs;
    private final Words words;
    private final Supplier<Window> owner;
    private boolean telling;

    CareActions(WindowModel model, FileDialogs dialogs, Words words, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.words = words;
        this.owner = owner;
    }

    void showBackups() {
        new BackupsDialog(model.care(), model.zone(), words, owner.get()).show();
    }

    void writeSupport() {
        dialogs.toSaveZip(owner.get(), words, ARCHIVE).ifPresent(model.care()::writeSupport);
    }

    void tellDamage(Problem damage) {
        tell(
                "care.damaged.title",
                damage,
                List.of(new Way("care.damaged.backups", this::showBackups)));
    }

    void tellFault(Problem fault) {
        tell(
                "care.fault.title",
                fault,
                List.of(
                        new Way("action.supportArchive", this::writeSupport),
                        new Way("action.openLogs", model.care()::openLogs)));
    }

    /// One at a time: a fault that comes again and again must not bury the window.
    private void tell(String title, Problem problem, List<Way> ways) {
        if (!telling) {
            telling = true;
            var dialog = new TroubleDialog(title, problem, ways, words, owner.get());
            dialog.setOnHidden(_ -> telling = false);
            dialog.show();
        }
    }
}
