package org.roamledger.ui.shell;

import org.roamledger.ui.detail.DetailModel;
import org.roamledger.ui.report.ColumnLayout;

/// How a person left the window, for the next start.
///
/// @param detailWidth of the pane for one session, in pixels
public record Kept(ColumnLayout columns, boolean detailOpen, double detailWidth) {

    /// As the window is at the first start.
    public static final Kept FIRST = new Kept(ColumnLayout.STANDARD, false, DetailModel.USUAL_WIDTH);
}
