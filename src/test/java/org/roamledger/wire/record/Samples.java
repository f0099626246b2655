package org.roamledger.wire.record;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The official sample messages, which are not part of the project: tests that need them are passed
/// over where they are not there.
public final class Samples {

    private static final List<String> PLACES =
            List.of("../shared/wire/samples", "../../shared/wire/samples");

    private Samples() {}

    /// The bytes of a sample.
    public static byte[] read(String name) {
        var file =
                Stream.concat(Stream.ofNullable(System.getProperty("samples")), PLACES.stream())
                        .map(place -> Path.of(place, name))
                        .filter(Files::exists)
                        .findFirst();
        assumeTrue(file.isPresent(), () -> "no sample " + name);
        try {
            return Files.readAllBytes(file.orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
