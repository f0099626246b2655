package org.roamledger.export;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.Locale;

/// What kind of file a report is written to.
public enum ExportFormat {
    /// Office Open XML workbook (ECMA-376).
    XLSX,
    /// Comma separated values (RFC 4180).
    CSV;

    /// The format that a file's extension stands for, in any case.
    ///
    /// @throws ProblemException with [Problem.ExportFormatUnknown] for any other extension
    public static ExportFormat of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        for (var format : values()) {
            if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw new ProblemException(new Problem.ExportFormatUnknown(file));
    }
}
