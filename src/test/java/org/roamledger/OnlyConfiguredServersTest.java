package org.roamledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/// Source, sync, export and window speak to the servers that a person has set up, and to nobody
/// else: no statistics, no look for updates, no fonts, schemas or licences from elsewhere.
@Tag("screen")
@Tag("slow")
class OnlyConfiguredServersTest {

    private static final SampleSize SIZE = new SampleSize(1, 500, LocalDate.parse("2026-11-01"));

    @TempDir private Path folder;

    private Set<String> told(SampleBackOffice backOffice, String... more) throws Exception {
        var token = folder.resolve("token");
        Files.writeString(token, Objects.requireNonNull(backOffice.tokens().get("finance")));
        var services = Files.createDirectories(folder.resolve("services/META-INF/services"));
        Files.writeString(
                services.resolve("java.net.spi.InetAddressResolverProvider"),
                RefusingResolver.class.getName());
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Dglass.platform=Monocle",
                                "-Dmonocle.platform=Headless",
                                "-Dprism.order=sw",
                                "-Djava.awt.headless=true",
                                "-cp",
                                folder.resolve("services")
                                        + File.pathSeparator
                                        + System.getProperty("java.class.path"),
                                WatchedWork.class.getName(),
                                folder.toString(),
                                backOffice.versionsUrl().toString(),
                                token.toString()));
        command.addAll(Arrays.asList(more));
        var words = folder.resolve("words.txt");
        var out = folder.resolve("told.txt");
        var builder = new ProcessBuilder(command);
        // Nothing is shown on it; the window only asks whether there is one.
        builder.environment().put("DISPLAY", ":none");
        var process = builder.redirectOutput(out.toFile()).redirectError(words.toFile()).start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(words)).isZero();
        return new TreeSet<>(Files.readAllLines(out));
    }

    private static String spoke(int port) {
        return "spoke " + InetAddress.getLoopbackAddress().getHostAddress() + " " + port;
    }

    @Test
    void theMainJobSpeaksToItsSourceAlone() throws Exception {
        try (var backOffice = SampleBackOffice.start(0, SIZE, Progress.NONE)) {
            assertThat(told(backOffice)).containsExactly(spoke(backOffice.versionsUrl().getPort()));
            assertThat(Files.readString(folder.resolve("words.txt")))
                    .contains("The window is there");
        }
    }

    @Test
    void anotherServerWouldBeSeen() throws Exception {
        try (var backOffice = SampleBackOffice.start(0, SIZE, Progress.NONE);
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var told =
                    told(
                            backOffice,
                            InetAddress.getLoopbackAddress().getHostAddress(),
                            Integer.toString(other.getLocalPort()));
            assertThat(told)
                    .containsExactlyInAnyOrder(
                            "name updates.example.com", spoke(other.getLocalPort()));
        }
    }
}
