import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A display to open a window on: that of the person, else one in memory by Xvfb, else none.
final class Display implements AutoCloseable {

    static final Display NONE = new Display("", null);

    private final String name;
    private final Process server;

    private Display(String name, Process server) {
        this.name = name;
        this.server = server;
    }

    static Display open() throws IOException {
        if (Installer.Platform.current() != Installer.Platform.LINUX) {
            return new Display("system", null);
        }
        var own = System.getenv("DISPLAY");
        if (own != null && !own.isBlank()) {
            return new Display(own, null);
        }
        Process server;
        try {
            server =
                    new ProcessBuilder(
                                    "Xvfb",
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    "1600x1000x24",
                                    "-nolisten",
                                    "tcp")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException _) {
            return NONE;
        }
        var said =
                new BufferedReader(
                                new InputStreamReader(
                                        server.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
        if (said == null) {
            return NONE;
        }
        return new Display(":" + said, server);
    }

    boolean isPossible() {
        return !name.isEmpty();
    }

    /// Says to a process which display it has.
    void tell(Map<String, String> environment) {
        if (Installer.Platform.current() == Installer.Platform.LINUX) {
            environment.remove("WAYLAND_DISPLAY");
            if (isPossible()) {
                environment.put("DISPLAY", name);
            } else {
                environment.remove("DISPLAY");
            }
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.destroy();
        }
    }
}
