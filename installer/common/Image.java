import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The application with its runtime, ready to be started, as jpackage lays it out.
///
/// @param root the folder with all of it
record Image(Installer.Platform platform, Path root) {

    /// For the application's own virtual machine.
    static final List<String> OPTIONS =
            List.of(
                    "-Xmx4g",
                    // A column of a million rows is an ordinary object then: other ones stop the
                    // window for 150 ms.
                    "-XX:G1HeapRegionSize=16m",
                    "--enable-native-access=ALL-UNNAMED,javafx.graphics",
                    // Standard output belongs to the commands' summaries.
                    "-Xlog:disable",
                    "-Xlog:all=error:stderr");

    private static final String CACHE = "java-options=-XX:AOTCache=$APPDIR/roamledger.aot";
    private static final String RECORD = "java-options=-XX:AOTCacheOutput=$APPDIR/roamledger.aot";

    Path launcher() {
        return switch (platform) {
            case LINUX -> root.resolve("bin/roamledger");
            case WINDOWS -> root.resolve("Roamledger.exe");
            case MAC -> root.resolve("Contents/MacOS/Roamledger");
        };
    }

    /// Where jars and configuration stand.
    private Path app() {
        return switch (platform) {
            case LINUX -> root.resolve("lib/app");
            case WINDOWS -> root.resolve("app");
            case MAC -> root.resolve("Contents/app");
        };
    }

    private Path commands() {
        return switch (platform) {
            case LINUX -> root.resolve("lib/runtime/bin");
            case WINDOWS -> root.resolve("runtime/bin");
            case MAC -> root.resolve("Contents/runtime/Contents/Home/bin");
        };
    }

    Path cache() {
        return app().resolve("roamledger.aot");
    }

    /// From now on a start records what it loads, until [#useCache] or [#useNoCache].
    void recordCache() throws IOException {
        configure(RECORD);
    }

    void useCache() throws IOException {
        configure(CACHE);
    }

    void useNoCache() throws IOException {
        configure("");
    }

    private void configure(String line) throws IOException {
        try (var files = Files.list(app())) {
            for (var file : files.filter(each -> each.toString().endsWith(".cfg")).toList()) {
                var lines =
                        Stream.concat(
                                        Files.readAllLines(file).stream()
                                                .filter(each -> !each.contains("-XX:AOTCache")),
                                        Stream.of(line))
                                .filter(each -> !each.isBlank())
                                .toList();
                Files.write(file, lines);
            }
        }
    }

    /// Takes the runtime's own commands away: nobody needs a second `java`. On Windows its
    /// libraries stand beside them.
    void dropCommands() throws IOException {
        try (var files = Files.list(commands())) {
            for (var file : files.toList()) {
                if (platform != Installer.Platform.WINDOWS || file.toString().endsWith(".exe")) {
                    Files.delete(file);
                }
            }
        }
        if (platform != Installer.Platform.WINDOWS) {
            Files.delete(commands());
        }
    }

    /// Says on macOS which files are the application's own, and signs what was changed, by nobody's
    /// name.
    void declareFileTypes(Path types) throws IOException, InterruptedException {
        var plist = root.resolve("Contents/Info.plist");
        var before = Files.readString(plist);
        var end = before.lastIndexOf("</dict>");
        Files.writeString(
                plist, before.substring(0, end) + Files.readString(types) + before.substring(end));
        Run.command("codesign", "--force", "--deep", "--sign", "-", root.toString());
    }
}
