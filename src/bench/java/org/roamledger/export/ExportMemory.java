package org.roamledger.export;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import org.roamledger.report.ReportFixture;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// How much heap the export of a report needs over the report itself.
///
/// Arguments: rows (2,500,000), ending of the file (xlsx). Prints the most that was reachable while
/// the file was written, over that before; then writes it again and again with ever less of the
/// heap left free, until it fails: what is not free is filled with ballast.
final class ExportMemory {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final int MEGABYTE = 1 << 20;

    /// Small enough for any collector to place it where there is room.
    private static final int BALLAST = MEGABYTE / 16;

    private static final List<Integer> SPARE = List.of(256, 192, 160, 128, 112, 96, 80, 64, 48, 32);

    private ExportMemory() {}

    public static void main(String[] arguments) throws Exception {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_500_000;
        var ending = arguments.length > 1 ? arguments[1] : "xlsx";
        var view = ReportFixture.view(ReportFixture.random(rows, ZONE, 1));
        var folder = Files.createTempDirectory("export-memory");
        var file = folder.resolve("report." + ending);
        System.gc();
        System.out.printf("%,d rows, %d MB with the report%n", rows, mb(ExportBench.live()));
        // What is made once and stays is no cost of an export.
        ExportBench.export(view, file);
        System.out.printf("file of %d MB%n", mb(Files.size(file)));
        Files.delete(file);
        var most = ExportBench.memory(of -> ExportBench.export(view, of), file);
        System.out.printf("reachable at most: %d MB more%n", mb(most));
        var ballast = new ArrayList<byte[]>();
        for (var spare : SPARE) {
            var filled = fits(() -> fill(ballast, spare));
            var begin = System.nanoTime();
            if (!filled || !fits(() -> ExportBench.export(view, file))) {
                ballast.clear();
                System.out.printf(
                        filled
                                ? "with %d MB free: not enough%n"
                                : "%d MB free: not to be had by this collector%n",
                        spare);
                break;
            }
            var seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("with %d MB free: written in %.1f s%n", spare, seconds);
            Files.delete(file);
        }
        clear(folder);
    }

    /// Leaves that many megabytes of the heap free.
    private static void fill(List<byte[]> ballast, int spare) {
        System.gc();
        var free = Runtime.getRuntime().maxMemory() - ExportBench.live();
        while (free > (long) spare * MEGABYTE) {
            ballast.add(new byte[BALLAST]);
            free -= BALLAST + Long.BYTES * 2L;
        }
    }

    private static boolean fits(Runnable export) {
        try {
            export.run();
            return true;
        } catch (OutOfMemoryError _) {
            return false;
        } catch (RuntimeException e) {
            // In a thread of the export.
            if (hasNoMemory(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean hasNoMemory(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private static void clear(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            for (var each : left.toList()) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }

    private static long mb(long bytes) {
        return bytes / MEGABYTE;
    }
}
