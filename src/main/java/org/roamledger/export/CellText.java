package org.roamledger.export;

import org.roamledger.session.ReportColumn;

/// How a file of text writes the texts of cells. For any threads.
interface CellText {

    /// A text as it stands in the file; nothing if it is missing.
    byte[] of(String text);

    /// @param length number of bytes that count; not zero
    void put(byte[] utf8, int begin, int length, Bytes out);

    /// Whether numbers and times of a kind stand between quotation marks.
    boolean quotes(ReportColumn.Kind kind);
}
