package org.roamledger.ui.filter;

import org.roamledger.session.ReportColumn;

/// By what a column can be filtered.
enum FilterKind {
    /// Values to be ticked, or pasted as a list.
    VALUES,
    /// Ids to be pasted as a list: each stands in about one row.
    IDS,
    /// Two numbers.
    RANGE,
    /// Two times.
    TIMES;

    static FilterKind of(ReportColumn column) {
        return switch (column.kind()) {
            case CODED, CODED_ID, CHOICE, CHOICES, PERCENT -> VALUES;
            case ID -> IDS;
            case WATT_HOURS, READING, MONEY, MONEY_PER_KWH, SECONDS -> RANGE;
            case DATE_TIME, OFFSET_TIME -> TIMES;
        };
    }
}
