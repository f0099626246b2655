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

/// Times the export of 23 columns beside what else could write the same cells: Apache POI, FastCSV,
/// the shell of SQLite, and the mere deflating of a workbook's XML.
///
/// Arguments: rows (1,000,000), turns (3), turns of the slow ones, POI and SQLite (1). Every turn
/// has one file of each, so that all of them have the same neighbours. Prints the median time, the
/// size of the file, and the most memory in use while it was written once more, over that before.
/// For the memory the collector runs ten times a second, and what it leaves is counted.
final class ExportBench {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private ExportBench() {}

    /// Writes one file.
    @FunctionalInterface
    interface Writing {
        void to(Path file) throws IOException;
    }

    /// One thing to be measured.
    private record Candidate(
            String name,
            String extension,
            int turns,
            Writing writing,
            List<Double> seconds,
            List<Double> processor,
            List<Long> size) {

        Candidate(String name, String extension, int turns, Writing writing) {
            this(
                    name,
                    extension,
                    turns,
                    writing,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        Path file(Path folder) {
            return folder.resolve("report." + extension);
        }

        void run(Path folder) throws IOException {
            var file = file(folder);
            var cpu = ExportBench.processor();
            var begin = System.nanoTime();
            writing.to(file);
            seconds.add((System.nanoTime() - begin) / 1e9);
            processor.add(ExportBench.processor() - cpu);
            size.add(Files.size(file));
            Files.delete(file);
        }

        void print(Path folder) throws IOException, InterruptedException {
            if (seconds.isEmpty()) {
                return;
            }
            seconds.sort(null);
            processor.sort(null);
            System.out.printf(
                    "%-20s %6.2f s (%.2f to %.2f)  %6.2f s of processor  %4d MB file  %4d MB"
                            + " memory%n",
                    name,
                    seconds.get(seconds.size() / 2),
                    seconds.getFirst(),
                    seconds.getLast(),
                    processor.get(processor.size() / 2),
                    size.getFirst() >> 20,
                    memory(writing, file(folder)) >> 20);
        }
    }

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var rows = number(arguments, 0, 1_000_000);
        var turns = number(arguments, 1, 3);
        var slowTurns = number(arguments, 2, 1);
        var view = ReportFixture.view(ReportFixture.random(rows, ZONE, 1));
        var folder = Files.createTempDirectory("export-bench");
        var xml = folder.resolve("sheet.xml");
        var workbook = folder.resolve("frame.xlsx");
        export(view, workbook);
        BareDeflate.unpack(workbook, xml);
        Files.delete(workbook);
        var database = folder.resolve("rows.db");
        SqliteRows.fill(view, database);
        compare(view, folder);
        var candidates =
                List.of(
                        new Candidate("CSV", "csv", turns, file -> export(view, file)),
                        new Candidate("JSON lines", "jsonl", turns, file -> export(view, file)),
                        new Candidate(
                                "FastCSV", "csv", turns, file -> FastCsvRows.write(view, file)),
                        new Candidate(
                                "sqlite3 -csv",
                                "csv",
                                slowTurns,
                                file -> SqliteRows.write(view, database, file)),
                        new Candidate("XLSX", "xlsx", turns, file -> export(view, file)),
                        new Candidate(
                                "bare deflate",
                                "deflated",
                                turns,
                                file -> BareDeflate.write(xml, file)),
                        new Candidate(
                                "POI SXSSF, level 1",
                                "xlsx",
                                slowTurns,
                                file -> PoiRows.write(view, file, Deflater.BEST_SPEED)),
                        new Candidate(
                                "POI SXSSF, default",
                                "xlsx",
                                slowTurns,
                                file -> PoiRows.write(view, file, Deflater.DEFAULT_COMPRESSION)));
        System.out.printf("%,d rows x %d columns%n", rows, ReportColumn.STANDARD.size());
        for (var turn = 0; turn < turns; turn++) {
            for (var candidate : candidates) {
                if (turn < candidate.turns()) {
                    candidate.run(folder);
                }
            }
        }
        for (var candidate : candidates) {
            candidate.print(folder);
        }
        Files.delete(xml);
        Files.delete(database);
        Files.delete(folder);
    }

    /// That the peers write the same cells: FastCSV the same bytes, SQLite as many lines.
    private static void compare(ReportView view, Path folder) throws IOException {
        var ours = folder.resolve("ours.csv");
        var theirs = folder.resolve("theirs.csv");
        export(view, ours);
        FastCsvRows.write(view, theirs);
        var differs = Files.mismatch(ours, theirs);
        if (differs >= 0) {
            throw new IllegalStateException("FastCSV writes other bytes from " + differs);
        }
        Files.delete(ours);
        Files.delete(theirs);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    /// Seconds that all threads worked, which a busy machine changes little.
    private static double processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }

    /// The most bytes that were reachable while a file was written, over those before.
    static long memory(Writing writing, Path file) throws IOException, InterruptedException {
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
        writing.to(file);
        done.set(true);
        watch.join();
        Files.delete(file);
        return most[0] - before;
    }

    /// What the last collection left.
    static long live() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    static void export(ReportView view, Path file) {
        var request =
                new ExportRequest(
                        view,
                        ReportColumn.STANDARD,
                        List.of(new DataAge("demo", Instant.EPOCH)),
                        CsvForm.STANDARD);
        ReportExport.write(request, file, ExportFormat.of(file), Progress.NONE);
    }
}
