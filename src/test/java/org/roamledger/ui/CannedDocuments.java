package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.DocumentOptions;
import org.roamledger.document.Logo;
import org.roamledger.document.Paper;
import org.roamledger.document.PrintOrder;
import org.roamledger.document.Printers.Printer;
import org.roamledger.document.SettlementDocument;
import org.roamledger.document.SettlementRequest;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.DataAge;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.PartnerView;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Documents;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Documents of the canned engine: real ones, that are neither written nor printed.
public final class CannedDocuments implements Documents {

    public final List<Path> saved = new CopyOnWriteArrayList<>();
    public final List<String> printed = new CopyOnWriteArrayList<>();
    public final List<Locale> languages = new CopyOnWriteArrayList<>();
    public final List<Locale> tableLanguages = new CopyOnWriteArrayList<>();
    public final List<Settlement> settled = new CopyOnWriteArrayList<>();
    public volatile List<Printer> printers = List.of();
    public volatile DocumentTerms terms = DocumentTerms.NONE;
    private volatile @Nullable DocumentNumber issued;

    /// Making a document waits for it.
    public volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public Paper settlement(Settlement settlement, DocumentOptions options) {
        languages.add(options.language());
        settled.add(settlement);
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new ProblemException(new Problem.Cancelled(), e);
        }
        var ages = List.of(new DataAge("Nordvolt back office", CannedEngine.NOW.minusSeconds(300)));
        return new Paper(
                SettlementDocument.pdf(
                        new SettlementRequest(
                                settlement, ages, terms, options, issued, CannedEngine.NOW)),
                issued);
    }

    @Override
    public Paper issue(Settlement settlement, DocumentOptions options) {
        issued = new DocumentNumber(2026, 42, CannedEngine.NOW);
        return settlement(settlement, options);
    }

    @Override
    public void save(Paper paper, Path target) {
        saved.add(target);
    }

    @Override
    public void saveTable(Settlement settlement, Locale language, Path target) {
        tableLanguages.add(language);
        settled.add(settlement);
        saved.add(target);
    }

    @Override
    public int savePartners(
            ReportView view,
            List<ReportColumn> levels,
            DocumentOptions options,
            Path folder,
            Progress progress) {
        var partners = PartnerView.all(view);
        for (var i = 0; i < partners.size(); i++) {
            progress.step(i, partners.size());
            var name = String.valueOf(partners.get(i).partner()).replace('*', '-');
            saved.add(folder.resolve(name + ".pdf"));
        }
        return partners.size();
    }

    @Override
    public DocumentTerms terms() {
        return terms;
    }

    @Override
    public synchronized void changeTerms(UnaryOperator<DocumentTerms> change) {
        terms = change.apply(terms);
    }

    @Override
    public byte[] logo(Path file) {
        return Logo.read(file);
    }

    @Override
    public List<Printer> printers() {
        return printers;
    }

    @Override
    public void print(Paper paper, PrintOrder order, String job) {
        printed.add(
                "%d x %s, %s, %s, on %s"
                        .formatted(
                                order.copies(),
                                job,
                                order.pages().stream()
                                        .map(of -> of.first() + " to " + of.last())
                                        .collect(Collectors.joining(" and ")),
                                order.sides(),
                                order.printer()));
    }

    @Override
    public PrintOrder askSystem(PrintOrder order) {
        return new PrintOrder(
                order.printer(),
                3,
                List.of(new PrintOrder.Range(1, 1), new PrintOrder.Range(3, 4)),
                PrintOrder.Sides.SHORT_EDGE);
    }
}
