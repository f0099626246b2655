package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;

/// The tokens of sources, in a file that only its owner can read. They stand nowhere else: not in
/// the store, not in a log.
///
/// Safe for use by any threads of one process.
public final class Tokens {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// @param folder the user's folder of settings; made when a token is saved
    public Tokens(Path folder) {
        file = folder.resolve("tokens.json");
    }

    /// The token of a source of a store.
    ///
    /// @throws ProblemException with [Problem.TokenMissing] if there is none
    public synchronized String get(Path store, String source) {
        var token = read().get(key(store, source));
        if (token == null) {
            throw new ProblemException(new Problem.TokenMissing(source));
        }
        return token;
    }

    public synchronized void put(Path store, String source, String token) {
        var tokens = read();
        tokens.put(key(store, source), token);
        write(tokens);
    }

    public synchronized void remove(Path store, String source) {
        var tokens = read();
        if (tokens.remove(key(store, source)) != null) {
            write(tokens);
        }
    }

    private static String key(Path store, String source) {
        return store.toAbsolutePath().normalize() + "#" + source;
    }

    private Map<String, String> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            return JSON.readValue(
                    Files.readAllBytes(file), new TypeReference<TreeMap<String, String>>() {});
        } catch (IOException | JacksonException e) {
            // Not the parser's message: it quotes what it read.
            throw new ProblemException(new Problem.TokenFileUnreadable(file), e);
        }
    }

    /// The whole new file or the old one, and never readable by others.
    private void write(Map<String, String> tokens) {
        try {
            Files.createDirectories(file.getParent());
            var part = createPrivate();
            Files.write(part, JSON.writeValueAsBytes(tokens));
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
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

    private Path createPrivate() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return Files.createTempFile(
                    file.getParent(),
                    "tokens",
                    ".part",
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
        // On Windows the user's own folder is closed to other users already.
        return Files.createTempFile(file.getParent(), "tokens", ".part");
    }
}
