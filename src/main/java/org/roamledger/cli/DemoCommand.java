package org.roamledger.cli;

import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.sync.Sync;
import org.roamledger.sync.TransportSettings;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// The main job on sample data: sample back office, source, sync, then the window on last month's
/// report; without a display the report as files.
@CommandLine.Command(
        name = "demo",
        description = "Try everything on a sample back office that runs on this computer.",
        mixinStandardHelpOptions = true)
final class DemoCommand extends Command {

    private static final String SOURCE = "demo";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "roamledger-demo",
            description = "where files go if there is no display (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("roamledger-demo");

    @Mixin private SampleOptions sample = new SampleOptions();

    @Override
    int run(Output output) {
        // Sample data has a store of its own, for as long as the demo runs: it never mixes with
        // real data.
        Path folder;
        try {
            folder = Files.createTempDirectory("roamledger-demo");
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FolderMissing(Path.of(System.getProperty("java.io.tmpdir", ""))),
                    e);
        }
        try {
            return run(output, folder.resolve("demo.roamledger"));
        } finally {
            delete(folder);
        }
    }

    private int run(Output output, Path file) {
        output.say("Starting the sample back office ...");
        try (var backOffice =
                        SampleBackOffice.start(
                                0, sample.size(), output.progress("sessions made up"));
                var store = SessionStore.open(file)) {
            var source = new Source(SOURCE, backOffice.versionsUrl(), null, null, null);
            store.addSource(source);
            output.say(
                    String.format(
                            Locale.ROOT,
                            "Syncing %,d sessions from %s ...",
                            backOffice.sessions(),
                            backOffice.versionsUrl()));
            Function<String, String> tokens =
                    _ -> Objects.requireNonNull(backOffice.tokens().get("finance"));
            var result =
                    new Sync(store, tokens, TransportSettings.STANDARD)
                            .sync(source, false, output.progress(SOURCE));
            SyncSummary.say(output, result);
            var summary = SyncSummary.of(output, List.of(result));
            if (!result.ok()) {
                summarise(output, summary);
                return FAILED;
            }
            if (root().window.isPossible()) {
                summarise(output, summary);
                root().window.openSample(store, tokens);
                return DONE;
            }
            output.say("There is no display, so the report is written to files instead.");
            summary.put("files", writeFiles(store, output));
            summarise(output, summary);
            return SyncSummary.exitCode(List.of(result));
        }
    }

    private List<Map<String, Object>> writeFiles(SessionStore store, Output output) {
        try {
            Files.createDirectories(out);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(out, String.valueOf(e.getMessage())), e);
        }
        var zone = store.zoneOf(Set.of()).orElse(ReportParameters.USUAL_ZONE);
        var lastMonth = YearMonth.from(LocalDate.now(Clock.system(zone))).minusMonths(1);
        var report =
                store.load(
                        new ReportParameters(
                                Set.of(),
                                true,
                                lastMonth.atDay(1),
                                lastMonth.plusMonths(1).atDay(1),
                                zone),
                        output.progress("sessions read"));
        var view = ReportView.of(report, ReportFilter.NONE, SortOrder.STANDARD);
        var files = new ArrayList<Map<String, Object>>();
        for (var name : List.of("sessions.xlsx", "sessions.csv")) {
            var target = out.resolve(name);
            ExportCommand.write(
                    store,
                    view,
                    ReportColumn.STANDARD,
                    CsvForm.STANDARD,
                    target,
                    ExportFormat.of(target),
                    output);
            output.say(
                    String.format(
                            Locale.ROOT,
                            "%s: the %,d sessions of %s (%s)",
                            target,
                            view.size(),
                            lastMonth,
                            zone));
            files.add(new LinkedHashMap<>(ExportCommand.summary(target, view)));
        }
        return files;
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
