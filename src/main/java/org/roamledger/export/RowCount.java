package org.roamledger.export;

/// Proves that a file has as many rows as the view.
final class RowCount {

    private final long expected;
    private long written;

    RowCount(long expected) {
        this.expected = expected;
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
