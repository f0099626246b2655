package org.roamledger.ui.report;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.Facet;
import org.roamledger.report.Report;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.report.Totals;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Words;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The report on the screen: what was loaded, which of it is visible in what order, which rows are
/// selected, and what they come to.
///
/// What was shown stays until its successor is there, also if that fails. Confined to the screen
/// thread.
public final class ReportModel {

    private static final Totals NOTHING = new Totals(0, List.of());

    private final List<ReportColumn> facetColumns;
    private final Consumer<Notice> notices;
    private final Activity loading;
    private final Lane viewing;
    private final Lane selecting;
    private final Lane copying;

    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ColumnLayout> columns =
            new ReadOnlyObjectWrapper<>(ColumnLayout.STANDARD);
    private final ReadOnlyObjectWrapper<Totals> selectedTotals =
            new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper allSelected = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Picked> picked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Integer> revealed = new ReadOnlyObjectWrapper<>();

    private Lane.@Nullable Work<Report> loader;
    private @Nullable Loaded loaded;
    private ReportFilter filter = ReportFilter.NONE;
    private SortOrder order = SortOrder.STANDARD;
    private int[] selected = {};

    /// What is on the screen.
    ///
    /// @param view the visible rows
    /// @param all sums over all rows of the report
    /// @param facets values by which it can be filtered
    public record Shown(ReportView view, Totals all, List<Facet> facets) {}

    /// The one session that is selected.
    ///
    /// @param session the store's id of it
    /// @param reportZone zone of the report in which it stands
    public record Picked(long session, ZoneId reportZone) {}

    private record Loaded(Report report, Totals all) {

        static Loaded of(Report report) {
            var rows = IntStream.range(0, report.size()).toArray();
            return new Loaded(report, Totals.of(report, rows));
        }
    }

    /// @param facetColumns coded columns whose values are counted
    public ReportModel(
            List<ReportColumn> facetColumns, Background background, Consumer<Notice> notices) {
        this.facetColumns = facetColumns;
        this.notices = notices;
        this.loading = new Activity("activity.load", background.lane("report-load"));
        this.viewing = background.lane("report-view");
        this.selecting = background.lane("report-selection");
        this.copying = background.lane("report-copy");
    }

    /// Loads another report.
    public void load(Lane.Work<Report> asked) {
        loader = asked;
        reload();
    }

    /// Loads the report anew, as it was asked for last.
    public void reload() {
        var asked = loader;
        if (asked == null) {
            return;
        }
        loading.run(
                progress -> Loaded.of(asked.run(progress)),
                done -> {
                    problem.set(null);
                    loaded = done;
                    view();
                },
                problem::set);
    }

    public void show(ReportFilter changed) {
        if (!changed.equals(filter)) {
            filter = changed;
            view();
        }
    }

    /// The table asks again whenever its rows change, so an order already shown does nothing.
    public void sort(SortOrder changed) {
        if (!changed.equals(order)) {
            order = changed;
            view();
        }
    }

    private void view() {
        var from = loaded;
        if (from == null) {
            return;
        }
        var asked = filter;
        var askedOrder = order;
        viewing.run(
                _ -> {
                    var view = ReportView.of(from.report(), asked, askedOrder);
                    return new Shown(view, from.all(), view.facets(facetColumns));
                },
                now -> {
                    select(new int[0]);
                    shown.set(now);
                },
                problem::set);
    }

    /// Selects rows of the report by their numbers.
    public void select(int[] rows) {
        allSelected.set(false);
        selected = rows;
        var now = shown.get();
        picked.set(rows.length == 1 && now != null ? picked(now.view().report(), rows[0]) : null);
        if (rows.length == 0 || now == null) {
            selecting.run(_ -> NOTHING, selectedTotals::set, problem::set);
            selectedTotals.set(NOTHING);
            return;
        }
        selecting.run(_ -> Totals.of(now.view().report(), rows), selectedTotals::set, problem::set);
    }

    private static Picked picked(Report report, int row) {
        return new Picked(report.sessionId(row), report.parameters().zone());
    }

    /// Shows the row of a session, or says that it is not among the visible rows.
    ///
    /// @param day on which it started, for the reader who has to look for it
    public void reveal(long session, String cdrId, LocalDate day) {
        var now = shown.get();
        if (now == null) {
            return;
        }
        var rows = now.view().rows();
        for (var i = 0; i < rows.length; i++) {
            if (now.view().report().sessionId(rows[i]) == session) {
                // The same row again is revealed again.
                revealed.set(null);
                revealed.set(i);
                return;
            }
        }
        notices.accept(Notice.hint("reveal.notVisible", cdrId, day.toString()));
    }

    /// Selects all visible rows, however many, at once.
    public void selectAll() {
        var now = shown.get();
        if (now != null) {
            select(new int[0]);
            selected = now.view().rows();
            allSelected.set(true);
            selecting.run(_ -> now.view().totals(), selectedTotals::set, problem::set);
        }
    }

    /// Says that a range of rows is too long to be selected one by one.
    void refuseRange(int rows, int most) {
        notices.accept(Notice.hint("select.tooMany", rows, most));
    }

    /// Makes text of the selected rows and hands it on; a hint says if they are too many.
    public void copy(Words words, Consumer<String> clipboard) {
        var now = shown.get();
        var rows = selected;
        if (now == null || rows.length == 0) {
            return;
        }
        if (rows.length > CopiedRows.MOST) {
            notices.accept(Notice.hint("copy.tooMany", rows.length, CopiedRows.MOST));
            return;
        }
        var report = now.view().report();
        var shownColumns = columns.get().visible();
        copying.run(
                _ -> CopiedRows.of(report, rows, shownColumns, new Words(words.locale())),
                text -> {
                    clipboard.accept(text);
                    notices.accept(Notice.done("copy.done", rows.length));
                },
                problem::set);
    }

    public void arrange(ColumnLayout changed) {
        columns.set(changed);
    }

    /// What is on the screen; nothing before the first report.
    public ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Why the last load failed; nothing if it did not.
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Takes the problem off the screen.
    public void dismissProblem() {
        problem.set(null);
    }

    public ReadOnlyObjectProperty<ColumnLayout> columns() {
        return columns.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Totals> selectedTotals() {
        return selectedTotals.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty allSelected() {
        return allSelected.getReadOnlyProperty();
    }

    /// The one session that is selected; nothing if there are none or several.
    public ReadOnlyObjectProperty<@Nullable Picked> picked() {
        return picked.getReadOnlyProperty();
    }

    /// Place among the visible rows of the row that is to be selected and seen.
    ReadOnlyObjectProperty<@Nullable Integer> revealed() {
        return revealed.getReadOnlyProperty();
    }

    public SortOrder order() {
        return order;
    }

    public Activity loading() {
        return loading;
    }
}
