package org.roamledger.importing;

import org.roamledger.problem.Problem;

import java.io.IOException;
import java.util.List;

/// A file of a known kind that gives records.
interface RecordFile {

    /// The kind, as summaries name it.
    String format();

    /// Reads all records.
    ///
    /// @throws org.roamledger.problem.ProblemException if the file is not what it seems or ends too
    ///   early; what was added to `batch` before is good
    void read(Batch batch, FileProgress progress) throws IOException;

    /// What a person should know after all records were read.
    ///
    /// @param records how many there were
    default List<Problem> warnings(long records) {
        return List.of();
    }
}
