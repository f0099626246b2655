import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/// Commands of the JDK and the system.
final class Run {

    private Run() {}

    /// A command of the JDK that runs this.
    static String jdk(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    static void command(String... command) throws IOException, InterruptedException {
        in(Path.of("."), command);
    }

    /// Runs a command in a folder; its failure is the end.
    static void in(Path folder, String... command) throws IOException, InterruptedException {
        var exit =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IOException(exit + " from " + Arrays.toString(command));
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static long megabytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var bytes = 0L;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes / 1_000_000;
        }
    }
}
