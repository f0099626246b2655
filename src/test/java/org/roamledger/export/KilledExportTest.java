package org.roamledger.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFixture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Ends exports where nobody expects it: kills their process, and fills their disk. What is there
/// afterwards is the file of before or the whole new one.
@Tag("slow")
final class KilledExportTest {

    private static final int KILLS = Boolean.getBoolean("roamledger.nightly") ? 50 : 3;
    private static final int ROWS = 20_000;
    private static final long SEED = 20261102;

    @TempDir Path folder;

    private List<String> names(Path where) throws IOException {
        try (var files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aKilledExportLeavesTheOldFileOrTheNewOne() throws Exception {
        var where = Files.createDirectory(folder.resolve("exports"));
        var target = Files.writeString(where.resolve("report.xlsx"), "old");
        var whole = Files.readAllBytes(ExportProcess.export(folder.resolve("whole.xlsx")));
        var random = new Random(SEED);
        for (var kill = 1; kill <= KILLS; kill++) {
            var process = start(target);
            while (process.isAlive() && names(where).size() < 2) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
            process.destroyForcibly().waitFor();
            var found = Files.readAllBytes(target);
            assertTrue(
                    Arrays.equals(found, "old".getBytes(StandardCharsets.US_ASCII))
                            || Arrays.equals(found, whole),
                    "kill %d, seed %d: %d bytes".formatted(kill, SEED, found.length));
        }
        ExportProcess.export(target);
        assertEquals(List.of("report.xlsx"), names(where), "what killed exports left is gone");
        assertArrayEquals(whole, Files.readAllBytes(target));
    }

    private Process start(Path target) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportProcess.class.getName(),
                        target.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "export.log"))
                .start();
    }

    /// What runs in the process that is killed: one export after the other.
    static final class ExportProcess {
        private ExportProcess() {}

        public static void main(String[] args) {
            while (true) {
                export(Path.of(args[0]));
            }
        }

        static Path export(Path target) {
            var view = ReportFixture.view(ReportFixture.random(ROWS, Exports.STOCKHOLM, SEED));
            ReportExport.write(Exports.request(view), target, ExportFormat.XLSX, Progress.NONE);
            return target;
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldAndLeavesTheOldFile() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "who runs this may mount no disk");
        try {
            var view = ReportFixture.view(ReportFixture.random(ROWS, Exports.STOCKHOLM, SEED));
            for (var format : ExportFormat.values()) {
                var target = Files.writeString(disk.resolve("report"), "old");
                var thrown =
                        assertThrows(
                                ProblemException.class,
                                () ->
                                        ReportExport.write(
                                                Exports.request(view),
                                                target,
                                                format,
                                                Progress.NONE));
                assertEquals(new Problem.DiskFull(target), thrown.problem());
                assertEquals("old", Files.readString(target));
                assertEquals(List.of("report"), names(disk));
            }
        } finally {
            assertTrue(run("umount", disk.toString()));
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
