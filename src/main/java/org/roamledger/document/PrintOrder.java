package org.roamledger.document;

import java.util.List;

/// What a person wants printed, and where.
///
/// @param printer its name
/// @param copies at least one
/// @param pages which pages, in the document's order whatever the order here; none are all
public record PrintOrder(String printer, int copies, List<Range> pages, Sides sides) {

    /// On which sides of the paper.
    public enum Sides {
        ONE,
        /// On both, to be turned over like a book.
        LONG_EDGE,
        /// On both, to be turned over like a calendar.
        SHORT_EDGE
    }

    /// Pages that follow each other.
    ///
    /// @param first number of the first page, from 1
    /// @param last number of the last page; beyond the end is the end
    public record Range(int first, int last) {

        public Range {
            if (first < 1 || last < first) {
                throw new IllegalArgumentException("pages %d to %d".formatted(first, last));
            }
        }
    }

    public PrintOrder {
        pages = List.copyOf(pages);
        if (copies < 1) {
            throw new IllegalArgumentException(copies + " copies");
        }
    }

    /// All pages.
    public static PrintOrder whole(String printer) {
        return new PrintOrder(printer, 1, List.of(), Sides.ONE);
    }

    /// @param page its number, from 1
    boolean prints(int page) {
        return pages.isEmpty()
                || pages.stream().anyMatch(of -> of.first() <= page && page <= of.last());
    }
}
