package org.roamledger.settings;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// A small file of names and texts that only its owner can read. A write leaves the whole new file
/// or the old one. What is no text was written by a later version, and stays as it is. For one
/// thread at a time.
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
        var content = new TreeMap<String, String>();
        readAll()
                .properties()
                .forEach(
                        entry -> {
                            if (entry.getValue().isValueNode()) {
                                content.put(entry.getKey(), entry.getValue().asString());
                            }
                        });
        return content;
    }

    private ObjectNode readAll() {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new ProblemException(new Problem.FileUnreadable(file, "no object"));
        } catch (IOException | JacksonException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, e.getClass().getSimpleName()));
        }
    }

    /// @throws ProblemException with [Problem.FileNotWritable], or with [Problem.FileUnreadable]:
    ///   what cannot be read is not overwritten
    void write(Map<String, String> content) {
        var all = readAll();
        all.propertyStream()
                .filter(entry -> entry.getValue().isValueNode())
                .map(Map.Entry::getKey)
                .toList()
                .forEach(all::remove);
        content.forEach(all::put);
        PrivateFile.write(file, JSON.writeValueAsBytes(all));
    }

    /// Deletes the file, if there is one.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable]
    void delete() {
        PrivateFile.delete(file);
    }
}
