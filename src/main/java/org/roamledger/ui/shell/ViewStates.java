package org.roamledger.ui.shell;

import javafx.beans.property.ObjectProperty;

import org.roamledger.ui.filter.FilterModel;
import org.roamledger.ui.filter.Period;
import org.roamledger.ui.filter.Preset;
import org.roamledger.ui.filter.Scope;
import org.roamledger.ui.report.ColumnLayout;
import org.roamledger.ui.report.Density;
import org.roamledger.ui.report.ReportModel;
import org.roamledger.views.Days;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewState;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the features of the window show, as one value, and back.
///
/// Confined to the screen thread.
final class ViewStates {

    private final FilterModel filter;
    private final ReportModel report;
    private final ObjectProperty<Page> page;

    ViewStates(FilterModel filter, ReportModel report, ObjectProperty<Page> page) {
        this.filter = filter;
        this.report = report;
        this.page = page;
    }

    /// @param told after each change, at times more than once
    void follow(Runnable told) {
        filter.scope().subscribe(told);
        filter.filter().subscribe(told);
        report.columns().subscribe(told);
        page.subscribe(told);
    }

    ViewState now() {
        var scope = filter.scope().get();
        var layout = report.columns().get();
        return new ViewState(
                scope.organisations(),
                scope.withSubOrganisations(),
                days(),
                filter.filter().get(),
                new ViewColumns(
                        layout.order(),
                        layout.hidden(),
                        layout.widths(),
                        layout.pinned(),
                        layout.density().key()),
                layout.sort(),
                page.get().key(),
                List.of());
    }

    private Days days() {
        var preset = filter.preset().get();
        var period = filter.scope().get().period();
        return preset == Preset.CUSTOM
                ? new Days.Fixed(period.from(), period.last())
                : new Days.Relative(preset.name().toLowerCase(Locale.ROOT));
    }

    /// Shows something else; what is not understood stays as it usually is.
    ///
    /// @return what was not understood
    List<String> show(ViewState state) {
        var ignored = new ArrayList<String>();
        showDays(state, ignored);
        report.arrange(layout(state, ignored));
        var wanted = Page.ofKey(state.page());
        if (wanted.isEmpty()) {
            ignored.add(state.page());
        }
        page.set(wanted.orElse(Page.SESSIONS));
        return ignored;
    }

    private void showDays(ViewState state, List<String> ignored) {
        switch (state.days()) {
            case Days.Fixed(var first, var last) ->
                    restore(state, new Period(first, last.plusDays(1)), Preset.CUSTOM);
            case Days.Relative(var name) -> {
                var known = preset(name);
                if (known.isEmpty()) {
                    ignored.add(name);
                }
                filter.choose(known.orElse(Preset.LAST_MONTH));
                restore(state, filter.scope().get().period(), known.orElse(Preset.LAST_MONTH));
            }
        }
    }

    private void restore(ViewState state, Period period, Preset preset) {
        filter.restore(
                new Scope(state.organisations(), state.withSubOrganisations(), period),
                preset,
                state.filter());
    }

    private static Optional<Preset> preset(String name) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
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
