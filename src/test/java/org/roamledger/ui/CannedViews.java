package org.roamledger.ui;

import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.views.Days;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewState;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Made-up views.
final class CannedViews {

    private CannedViews() {}

    /// The sessions of one network, without the month.
    static ViewState state(Days days) {
        return new ViewState(
                Set.of(),
                true,
                days,
                ReportFilter.NONE.with(ReportColumn.NETWORK, Set.of("Gireve")),
                new ViewColumns(
                        ReportColumn.STANDARD,
                        EnumSet.of(ReportColumn.MONTH),
                        Map.of(),
                        0,
                        "comfortable"),
                SortOrder.STANDARD,
                "sessions",
                List.of());
    }
}
