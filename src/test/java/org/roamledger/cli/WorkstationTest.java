package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.Main;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.settings.OperatingSystem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;

/// The application as it is started, in processes of its own, on a workstation that is not as ours:
/// a home with spaces and letters, Turkish rules of case, and a folder of temporary files from
/// which nothing may be run, where this test may have one.
@Tag("slow")
class WorkstationTest {

    private static final SampleSize SMALL = new SampleSize(3, 2_000, LocalDate.parse("2026-11-01"));

    @TempDir Path folder;

    /// Beyond this they are the computer's own.
    private Path home = Path.of("");

    private final StringBuilder said = new StringBuilder();
    private final List<String> commandLines = new ArrayList<>();

    @Test
    void aMonthIsDoneAndNoSecretIsLeftAnywhere() throws Exception {
        // Where names of files are ASCII there is no such home.
        var utf = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
        home = Files.createDirectory(folder.resolve(utf ? "Åsa Öberg ığı" : "Asa Oberg"));
        var temp = Files.createDirectory(folder.resolve("tmp"));
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            var token = Objects.requireNonNull(backOffice.tokens().get("finance"));
            var tokenFile = Files.writeString(folder.resolve("token"), token);
            var url = backOffice.versionsUrl().toString();
            run(temp, "source", "add", "demo", "--ocpi", url, "--token-file", tokenFile.toString());
            run(temp, "sync");
            var report = home.resolve(utf ? "Ağustos.xlsx" : "August.xlsx");
            var out = report.toString();
            run(temp, "export", "--from", "2026-10-01", "--to", "2026-11-01", "--out", out);
            assertThat(report).exists();
            run(temp, "store", "backup");
            run(temp, "store", "check");
            run(temp, "store", "restore");
            run(temp, "support", home.resolve("support.zip").toString());
            assertThat(said).doesNotContain(token);
            assertThat(commandLines).noneMatch(line -> line.contains(token));
            assertThat(everything(home)).doesNotContain(token).contains("settled-by-nobody");
        }
        for (var own : List.of("data/roamledger", "config/roamledger", "state/roamledger/logs")) {
            isClosedToOthers(home.resolve(own));
        }
    }

    /// What stands in all files, also within archives.
    private static String everything(Path top) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var files = Files.walk(top)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.write(Files.readAllBytes(file));
                if (file.toString().endsWith(".zip")) {
                    try (var zip = new ZipFile(file.toFile())) {
                        for (var entry : zip.stream().toList()) {
                            all.write(zip.getInputStream(entry).readAllBytes());
                        }
                    }
                }
            }
        }
        return all.toString(StandardCharsets.ISO_8859_1) + "settled-by-nobody";
    }

    private static void isClosedToOthers(Path top) throws IOException {
        assertThat(top).isDirectory();
        if (Files.getFileAttributeView(top, PosixFileAttributeView.class) == null) {
            return;
        }
        try (var files = Files.walk(top)) {
            for (var file : files.toList()) {
                var others = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                var isLog = file.toString().endsWith(".log");
                // Logs are made by the logger; their folder is closed.
                if (!isLog) {
                    assertThat(others.substring(3)).as(file.toString()).isEqualTo("------");
                }
            }
        }
    }

    private void run(Path temp, String... arguments) throws Exception {
        var command = new ArrayList<String>();
        if (Namespace.isPossible()) {
            // What may not be run there is told to this process alone.
            command.addAll(Namespace.with("noexec", temp));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=tr",
                        "-Duser.country=TR",
                        "-Duser.home=" + home,
                        "-Djava.io.tmpdir=" + temp,
                        "-Dlogback.configurationFile="
                                + Path.of("src", "main", "resources", "logback.xml")
                                        .toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", home.toString());
        environment.put("XDG_DATA_HOME", home.resolve("data").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("config").toString());
        environment.put("XDG_STATE_HOME", home.resolve("state").toString());
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        environment.remove("JAVA_TOOL_OPTIONS");
        var process = builder.start();
        process.info().commandLine().ifPresent(commandLines::add);
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        said.append(words);
        assertThat(process.exitValue()).as(words).isZero();
    }

    /// Linux lets a process have file systems of its own, where the one who runs the tests may make
    /// them.
    static final class Namespace {

        private Namespace() {}

        static boolean isPossible() {
            if (OperatingSystem.current() != OperatingSystem.LINUX) {
                return false;
            }
            try {
                var process =
                        new ProcessBuilder("unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt")
                                .redirectErrorStream(true)
                                .start();
                process.getInputStream().readAllBytes();
                return process.waitFor() == 0;
            } catch (IOException _) {
                return false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /// What a command line begins with that finds a file system of its own at a place.
        ///
        /// @param options of the mount
        static List<String> with(String options, Path place) {
            return List.of(
                    "unshare",
                    "-rm",
                    "sh",
                    "-c",
                    "mount -t tmpfs -o \"$1\" none \"$2\" && shift 2 && exec \"$@\"",
                    "sh",
                    options,
                    place.toString());
        }
    }
}
