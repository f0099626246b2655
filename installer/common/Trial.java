import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A home of its own, with a store of sample sessions, in which an image is started.
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SEEN = "The window is there.";
    private static final int SESSIONS = 2_000;
    private static final int DAYS = 60;
    private static final String TITLES =
            "CDR ID,Start time,Provider ID,Operator,EVSE-ID,Energy (Wh),Price,VAT amount,Currency";

    private final Image image;
    private final Path home = Files.createTempDirectory("roamledger-trial");
    private final Display display = Display.open();

    Trial(Image image) throws IOException {
        this.image = image;
    }

    boolean hasDisplay() {
        return display.isPossible();
    }

    /// Puts sessions of this month and the last one into the store, from a file.
    void fill() throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var rows =
                IntStream.range(0, SESSIONS)
                        .mapToObj(number -> row(number, today.minusDays(number % DAYS)));
        var file = home.resolve("sessions.csv");
        Files.write(file, Stream.concat(Stream.of(TITLES), rows).toList());
        run(Display.NONE, "", "import", file.toString());
    }

    private static String row(int number, LocalDate day) {
        return "%d,%sT%02d:00:00Z,SE-PR%d,DE*OWN,SE*OWN*E%d,%d,%d.50,%d.10,EUR"
                .formatted(
                        number,
                        day,
                        number % 24,
                        number % 10,
                        number % 50,
                        10_000 + number,
                        5 + number % 20,
                        1 + number % 4);
    }

    /// Opens the window on the store until its sessions are seen.
    ///
    /// @param options for the virtual machine, beside those of the image
    /// @return milliseconds from the start of the process until the window was seen; nothing if it
    ///   was not
    OptionalLong window(String options) throws IOException, InterruptedException {
        return run(display, options, "--trial");
    }

    /// Does the main job without a window, which is only possible where a window is not.
    void demo() throws IOException, InterruptedException {
        var out = home.resolve("demo").toString();
        run(Display.NONE, "", "demo", "--sessions", Integer.toString(SESSIONS), "--out", out);
    }

    private OptionalLong run(Display display, String options, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(image.launcher().toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var environment = builder.environment();
        // Java asks the system, not HOME, where the home is.
        for (var folder :
                List.of("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA")) {
            environment.put(folder, home.toAbsolutePath().toString());
        }
        environment.put(
                "JAVA_TOOL_OPTIONS", options + " \"-Duser.home=" + home.toAbsolutePath() + "\"");
        display.tell(environment);
        var start = System.nanoTime();
        var process = builder.start();
        Thread.ofVirtual().start(() -> endAtLast(process));
        var seen = OptionalLong.empty();
        var said = new ArrayList<String>();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.contains(SEEN)) {
                    seen = OptionalLong.of((System.nanoTime() - start) / 1_000_000);
                }
            }
        }
        if (process.waitFor() != 0) {
            said.forEach(System.err::println);
            return OptionalLong.empty();
        }
        return seen;
    }

    private static void endAtLast(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        display.close();
        Run.delete(home);
    }
}
