package org.roamledger.views;

import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Everything that a person chose about what is shown: which sessions, in which form.
///
/// @param organisations names of owners of stations; empty for all
/// @param withSubOrganisations whether sub-organisations of those come along
/// @param page the page that is shown, as the window calls it: `sessions`
/// @param grouping by what the settlement is grouped, as the window calls it, the first one first
public record ViewState(
        Set<String> organisations,
        boolean withSubOrganisations,
        Days days,
        ReportFilter filter,
        ViewColumns columns,
        SortOrder order,
        String page,
        List<String> grouping) {

    public ViewState {
        organisations = Collections.unmodifiableSet(new TreeSet<>(organisations));
        grouping = List.copyOf(grouping);
    }

    public ViewState with(Days changed) {
        return new ViewState(
                organisations,
                withSubOrganisations,
                changed,
                filter,
                columns,
                order,
                page,
                grouping);
    }
}
