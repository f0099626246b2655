package org.roamledger.export;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What kind of file a report is written to.
public enum ExportFormat {
    /// Office Open XML workbook (ECMA-376).
    XLSX(".xlsx"),
    /// Values with separators (RFC 4180).
    CSV(".csv", ".tsv"),
    /// An object of JSON on each line.
    JSON_LINES(".jsonl", ".ndjson");

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of strings
    private final List<String> endings;

    ExportFormat(String... endings) {
        this.endings = List.of(endings);
    }

    /// The format that a file's extension stands for, in any case.
    ///
    /// @throws ProblemException with [Problem.ExportFormatUnknown] for any other extension
    public static ExportFormat of(Path file) {
        return find(file)
                .orElseThrow(() -> new ProblemException(new Problem.ExportFormatUnknown(file)));
    }

    /// The format that a file's extension stands for, in any case; absent for any other extension.
    public static Optional<ExportFormat> find(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.stream().anyMatch(name::endsWith))
                .findFirst();
    }
}
