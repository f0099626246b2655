package org.roamledger.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file whose bytes are read from their start as often as needed: on the disk or in an archive.
///
/// @param path where it is; of a file in an archive only its label, see [Archive]
/// @param opening opens it
record InputFile(Path path, Opening opening) {

    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    static InputFile onDisk(Path path) {
        return new InputFile(path, () -> Files.newInputStream(path));
    }

    InputStream open() throws IOException {
        return opening.open();
    }

    /// Its first bytes, or all if there are fewer.
    byte[] head(int length) throws IOException {
        try (var in = open()) {
            return in.readNBytes(length);
        }
    }
}
