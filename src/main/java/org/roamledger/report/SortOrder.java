package org.roamledger.report;

import org.roamledger.session.ReportColumn;

import java.util.List;

/// By which columns rows are ordered, the first one first. Rows that are equal in all of them stay
/// in the report's own order.
public record SortOrder(List<Key> keys) {

    /// Start time, then CDR ID.
    public static final SortOrder STANDARD = new SortOrder(List.of());

    /// One column of an order; missing values come last in both directions.
    public record Key(ReportColumn column, boolean descending) {}

    public SortOrder {
        keys = List.copyOf(keys);
    }
}
