package org.roamledger.export;

/// Proves that a file has as many rows as the view.
final class RowCount {

    private final long expected;
    private long written;

    RowCount(long expected) {
        this.expected = expected;
    }

    /// The rows in a piece of XML in which only rows end lines.
    static long lines(Bytes xml) {
        var bytes = xml.array();
        var length = xml.length();
        var lines = 0;
        for (var i = 0; i < length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /// The records in a piece of CSV: lines that do not end between quotes.
    static long records(Bytes csv) {
        var bytes = csv.array();
        var length = csv.length();
        var records = 0;
        var outside = 1;
        for (var i = 0; i < length; i++) {
            outside ^= bytes[i] == '"' ? 1 : 0;
            records += bytes[i] == '\n' ? outside : 0;
        }
        return records;
    }

    /// @param rows counted in the bytes that went into the file
    void add(long rows) {
        written += rows;
    }

    /// @throws IllegalStateException if rows were lost or doubled, which only a fault of the
    ///   application can cause
    void check() {
        if (written != expected) {
            throw new IllegalStateException(written + " rows written, not " + expected);
        }
    }
}
