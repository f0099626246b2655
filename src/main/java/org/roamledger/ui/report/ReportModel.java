package org.roamledger.ui.report;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
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
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The report on the screen: what was loaded, which of it is visible in what order, which rows are
/// selected, and what they come to.
///
/// What was shown stays until its successor is there, also if that fails. Confined to the screen
/// thread.
public final class ReportModel {

    private static final Totals NOTHING = new Totals(0, List.of());

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
    private final ReadOnlyObjectWrapper<BitSet> selected =
            new ReadOnlyObjectWrapper<>(new BitSet());
    private final ReadOnlyObjectWrapper<@Nullable Picked> picked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Integer> revealed = new ReadOnlyObjectWrapper<>();

    private Lane.@Nullable Work<Report> loader;
    private @Nullable Loaded loaded;
    private ReportFilter filter = ReportFilter.NONE;
    private ChosenRows chosen = ChosenRows.NONE;

    /// What is on the screen.
    ///
    /// @param view the visible rows
    /// @param all sums over all rows of the report
    public record Shown(ReportView view, Totals all) {}

    /// The one session that is selected.
    ///
    /// @param report the report in which it stands; another one when that is loaded anew
    /// @param row its number there
    public record Picked(Report report, int row) {

        /// The store's id of it.
        public long session() {
            return report.sessionId(row);
        }

        /// Zone of the report in which it stands.
        public ZoneId reportZone() {
            return report.parameters().zone();
        }
    }

    private record Viewed(Shown shown, ChosenRows from, ChosenRows chosen, BitSet places) {}

    private record Loaded(Report report, Totals all) {

        static Loaded of(Report report) {
            // Cells are filled on the screen's thread, which must not be the one that checks them.
            report.column(ReportColumn.FINDINGS);
            var rows = IntStream.range(0, report.size()).toArray();
            return new Loaded(report, Totals.of(report, rows));
        }
    }

    public ReportModel(Background background, Consumer<Notice> notices) {
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
        arrange(columns.get().sorted(changed));
    }

    private void view() {
        var from = loaded;
        if (from == null) {
            return;
        }
        var asked = filter;
        var askedOrder = order();
        var chosenNow = chosen;
        viewing.run(
                _ -> {
                    var view = ReportView.of(from.report(), asked, askedOrder);
                    var now = new Shown(view, from.all());
                    var stillChosen = chosenNow.in(from.report());
                    return new Viewed(now, chosenNow, stillChosen, stillChosen.places(view));
                },
                this::show,
                problem::set);
    }

    private void show(Viewed now) {
        var view = now.shown().view();
        var untouched = now.from().equals(chosen);
        chosen = untouched ? now.chosen() : chosen.in(view.report());
        selected.set(untouched ? now.places() : chosen.places(view));
        shown.set(now.shown());
        tellSelected(view);
    }

    /// Selects rows.
    ///
    /// @param places places among the visible rows, from 0
    public void select(BitSet places) {
        var now = shown.get();
        if (now != null) {
            chosen = ChosenRows.of(now.view(), places);
            selected.set(places);
            tellSelected(now.view());
        }
    }

    private void tellSelected(ReportView view) {
        var places = selected.get();
        var rows = places.cardinality();
        picked.set(rows == 1 ? new Picked(view.report(), view.rows()[places.nextSetBit(0)]) : null);
        if (rows == 0) {
            selectedTotals.set(NOTHING);
        }
        selecting.run(
                _ -> rows == view.size() ? view.totals() : view.chosen(places).totals(),
                selectedTotals::set,
                problem::set);
    }

    /// Whether any row is selected.
    public ObservableValue<Boolean> hasSelection() {
        return selected.map(places -> !places.isEmpty());
    }

    /// The selected rows, gathered when they are asked for: not on the screen thread.
    ///
    /// @return nothing if no row is selected
    public Optional<Supplier<ReportView>> selection() {
        var now = shown.get();
        var places = selected.get();
        return now == null || places.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> now.view().chosen(places));
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

    /// Makes text of the selected rows and hands it on; a hint says if they are too many.
    ///
    /// @param titles whether the titles of the columns stand above them
    public void copy(boolean titles, Words words, Consumer<CopiedRows> clipboard) {
        var now = shown.get();
        var places = selected.get();
        if (now == null || places.isEmpty()) {
            return;
        }
        var number = places.cardinality();
        if (number > CopiedRows.MOST) {
            notices.accept(Notice.hint("copy.tooMany", number, CopiedRows.MOST));
            return;
        }
        var shownColumns = columns.get().visible();
        copying.run(
                _ ->
                        CopiedRows.of(
                                now.view().report(),
                                now.view().chosen(places).rows(),
                                shownColumns,
                                titles,
                                new Words(words.locale())),
                copied -> {
                    clipboard.accept(copied);
                    notices.accept(Notice.done("copy.done", number));
                },
                problem::set);
    }

    /// Lays the table out in another way, and orders the rows anew if that says so.
    public void arrange(ColumnLayout changed) {
        var before = order();
        columns.set(changed);
        if (!changed.sort().equals(before)) {
            view();
        }
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

    /// The places of the selected rows among the visible ones; not to be changed by anybody. Right
    /// when [#shown] changes.
    ReadOnlyObjectProperty<BitSet> selected() {
        return selected.getReadOnlyProperty();
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
        return columns.get().sort();
    }

    public Activity loading() {
        return loading;
    }
}
