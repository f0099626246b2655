package org.roamledger.wire.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The official sample messages, which may not be copied and so lie beside the project.
///
/// The system property `samples` names their folder where it is another.
public final class Samples {

    private Samples() {}

    public static boolean arePresent() {
        return Files.isDirectory(folder());
    }

    /// The names of all JSON files, relative to the folder, with `/`, sorted.
    public static List<String> names() {
        var folder = folder();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The bytes of a sample; passes a test over that needs it where there are none.
    public static byte[] bytes(String name) {
        assumeTrue(arePresent(), "no samples");
        try {
            return Files.readAllBytes(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode tree(String name) {
        return Json.tree(bytes(name));
    }

    private static Path folder() {
        var named = System.getProperty("samples");
        if (named != null) {
            return Path.of(named);
        }
        return Stream.of("../shared", "../../shared")
                .map(shared -> Path.of(shared, "wire", "samples"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(Path.of("no samples"));
    }
}
