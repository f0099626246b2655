package org.roamledger.ui.shell;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.detail.DetailModel;
import org.roamledger.ui.report.ColumnLayout;

/// How a person left the window, for the next start.
///
/// @param detailWidth of the pane for one session, in pixels
/// @param filtersWidth of the filters, in pixels
/// @param frame where the window is; absent for wherever the system puts it
public record Kept(
        ColumnLayout columns,
        boolean detailOpen,
        double detailWidth,
        boolean filtersOpen,
        double filtersWidth,
        @Nullable Frame frame) {

    static final double USUAL_FILTERS = 276;

    /// As the window is at the first start.
    public static final Kept FIRST =
            new Kept(
                    ColumnLayout.STANDARD,
                    false,
                    DetailModel.USUAL_WIDTH,
                    true,
                    USUAL_FILTERS,
                    null);
}
