package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.document.DocumentOptions;
import org.roamledger.document.PartnerFiles;
import org.roamledger.document.SettlementDocument;
import org.roamledger.document.SettlementRequest;
import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.export.SettlementExport;
import org.roamledger.export.WholeFile;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.DocumentNumber;
import org.roamledger.report.PartnerView;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementWords;
import org.roamledger.report.SortOrder;
import org.roamledger.store.SessionStore;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes the settlement of a period, by the engine of the window.
@CommandLine.Command(
        name = "settlement",
        description =
                "Write the settlement of a period as PDF, Excel or CSV, or a PDF for each partner.",
        mixinStandardHelpOptions = true)
final class SettlementCommand extends Command {

    /// Where it goes.
    static final class Target {

        @Option(
                names = "--out",
                paramLabel = "FILE",
                required = true,
                description = "FILE.pdf, FILE.xlsx or FILE.csv")
        private @Nullable Path out;

        @Option(
                names = "--partner-files",
                paramLabel = "DIR",
                required = true,
                description = "folder for a PDF of each partner")
        private @Nullable Path folder;
    }

    @Mixin private FilterOptions filters = new FilterOptions();

    @ArgGroup(multiplicity = "1")
    private Target target = new Target();

    @Option(
            names = "--language",
            paramLabel = "L",
            converter = Language.class,
            description = "language of the settlement: en, sv, de, fr, fi or nl")
    private Locale language = Locale.ENGLISH;

    @Option(
            names = "--with-sessions",
            description = "list the sessions behind the sums at the end of PDF documents")
    private boolean withSessions;

    @Option(names = "--draft", description = "give PDF documents no number")
    private boolean draft;

    @Override
    int run(Output output) {
        var out = target.out;
        // Before anything is read.
        var format = out == null || isPdf(out) ? Optional.<ExportFormat>empty() : format(out);
        try (var store = openStore()) {
            var report = store.load(filters.parameters(store), output.progress("sessions read"));
            var view = ReportView.of(report, filters.filter(), SortOrder.STANDARD);
            ExportCommand.sayHidden(store, output);
            if (out == null) {
                writePartners(store, view, Objects.requireNonNull(target.folder), output);
            } else if (format.isPresent()) {
                writeTable(store, view, out, format.get(), output);
            } else {
                writeDocument(store, view, out, output);
            }
        }
        return DONE;
    }

    private static boolean isPdf(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    private static Optional<ExportFormat> format(Path file) {
        var format = ExportFormat.find(file).filter(of -> of != ExportFormat.JSON_LINES);
        if (format.isEmpty()) {
            throw new ProblemException(new Problem.SettlementFormatUnknown(file));
        }
        return format;
    }

    private void writeTable(
            SessionStore store, ReportView view, Path out, ExportFormat format, Output output) {
        SettlementExport.write(
                Settlement.of(view, Settlement.STANDARD),
                store.documents().terms().rounding(),
                new SettlementWords(language),
                ExportCommand.dataAges(store),
                CsvForm.STANDARD,
                out,
                format);
        output.say(String.format(Locale.ROOT, "%s: %,d sessions", out, view.size()));
        summarise(output, ExportCommand.summary(out, view));
    }

    private void writeDocument(SessionStore store, ReportView view, Path out, Output output) {
        var number = write(store, view, out);
        say(output, out, view, number);
        var summary = ExportCommand.summary(out, view);
        if (number != null) {
            summary.put("number", number.text());
        }
        summarise(output, summary);
    }

    private void writePartners(SessionStore store, ReportView view, Path folder, Output output) {
        var documents = new ArrayList<Map<String, @Nullable Object>>();
        PartnerFiles.make(
                view,
                folder,
                (partner, file) -> {
                    var number = write(store, partner.view(), file);
                    documents.add(summary(partner, file, number));
                },
                output.progress("documents written"));
        output.say(String.format(Locale.ROOT, "%s: %,d documents", folder, documents.size()));
        var summary = ExportCommand.summary(folder, view);
        summary.put("documents", documents);
        summarise(output, summary);
    }

    private @Nullable DocumentNumber write(SessionStore store, ReportView view, Path file) {
        var request =
                new SettlementRequest(
                        Settlement.of(view, Settlement.STANDARD),
                        ExportCommand.dataAges(store),
                        store.documents().terms(),
                        new DocumentOptions(language, withSessions),
                        null,
                        Instant.now());
        var number =
                draft
                        ? null
                        : store.documents()
                                .issue(
                                        request.content(),
                                        view.report().parameters().zone(),
                                        request.generatedAt());
        WholeFile.write(file, SettlementDocument.pdf(request.with(number)));
        return number;
    }

    private static void say(
            Output output, Path file, ReportView view, @Nullable DocumentNumber number) {
        output.say(
                String.format(
                        Locale.ROOT,
                        "%s: %,d sessions, %s",
                        file,
                        view.size(),
                        number == null ? "a draft" : "number " + number.text()));
    }

    private static Map<String, @Nullable Object> summary(
            PartnerView partner, Path file, @Nullable DocumentNumber number) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("partner", partner.partner());
        object.put("file", file.toString());
        object.put("number", number == null ? null : number.text());
        object.put("rows", partner.view().size());
        object.put("totals", ExportCommand.totals(partner.view()));
        return object;
    }
}
