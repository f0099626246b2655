package org.roamledger.ui.settlement;

import org.roamledger.problem.Problem;
import org.roamledger.report.DocumentTerms;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Documents;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.function.Consumer;

/// Letterhead and rounding of settlement documents.
///
/// Confined to the screen thread.
public final class TermsModel {

    private final Documents documents;
    private final Lane lane;
    private final Consumer<Notice> notices;

    TermsModel(Documents documents, Background background, Consumer<Notice> notices) {
        this.documents = documents;
        this.lane = background.lane("document-terms");
        this.notices = notices;
    }

    /// Asks how they are now.
    void ask(Consumer<DocumentTerms> told, Consumer<Problem> failed) {
        lane.run(_ -> documents.terms(), told, failed);
    }

    /// Reads a picture for the letterhead.
    void readLogo(Path file, Consumer<byte[]> read, Consumer<Problem> refused) {
        lane.run(_ -> documents.logo(file), read, refused);
    }

    /// Keeps what a person entered.
    void keep(DocumentTerms entered, Runnable kept, Consumer<Problem> refused) {
        lane.run(
                _ -> {
                    documents.changeTerms(_ -> entered);
                    return entered;
                },
                _ -> {
                    kept.run();
                    notices.accept(Notice.done("terms.kept"));
                },
                refused);
    }
}
