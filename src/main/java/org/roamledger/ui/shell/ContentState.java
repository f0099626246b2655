package org.roamledger.ui.shell;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.report.ReportModel.Shown;

import java.util.List;

/// What stands where the rows stand.
public enum ContentState {
    ROWS,
    /// There are sessions in the period, but none that the filter lets through.
    NO_MATCH,
    /// There are sources, but no sessions in the period.
    NO_ROWS,
    NO_SOURCES,
    FIRST_LOAD,
    /// The first load failed, so there is nothing older to show.
    FAILED;

    /// @param sources the sources, if they are known
    static ContentState of(
            @Nullable Shown shown,
            @Nullable List<SourceStatus> sources,
            boolean loading,
            @Nullable Problem problem) {
        if (shown != null && shown.view().report().size() > 0) {
            return shown.view().size() > 0 ? ROWS : NO_MATCH;
        }
        if (sources != null && sources.isEmpty()) {
            return NO_SOURCES;
        }
        if (shown != null) {
            return NO_ROWS;
        }
        return problem != null && !loading ? FAILED : FIRST_LOAD;
    }
}
