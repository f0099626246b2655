import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs the formatter over all sources, as `java Format.java check|fix FORMATTER_JAR`.
///
/// A program of its own because the formatter takes files, not folders, and has to run on the JDK
/// that knows the syntax.
final class Format {

    private Format() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var fix = args[0].equals("fix");
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                args[1],
                                "--aosp"));
        command.addAll(fix ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        // In a file, because Windows refuses a command line this long.
        var list = Files.createTempFile("sources", ".txt");
        try (var ours = Files.walk(Path.of("src"));
                var installer = Files.walk(Path.of("installer"))) {
            Files.write(
                    list,
                    Stream.concat(ours, installer)
                            .map(Path::toString)
                            .filter(file -> file.endsWith(".java"))
                            .sorted()
                            .toList());
        }
        command.add("@" + list);
        var exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (fix && exit == 0) {
            // A second time: what it joins in the first pass it may break differently in the next.
            exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        }
        Files.delete(list);
        if (exit != 0 && !fix) {
            System.err.println(
                    "The files above are not formatted. Run: mvn -q process-sources"
                            + " -Dformat.mode=fix");
        }
        System.exit(exit);
    }
}
