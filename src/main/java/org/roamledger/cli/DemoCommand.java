package org.roamledger.cli;

import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportFormat;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;

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
import java.util.Set;

/// The main job on sample data: sample back office, source, sync, then the window on last month's
/// report; without a display the report as files.
@CommandLine.Command(
        name = "demo",
        description = "Try everything on a sample back office that runs on this computer.",
        mixinStandardHelpOptions = true)
final class DemoCommand extends Command {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "roamledger-demo",
            description = "where files go if there is no display (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("roamledger-demo");

    @Mixin private SampleOptions sample = new SampleOptions();

    @Override
    int run(Output output) {
        var window = root().window.isPossible();
        output.say("Starting the sample back office ...");
        var made = output.progress("sessions made up");
        if (window && sample.isUsual()) {
            // That of the window's own first steps, to be found again.
            var today = LocalDate.now(Clock.systemUTC());
            try (var data = SampleData.inFolder(root().folders.sample(), today, made)) {
                return run(output, data, true);
            }
        }
        // Any other goes with the demo.
        Path folder;
        try {
            folder = Files.createTempDirectory("roamledger-demo");
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FolderMissing(Path.of(System.getProperty("java.io.tmpdir", ""))),
                    e);
        }
        try (var data = SampleData.open(folder.resolve("demo.roamledger"), sample.size(), made)) {
            return run(output, data, window);
        } finally {
            delete(folder);
        }
    }

    private int run(Output output, SampleData data, boolean window) {
        output.say(
                String.format(
                        Locale.ROOT,
                        "Syncing %,d sessions from the sample back office ...",
                        data.sessions()));
        var result = data.sync(output.progress("demo"));
        SyncSummary.say(output, result);
        var summary = SyncSummary.of(output, List.of(result));
        if (!result.ok()) {
            summarise(output, summary);
            return FAILED;
        }
        if (window) {
            summarise(output, summary);
            root().window.openSample(data);
            return DONE;
        }
        output.say("There is no display, so the report is written to files instead.");
        summary.put("files", writeFiles(data.store(), output));
        summarise(output, summary);
        return SyncSummary.exitCode(List.of(result));
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
