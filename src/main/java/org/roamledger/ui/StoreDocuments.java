package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.DocumentOptions;
import org.roamledger.document.Logo;
import org.roamledger.document.Paper;
import org.roamledger.document.PartnerFiles;
import org.roamledger.document.PrintOrder;
import org.roamledger.document.Printers;
import org.roamledger.document.SettlementDocument;
import org.roamledger.document.SettlementRequest;
import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.export.SettlementExport;
import org.roamledger.export.WholeFile;
import org.roamledger.problem.Progress;
import org.roamledger.report.DataAge;
import org.roamledger.report.DocumentTerms;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementWords;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.ui.base.Documents;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// The window's documents over a store on disk.
final class StoreDocuments implements Documents {

    private final SessionStore store;
    private final InstantSource clock;

    StoreDocuments(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    static List<DataAge> dataAges(SessionStore store) {
        return store.sources().stream()
                .map(status -> new DataAge(status.source().name(), status.dataAsOf()))
                .toList();
    }

    private SettlementRequest request(Settlement settlement, DocumentOptions options) {
        return new SettlementRequest(
                settlement,
                dataAges(store),
                store.documents().terms(),
                options,
                null,
                clock.instant());
    }

    @Override
    public Paper settlement(Settlement settlement, DocumentOptions options) {
        var request = request(settlement, options);
        return paper(request.with(store.documents().issued(request.content()).orElse(null)));
    }

    @Override
    public Paper issue(Settlement settlement, DocumentOptions options) {
        return paper(issued(request(settlement, options)));
    }

    private SettlementRequest issued(SettlementRequest request) {
        var zone = request.settlement().view().report().parameters().zone();
        return request.with(
                store.documents().issue(request.content(), zone, request.generatedAt()));
    }

    private static Paper paper(SettlementRequest request) {
        return new Paper(SettlementDocument.pdf(request), request.number());
    }

    @Override
    public void save(Paper paper, Path target) {
        WholeFile.write(target, paper.pdf());
    }

    @Override
    public void saveTable(Settlement settlement, Locale language, Path target) {
        SettlementExport.write(
                settlement,
                store.documents().terms().rounding(),
                new SettlementWords(language),
                dataAges(store),
                CsvForm.STANDARD,
                target,
                ExportFormat.of(target));
    }

    @Override
    public int savePartners(
            ReportView view,
            List<ReportColumn> levels,
            DocumentOptions options,
            Path folder,
            Progress progress) {
        return PartnerFiles.make(
                view,
                folder,
                (partner, file) -> {
                    var settlement = Settlement.of(partner.view(), levels);
                    var request = issued(request(settlement, options));
                    WholeFile.write(file, SettlementDocument.pdf(request));
                },
                progress);
    }

    @Override
    public DocumentTerms terms() {
        return store.documents().terms();
    }

    @Override
    public void changeTerms(UnaryOperator<DocumentTerms> change) {
        store.documents().change(change);
    }

    @Override
    public byte[] logo(Path file) {
        return Logo.read(file);
    }

    @Override
    public List<Printers.Printer> printers() {
        return Printers.all();
    }

    @Override
    public void print(Paper paper, PrintOrder order, String job) {
        Printers.print(paper, order, job);
    }

    @Override
    public @Nullable PrintOrder askSystem(PrintOrder order) {
        return SystemPrintDialog.ask(order);
    }
}
