import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/// A home of its own, with a store of sample sessions, in which an image is started.
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String SEEN = "The window is there.";

    private final Image image;
    private final Path home = Files.createTempDirectory("roamledger-trial");
    private final Display display = Display.open();

    Trial(Image image) throws IOException {
        this.image = image;
    }

    boolean hasDisplay() {
        return display.isPossible();
    }

    /// Puts sessions into the store, from a file that the demo writes where there is no display.
    void fill() throws IOException, InterruptedException {
        var out = home.resolve("demo");
        run(Display.NONE, "", "demo", "--sessions", "2000", "--out", out.toString());
        run(Display.NONE, "", "import", out.resolve("sessions.csv").toString());
    }

    /// Opens the window on the store until its sessions are seen.
    ///
    /// @param options for the virtual machine, beside those of the image
    /// @return milliseconds from the start of the process until the window was seen; nothing if it
    ///   was not
    OptionalLong window(String options) throws IOException, InterruptedException {
        return run(display, options, "--trial");
    }

    /// Does the main job without a window.
    boolean demo() throws IOException, InterruptedException {
        var out = home.resolve("demo").toString();
        run(Display.NONE, "", "demo", "--sessions", "2000", "--out", out);
        return Files.exists(image.cache());
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
