package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.DocumentOptions;
import org.roamledger.document.Paper;
import org.roamledger.document.PrintOrder;
import org.roamledger.document.Printers.Printer;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.session.ReportColumn;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Settlement documents, as the window asks for them. As with [Engine]: never on the screen thread,
/// and every method may throw a [ProblemException].
public interface Documents {

    /// Makes a settlement document, as old as the data of now: with its number if the settlement
    /// was given one before, else as a draft.
    Paper settlement(Settlement settlement, DocumentOptions options);

    /// As [#settlement], and gives the settlement a number.
    Paper issue(Settlement settlement, DocumentOptions options);

    /// Writes a document as PDF: the whole file or none.
    void save(Paper paper, Path target);

    /// Writes the figures of a settlement as XLSX or CSV, as the target's name says, and the
    /// amounts to settle if rounding is agreed: the whole file or none.
    ///
    /// @param language of titles and words
    void saveTable(Settlement settlement, Locale language, Path target);

    /// Issues a document for each partner, as PDF in a folder.
    ///
    /// @param levels by what each is grouped
    /// @return how many
    /// @throws ProblemException with [Problem.Cancelled] between two files; those that were written
    ///   stay
    int savePartners(
            ReportView view,
            List<ReportColumn> levels,
            DocumentOptions options,
            Path folder,
            Progress progress);

    /// What is agreed for all documents.
    DocumentTerms terms();

    /// Changes what is agreed for all documents.
    void changeTerms(UnaryOperator<DocumentTerms> change);

    /// Reads a picture for a letterhead.
    ///
    /// @throws ProblemException with [Problem.LogoTooLarge] or [Problem.LogoUnreadable]
    byte[] logo(Path file);

    /// The printers of this computer, the preferred one first.
    List<Printer> printers();

    /// Hands a document to a printer.
    ///
    /// @param job name under which it waits there
    /// @throws ProblemException with [Problem.PrintingFailed]
    void print(Paper paper, PrintOrder order, String job);

    /// Asks by the system's own dialog how to print, and waits for the answer.
    ///
    /// @param order what to begin with
    /// @return nothing if the person thought better of it, or there is no such dialog
    @Nullable PrintOrder askSystem(PrintOrder order);
}
