package org.roamledger.importing;

import java.io.IOException;

/// A file of a known kind that gives records.
interface RecordFile {

    /// The kind, as summaries name it.
    String format();

    /// Reads all records.
    ///
    /// @throws org.roamledger.problem.ProblemException if the file is not what it seems or ends too
    ///   early; what was added to `batch` before is good
    void read(Batch batch, FileProgress progress) throws IOException;
}
