package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A small file of names and texts that only its owner can read. A write leaves the whole new file
/// or the old one. For one thread at a time.
final class PrivateJson {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// @param folder made when the file is written
    PrivateJson(Path folder, String name) {
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
        PrivateFile.write(file, JSON.writeValueAsBytes(content));
    }

    /// Deletes the file, if there is one.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable]
    void delete() {
        PrivateFile.delete(file);
    }
}
