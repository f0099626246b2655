package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.export.ExportRequest;
import org.roamledger.export.ReportExport;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.DataAge;
import org.roamledger.report.Figures;
import org.roamledger.report.IdChecksum;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.ExportProfiles;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Exports a report to a file, by the engine of the window.
@CommandLine.Command(
        name = "export",
        description = "Export the report of a period to an Excel, CSV, TSV or JSON lines file.",
        mixinStandardHelpOptions = true)
final class ExportCommand extends Command {

    private static final String STANDARD = "standard";
    private static final String EXCEL = "excel";
    private static final String TSV = "tsv";

    @Mixin private FilterOptions filters = new FilterOptions();

    @Option(
            names = "--sort",
            paramLabel = "KEY[:desc]",
            split = ",",
            description = "columns to order by; without it Start time, then CDR ID")
    private List<String> sort = List.of();

    @Option(
            names = "--columns",
            paramLabel = "KEY",
            split = ",",
            description = "columns in this order; without it the 23 of the report")
    private List<String> columns = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "FILE.xlsx, FILE.csv, FILE.tsv or FILE.jsonl")
    private @Nullable Path out;

    @Option(
            names = "--csv",
            paramLabel = "FORM",
            description =
                    "standard (RFC 4180), excel, tsv, or the name of an own kind that was saved in"
                            + " the window")
    private @Nullable String csv;

    @Option(names = "--locale", paramLabel = "TAG", description = "locale of --csv excel, as sv-SE")
    private String locale = "en";

    @Override
    int run(Output output) {
        var target = Objects.requireNonNull(out);
        var format = ExportFormat.of(target);
        var order = order();
        var shown =
                columns.isEmpty()
                        ? ReportColumn.STANDARD
                        : columns.stream().map(Texts::column).toList();
        var form = form(target);
        try (var store = openStore()) {
            var report = store.load(filters.parameters(store), output.progress("sessions read"));
            var view = ReportView.of(report, filters.filter(), order);
            write(store, view, shown, form, target, format, output);
            sayHidden(store, output);
            output.say(String.format(Locale.ROOT, "%s: %,d sessions", target, view.size()));
            summarise(output, summary(target, view));
        }
        return DONE;
    }

    /// How CSV is written. Never by what was chosen in the window: a script means the same on every
    /// workstation.
    private CsvForm form(Path target) {
        var asked = csv;
        if (asked == null) {
            return CsvForm.of(target);
        }
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case STANDARD -> CsvForm.STANDARD;
            case EXCEL -> CsvForm.excel(Locale.forLanguageTag(locale));
            case TSV -> CsvForm.TSV;
            default -> own(asked);
        };
    }

    private CsvForm own(String name) {
        var profiles = new ExportProfiles(root().folders.config()).read();
        return profiles.named(name)
                .map(ExportProfile::form)
                .orElseThrow(
                        () -> {
                            var known = new ArrayList<>(List.of(STANDARD, EXCEL, TSV));
                            profiles.own().forEach(profile -> known.add(profile.name()));
                            return new ProblemException(
                                    new Problem.ExportProfileUnknown(name, known));
                        });
    }

    static void write(
            SessionStore store,
            ReportView view,
            List<ReportColumn> columns,
            CsvForm form,
            Path target,
            ExportFormat format,
            Output output) {
        var request = new ExportRequest(view, columns, dataAges(store), form);
        ReportExport.write(request, target, format, output.progress("rows written"));
    }

    static List<DataAge> dataAges(SessionStore store) {
        return store.sources().stream()
                .map(status -> new DataAge(status.source().name(), status.dataAsOf()))
                .toList();
    }

    /// Nothing is left out silently.
    static void sayHidden(SessionStore store, Output output) {
        for (var status : store.sources()) {
            for (var module : status.missingModules()) {
                output.say(new Problem.ModuleMissing(status.source().name(), module));
            }
        }
    }

    private SortOrder order() {
        var keys = new ArrayList<SortOrder.Key>();
        for (var key : sort) {
            var descending = key.endsWith(":desc");
            var name = key.replaceFirst(":(desc|asc)$", "");
            keys.add(new SortOrder.Key(Texts.column(name), descending));
        }
        return new SortOrder(keys);
    }

    static Map<String, Object> summary(Path file, ReportView view) {
        var parameters = view.report().parameters();
        var object = new LinkedHashMap<String, Object>();
        object.put("file", file.toString());
        object.put("rows", view.size());
        object.put("zone", parameters.zone().getId());
        object.put("from", parameters.from().toString());
        object.put("to", parameters.to().toString());
        object.put("ids_sha256", IdChecksum.of(view));
        object.put("totals", totals(view));
        return object;
    }

    static List<Map<String, Object>> totals(ReportView view) {
        return Settlement.of(view, List.of()).totals().stream()
                .map(ExportCommand::summary)
                .toList();
    }

    private static Map<String, Object> summary(Figures figures) {
        var total = figures.sums();
        var object = new LinkedHashMap<String, Object>();
        object.put("currency", total.currency());
        object.put("sessions", total.sessions());
        object.put("credits", total.credits());
        object.put("energy_wh", total.energyWh());
        object.put("net", total.net().toDecimal().toPlainString());
        object.put("vat", total.vat().toDecimal().toPlainString());
        object.put("gross", total.gross().toDecimal().toPlainString());
        object.put("without_price", total.withoutPrice());
        object.put("without_vat", total.withoutVat());
        object.put("with_findings", figures.withFindings());
        return object;
    }
}
