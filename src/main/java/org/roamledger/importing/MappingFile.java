package org.roamledger.importing;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.wire.mapping.MappingJson;
import org.roamledger.wire.mapping.TableMapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A mapping in a file of its own, to be edited and passed on.
public final class MappingFile {

    private static final int LARGEST = 1 << 20;

    private MappingFile() {}

    /// The mapping; one without a name has that of the file.
    ///
    /// @throws ProblemException with [Problem.FileMissing], [Problem.FileUnreadable] or
    ///   [Problem.MappingUnusable]
    public static TableMapping read(Path file) {
        if (!Files.exists(file)) {
            throw new ProblemException(new Problem.FileMissing(file));
        }
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
            var mapping = MappingJson.read(text.replace("\ufeff", ""), file.toString());
            return mapping.name().isBlank()
                    ? mapping.named(String.valueOf(file.getFileName()))
                    : mapping;
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, String.valueOf(e.getMessage())), e);
        }
    }

    /// Writes a mapping in place of what is there.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable]
    public static void write(TableMapping mapping, Path file) {
        write(mapping, file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /// Writes a mapping where there is none: somebody may have edited the one that is there.
    ///
    /// @throws ProblemException with [Problem.FileNotWritable] also if there is a file
    public static void writeNew(TableMapping mapping, Path file) {
        if (Files.exists(file)) {
            throw new ProblemException(
                    new Problem.FileNotWritable(file, "there is a file of that name"));
        }
        write(mapping, file, StandardOpenOption.CREATE_NEW);
    }

    private static void write(TableMapping mapping, Path file, OpenOption... how) {
        try {
            Files.writeString(file, MappingJson.write(mapping), how);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(file, String.valueOf(e.getMessage())), e);
        }
    }
}
