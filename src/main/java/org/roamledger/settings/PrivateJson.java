package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/// A small file of names and texts that only its owner can read. A write leaves the whole new file
/// or the old one. For one thread at a time.
final class PrivateJson {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Path file;

    /// @param folder made when the file is written
    PrivateJson(Path folder, String name) {
        this.folder = folder;
        this.file = folder.resolve(name);
    }

    /// What the file holds; nothing if there is none. May be changed by the caller.
    ///
    /// @throws ProblemException with [Problem.FileUnreadable]; never with text of the file
    Map<String, String> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(
                    Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {});
        } catch (IOException | JacksonException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, e.getClass().getSimpleName()));
        }
    }

    /// @throws ProblemException with [Problem.FileNotWritable]
    void write(Map<String, String> content) {
        try {
            Files.createDirectories(folder);
            var part = createPrivate();
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(content)));
                channel.force(true);
            }
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(file, String.valueOf(e.getMessage())), e);
        }
    }

    /// Deletes the file, if there is one.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable]
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(file, String.valueOf(e.getMessage())), e);
        }
    }

    private Path createPrivate() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempFile(
                    folder,
                    "roamledger",
                    ".part",
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        // On Windows the user's own folder is closed to other users already.
        return Files.createTempFile(folder, "roamledger", ".part");
    }
}
