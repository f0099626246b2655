package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Small files that only their owner can read. A write leaves the whole new file or the old one.
public final class PrivateFile {

    private PrivateFile() {}

    /// Writes a file in place of what is there; its folder is made if there is none.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable]
    public static void write(Path file, byte[] content) {
        var folder = file.toAbsolutePath().resolveSibling("");
        try {
            OwnerOnly.createFolder(folder);
            var part = createPrivate(folder);
            try {
                try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    var rest = ByteBuffer.wrap(content);
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
                Files.move(
                        part,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    /// Deletes a file, if there is one.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable]
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    private static ProblemException notWritable(Path file, IOException e) {
        return new ProblemException(
                new Problem.FileNotWritable(file, String.valueOf(e.getMessage())), e);
    }

    private static Path createPrivate(Path folder) throws IOException {
        // Java makes temporary files of the owner alone where it can.
        var part = Files.createTempFile(folder, "roamledger", ".part");
        OwnerOnly.protect(part);
        return part;
    }
}
