package org.roamledger.document;

/// What a person wants printed, and where.
///
/// @param printer its name
/// @param copies at least one
/// @param first number of the first page, from 1
/// @param last number of the last page; beyond the end is the end
public record PrintOrder(String printer, int copies, int first, int last, Sides sides) {

    /// On which sides of the paper.
    public enum Sides {
        ONE,
        /// On both, to be turned over like a book.
        LONG_EDGE,
        /// On both, to be turned over like a calendar.
        SHORT_EDGE
    }

    public PrintOrder {
        if (copies < 1 || first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "%d copies of pages %d to %d".formatted(copies, first, last));
        }
    }

    /// All pages.
    public static PrintOrder whole(String printer) {
        return new PrintOrder(printer, 1, 1, Integer.MAX_VALUE, Sides.ONE);
    }
}
