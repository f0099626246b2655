package org.roamledger.ui.shell;

import javafx.beans.property.ObjectProperty;

import org.roamledger.report.Settlement;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.filter.FilterModel;
import org.roamledger.ui.filter.Period;
import org.roamledger.ui.filter.TimeFrame;
import org.roamledger.ui.report.ColumnLayout;
import org.roamledger.ui.report.Density;
import org.roamledger.ui.report.ReportModel;
import org.roamledger.ui.settlement.SettlementModel;
import org.roamledger.views.Days;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;

/// What the features of the window show, as one value, and back.
///
/// Confined to the screen thread.
final class ViewStates {

    private final FilterModel filter;
    private final ReportModel report;
    private final SettlementModel settlement;
    private final ObjectProperty<Page> page;

    ViewStates(
            FilterModel filter,
            ReportModel report,
            SettlementModel settlement,
            ObjectProperty<Page> page) {
        this.filter = filter;
        this.report = report;
        this.settlement = settlement;
        this.page = page;
    }

    /// @param told after each change, at times more than once
    void follow(Runnable told) {
        filter.state().subscribe(told);
        report.columns().subscribe(told);
        settlement.levels().subscribe(told);
        page.subscribe(told);
    }

    ViewState now() {
        var asked = filter.state().get();
        var layout = report.columns().get();
        return new ViewState(
                asked.organisations(),
                asked.withSubOrganisations(),
                days(asked.period()),
                asked.filter(),
                new ViewColumns(
                        layout.order(),
                        layout.hidden(),
                        layout.widths(),
                        layout.pinned(),
                        layout.density().key()),
                layout.sort(),
                page.get().key(),
                settlement.levels().get().stream().map(ReportColumn::key).toList());
    }

    private static Days days(TimeFrame period) {
        return period instanceof TimeFrame.Fixed(var days)
                ? new Days.Fixed(days.from(), days.last())
                : new Days.Relative(period.text());
    }

    /// Shows something else; what is not understood stays as it usually is.
    ///
    /// @return what was not understood
    List<String> show(ViewState state) {
        var ignored = new ArrayList<String>();
        filter.restore(
                new FilterModel.State(
                        state.organisations(),
                        state.withSubOrganisations(),
                        period(state.days(), ignored),
                        state.filter()));
        report.arrange(layout(state, ignored));
        settlement.groupBy(levels(state.grouping(), ignored));
        var wanted = Page.ofKey(state.page());
        if (wanted.isEmpty()) {
            ignored.add(state.page());
        }
        page.set(wanted.orElse(Page.SESSIONS));
        return ignored;
    }

    private static TimeFrame period(Days days, List<String> ignored) {
        return switch (days) {
            case Days.Fixed(var first, var last) ->
                    new TimeFrame.Fixed(new Period(first, last.plusDays(1)));
            case Days.Relative(var name) ->
                    TimeFrame.of(name)
                            .orElseGet(
                                    () -> {
                                        ignored.add(name);
                                        return FilterModel.State.AT_FIRST.period();
                                    });
        };
    }

    private static List<ReportColumn> levels(List<String> grouping, List<String> ignored) {
        var levels = new LinkedHashSet<ReportColumn>();
        for (var key : grouping) {
            ReportColumn.ofKey(key)
                    .filter(Settlement.POSSIBLE::contains)
                    .ifPresentOrElse(levels::add, () -> ignored.add(key));
        }
        return List.copyOf(levels);
    }

    /// Columns that the view does not name are not shown.
    private static ColumnLayout layout(ViewState state, List<String> ignored) {
        var columns = state.columns();
        var density =
                Arrays.stream(Density.values())
                        .filter(each -> each.key().equals(columns.density()))
                        .findFirst();
        if (density.isEmpty()) {
            ignored.add(columns.density());
        }
        var hidden = EnumSet.copyOf(ColumnLayout.STANDARD.order());
        columns.order().forEach(hidden::remove);
        hidden.addAll(columns.hidden());
        if (hidden.size() == ColumnLayout.STANDARD.order().size()) {
            ignored.add("columns");
            return ColumnLayout.STANDARD.sorted(state.order());
        }
        return new ColumnLayout(
                columns.order(),
                hidden,
                columns.widths(),
                columns.pinned(),
                density.orElse(Density.COMFORTABLE),
                state.order());
    }
}
