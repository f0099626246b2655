package org.roamledger.ui.filter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.Condition;
import org.roamledger.report.Facet;
import org.roamledger.report.Histogram;
import org.roamledger.report.Report;
import org.roamledger.report.ReportView;
import org.roamledger.report.Sieve;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The values and spreads of the columns that somebody looks at, counted beside the table: the
/// table never waits for them.
///
/// Confined to the screen thread.
public final class CountsModel {

    private final Lane counting;
    private final Lane looking;
    private final Consumer<Problem> failed;
    private final Map<ReportColumn, Integer> watchers = new EnumMap<>(ReportColumn.class);
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private @Nullable ReportView view;

    public CountsModel(Background background, Consumer<Problem> failed) {
        this.counting = background.lane("filter-counts");
        this.looking = background.lane("filter-ids");
        this.failed = failed;
    }

    /// Counts anew, for the rows that are visible now.
    public void count(ReportView visible) {
        view = visible;
        recount();
    }

    /// Counts a column as long as somebody looks at it.
    ///
    /// @return ends that
    Subscription watch(ReportColumn column) {
        if (watchers.merge(column, 1, Integer::sum) == 1) {
            recount();
        }
        return () -> watchers.computeIfPresent(column, (_, now) -> now == 1 ? null : now - 1);
    }

    private void recount() {
        var counted = view;
        if (counted == null) {
            return;
        }
        Set<ReportColumn> columns = EnumSet.noneOf(ReportColumn.class);
        columns.addAll(watchers.keySet());
        counting.run(_ -> counts(counted, columns), counts::set, failed);
    }

    private static Counts counts(ReportView view, Set<ReportColumn> columns) {
        var sieve = Sieve.of(view.report(), view.filter());
        var facets = new ConcurrentHashMap<ReportColumn, Facet>();
        var histograms = new ConcurrentHashMap<ReportColumn, Histogram>();
        columns.parallelStream()
                .forEach(
                        column -> {
                            switch (FilterKind.of(column)) {
                                case VALUES -> facets.put(column, sieve.facet(column));
                                case RANGE ->
                                        histograms.put(
                                                column, sieve.histogram(column, Counts.BARS));
                                case IDS, TIMES -> {}
                            }
                        });
        return new Counts(facets, histograms, view.size(), sieve.hits());
    }

    /// Reads a list that was pasted, which may be long.
    ///
    /// @param told told what was read, and the condition on the column that it makes; none without
    ///   texts or with too many
    void read(
            Supplier<String> pasted,
            ReportColumn column,
            BiConsumer<PastedIds, Condition.@Nullable OneOf> told) {
        record Read(PastedIds ids, Condition.@Nullable OneOf condition) {}
        looking.run(
                _ -> {
                    var ids = PastedIds.of(pasted.get(), column);
                    var isNone = ids.tooMany() || ids.texts().isEmpty();
                    return new Read(ids, isNone ? null : new Condition.OneOf(ids.texts()));
                },
                read -> told.accept(read.ids, read.condition),
                failed);
    }

    /// Finds out which of some texts no loaded row has, visible or not.
    ///
    /// @param told told them in order
    void findUnknown(ReportColumn column, Set<String> texts, Consumer<Set<String>> told) {
        var counted = view;
        if (counted != null) {
            looking.run(_ -> unknown(counted.report(), column, texts), told, failed);
        }
    }

    private static Set<String> unknown(Report report, ReportColumn column, Set<String> texts) {
        return new TreeSet<>(Sieve.unknown(report, column, texts));
    }

    public ReadOnlyObjectProperty<Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    /// The report whose rows are counted; nothing before the first.
    @Nullable Report report() {
        return view == null ? null : view.report();
    }
}
