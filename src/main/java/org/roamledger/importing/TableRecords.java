package org.roamledger.importing;

import java.io.IOException;
import java.util.List;

/// A file that holds tables.
interface TableRecords extends RecordFile {

    /// Reads all rows in their order.
    ///
    /// @param rows may end the reading by an exception of its own
    /// @throws org.roamledger.problem.ProblemException see [RecordFile#read]
    void readRows(TableRows rows, FileProgress progress) throws IOException;

    /// Shows all rows as they stand in the file, sheet by sheet or separator by separator.
    ///
    /// @throws org.roamledger.problem.ProblemException if the view that was found ends too early
    void show(TableViews views) throws IOException;

    /// The first rows as they stand in the file, once for each way to see a table in it: each sheet
    /// of a workbook, each separator of a text.
    List<TableHead> heads() throws IOException;
}
