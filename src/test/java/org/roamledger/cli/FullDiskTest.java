package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.cli.WorkstationTest.Namespace;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.store.SessionStore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// A disk of 24 MB that is full when something is synced, backed up, brought to the newest version
/// or exported. Needs the right to mount it, as in a user namespace of Linux.
@Tag("slow")
class FullDiskTest {

    private static final SampleSize SOME = new SampleSize(3, 8_000, LocalDate.parse("2026-11-01"));

    @TempDir Path folder;

    @Test
    void aFullDiskIsToldAndWhatWasThereStaysWhole() throws Exception {
        assumeTrue(Namespace.isPossible(), "no right to mount a small disk");
        var disk = Files.createDirectory(folder.resolve("disk"));
        var log = folder.resolve("disk.log").toFile();
        try (var backOffice = SampleBackOffice.start(0, SOME, Progress.NONE)) {
            var token = Objects.requireNonNull(backOffice.tokens().get("finance"));
            var command = new ArrayList<>(Namespace.with("size=24m", disk));
            command.addAll(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            OnSmallDisk.class.getName(),
                            disk.toString(),
                            backOffice.versionsUrl().toString(),
                            token));
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log)
                            .start();
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(log.toPath())).isZero();
        }
    }

    /// What runs in the process that has the small disk.
    static final class OnSmallDisk {

        private final Path disk;
        private final Cli cli;

        private OnSmallDisk(Path disk) {
            this.disk = disk;
            cli = new Cli(disk);
        }

        public static void main(String[] args) throws Exception {
            var small = new OnSmallDisk(Path.of(args[0]));
            small.sync(args[1], args[2]);
            small.backup();
            small.export();
            small.upgrade();
            System.exit(0);
        }

        private void sync(String url, String token) throws Exception {
            assertThat(cli.addSource("demo", url, token).exit()).isZero();
            fill(700_000);
            isFull(cli.run("sync"));
            isSound();
            makeRoom();
            var whole = cli.run("sync");
            assertThat(whole.exit()).as(whole.words()).isZero();
            isSound();
        }

        private void backup() throws IOException {
            fill(100_000);
            isFull(cli.run("store", "backup"));
            isSound();
            makeRoom();
        }

        private void export() throws IOException {
            var target = Files.writeString(disk.resolve("report.xlsx"), "what was there before");
            fill(20_000);
            isFull(
                    cli.run(
                            "export",
                            "--out",
                            target.toString(),
                            "--from",
                            "2025-01-01",
                            "--to",
                            "2026-12-01"));
            makeRoom();
            assertThat(target).hasContent("what was there before");
            isSound();
        }

        private void upgrade() throws Exception {
            var old = disk.resolve("old.roamledger");
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old);
                    var statement = connection.createStatement();
                    var in =
                            Objects.requireNonNull(
                                    SessionStore.class.getResourceAsStream("0001-sessions.sql"))) {
                statement.execute("PRAGMA journal_mode=WAL");
                var script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (var sql : script.split(";\\s*\\R", -1)) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.execute("PRAGMA application_id=" + 0x526F616D);
                statement.execute("PRAGMA user_version=1");
            }
            var before = Files.readAllBytes(old);
            fill(30_000);
            isFull(cli.runExactly("--store", old.toString(), "source", "list", "--json"));
            assertThat(old).hasBinaryContent(before);
            makeRoom();
            assertThat(cli.runExactly("--store", old.toString(), "source", "list").exit()).isZero();
        }

        private static void isFull(Cli.Outcome outcome) {
            assertThat(outcome.exit()).as(outcome.words()).isEqualTo(1);
            assertThat(outcome.summary()).as(outcome.words()).contains("diskFull");
        }

        private void isSound() throws IOException {
            var check = cli.run("store", "check");
            assertThat(check.exit()).as(check.words()).isZero();
            try (var files = Files.walk(disk)) {
                assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
            }
        }

        /// Leaves that many bytes.
        private void fill(long left) throws IOException {
            var free = Files.getFileStore(disk).getUsableSpace();
            Files.write(disk.resolve("filler"), new byte[Math.toIntExact(free - left)]);
        }

        private void makeRoom() throws IOException {
            Files.delete(disk.resolve("filler"));
        }
    }
}
