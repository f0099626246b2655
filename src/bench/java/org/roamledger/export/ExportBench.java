package org.roamledger.export;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import com.sun.management.OperatingSystemMXBean;

import org.roamledger.problem.Progress;
import org.roamledger.report.DataAge;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;

/// Times the export of 23 columns beside that of Apache POI, both with the same cells, in turns.
///
/// Arguments: rows (1,000,000), turns (3), turns of POI (1). Prints the median time, the size of
/// the file, and the most memory in use while it was written once more, over that before. For the
/// memory the collector runs ten times a second, and what it leaves is counted.
final class ExportBench {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private ExportBench() {}

    /// Writes one file.
    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    /// One thing to be measured.
    private record Candidate(String name, String extension, int turns, Writing writing) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var rows = number(arguments, 0, 1_000_000);
        var turns = number(arguments, 1, 3);
        var poiTurns = number(arguments, 2, 1);
        var view = ReportFixture.view(ReportFixture.random(rows, ZONE, 1));
        var folder = Files.createTempDirectory("export-bench");
        var candidates =
                List.of(
                        new Candidate("CSV", "csv", turns, file -> export(view, file)),
                        new Candidate("XLSX", "xlsx", turns, file -> export(view, file)),
                        new Candidate(
                                "POI SXSSF, level 1",
                                "xlsx",
                                poiTurns,
                                file -> PoiRows.write(view, file, Deflater.BEST_SPEED)),
                        new Candidate(
                                "POI SXSSF, default",
                                "xlsx",
                                poiTurns,
                                file -> PoiRows.write(view, file, Deflater.DEFAULT_COMPRESSION)));
        System.out.printf("%,d rows x %d columns%n", rows, ReportColumn.STANDARD.size());
        for (var candidate : candidates) {
            measure(candidate, folder);
        }
        Files.delete(folder);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private static void measure(Candidate candidate, Path folder)
            throws IOException, InterruptedException {
        var file = folder.resolve("report." + candidate.extension());
        var seconds = new ArrayList<Double>();
        var size = 0L;
        var cpu = processor();
        for (var turn = 0; turn < candidate.turns(); turn++) {
            var begin = System.nanoTime();
            candidate.writing().to(file);
            seconds.add((System.nanoTime() - begin) / 1e9);
            size = Files.size(file);
            Files.delete(file);
        }
        if (candidate.turns() > 0) {
            cpu = (processor() - cpu) / candidate.turns();
            seconds.sort(null);
            var memory = memory(candidate, file);
            System.out.printf(
                    "%-20s %6.2f s (%.2f to %.2f)  %6.2f s of processor  %4d MB file  %4d MB"
                            + " memory%n",
                    candidate.name(),
                    seconds.get(seconds.size() / 2),
                    seconds.getFirst(),
                    seconds.getLast(),
                    cpu,
                    size >> 20,
                    memory >> 20);
        }
    }

    /// Seconds that all threads worked, which a busy machine changes little.
    private static double processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /// The most bytes that were reachable while a file was written, over those before.
    private static long memory(Candidate candidate, Path file)
            throws IOException, InterruptedException {
        System.gc();
        var before = live();
        var done = new AtomicBoolean();
        var most = new long[1];
        var watch =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!done.get()) {
                                        System.gc();
                                        most[0] = Math.max(most[0], live());
                                        LockSupport.parkNanos(100_000_000);
                                    }
                                });
        candidate.writing().to(file);
        done.set(true);
        watch.join();
        Files.delete(file);
        return most[0] - before;
    }

    /// What the last collection left.
    private static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static void export(ReportView view, Path file) {
        var request =
                new ExportRequest(
                        view,
                        ReportColumn.STANDARD,
                        List.of(new DataAge("demo", Instant.EPOCH)),
                        CsvForm.STANDARD);
        ReportExport.write(request, file, ExportFormat.of(file), Progress.NONE);
    }
}
