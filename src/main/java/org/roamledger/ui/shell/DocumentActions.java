package org.roamledger.ui.shell;

import javafx.stage.Window;

import org.roamledger.report.ReportView;
import org.roamledger.ui.base.Command;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.settlement.PreviewDialog;
import org.roamledger.ui.settlement.TermsDialog;

import java.util.function.Supplier;

/// What can be done with settlement documents: look at one of what is shown or selected, save one
/// for each partner, and agree on what they say.
final class DocumentActions {

    private final WindowModel model;
    private final FileDialogs dialogs;
    private final Words words;
    private final Supplier<Window> owner;

    /// @param owner of dialogs
    DocumentActions(WindowModel model, FileDialogs dialogs, Words words, Supplier<Window> owner) {
        this.model = model;
        this.dialogs = dialogs;
        this.words = words;
        this.owner = owner;
    }

    void putInto(Commands commands) {
        commands.put(Command.PRINT_PREVIEW, this::preview);
        commands.put(
                Command.SETTLE_SELECTED,
                this::previewSelected,
                model.report()
                        .hasSelection()
                        .map(any -> new Commands.Offer(words.text("action.settleSelected"), any)));
        commands.put(Command.PARTNER_FILES, this::savePartners);
        commands.put(Command.DOCUMENT_TERMS, this::terms);
    }

    /// Shows the settlement of the visible rows.
    void preview() {
        var shown = model.report().shown().get();
        if (shown != null) {
            preview(shown::view);
        }
    }

    /// Shows the settlement of the selected rows.
    void previewSelected() {
        model.report().selection().ifPresent(this::preview);
    }

    private void preview(Supplier<ReportView> rows) {
        model.preview().open(model.settlement(), rows, words.locale());
        new PreviewDialog(
                        model.preview(),
                        name -> dialogs.toSaveSettlement(owner.get(), words, name),
                        words,
                        owner.get())
                .show();
    }

    private void savePartners() {
        var shown = model.report().shown().get();
        if (shown != null) {
            dialogs.toFolder(owner.get(), words, words.text("partnerFiles.title"))
                    .ifPresent(
                            folder ->
                                    model.preview()
                                            .savePartners(
                                                    model.settlement(),
                                                    shown.view(),
                                                    words.locale(),
                                                    folder));
        }
    }

    private void terms() {
        new TermsDialog(
                        model.preview().terms(),
                        () -> dialogs.toLogo(owner.get(), words),
                        words,
                        owner.get())
                .show();
    }
}
