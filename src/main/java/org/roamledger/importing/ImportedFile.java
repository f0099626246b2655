package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.MergeCounts;

import java.nio.file.Path;
import java.util.List;

/// What became of one file.
///
/// @param file where it is; a file in an archive is called `archive.zip!name`
/// @param ok whether the whole file was read; single rejected records do not change that
/// @param format `report-csv`, `report-xlsx`, `ocpi-cdr-json`, `oicp-cdr-json`, `emip-cdr-xml`,
///   `station-list-csv`, `station-list-xlsx`, or empty if it was not recognised
/// @param rows records read, good and rejected
/// @param counts what became of them in the store; also what was stored before a problem
/// @param problem why it was not read to its end
/// @param warnings what a person should know although all is read
public record ImportedFile(
        Path file,
        boolean ok,
        String format,
        long rows,
        MergeCounts counts,
        @Nullable Problem problem,
        List<Problem> warnings) {

    public ImportedFile {
        warnings = List.copyOf(warnings);
    }
}
