package org.roamledger.ui.filter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.Condition;
import org.roamledger.report.Facet;
import org.roamledger.report.ReportFilter;
import org.roamledger.session.Organisation;
import org.roamledger.session.PartyId;
import org.roamledger.session.ReportColumn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/// What the person wants to see: the [Scope] that is loaded and the filter on what was loaded.
///
/// Confined to the screen thread.
public final class FilterModel {

    /// The coded columns that can be filtered by ticking values.
    public static final List<ReportColumn> FACETS =
            List.of(
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.CURRENCY,
                    ReportColumn.PLUG_TYPE,
                    ReportColumn.CHARGE_METHOD,
                    ReportColumn.ACCESS,
                    ReportColumn.FREE_USAGE);

    private final Supplier<LocalDate> today;
    private final ReadOnlyObjectWrapper<Scope> scope;
    private final ReadOnlyObjectWrapper<Preset> preset =
            new ReadOnlyObjectWrapper<>(Preset.LAST_MONTH);
    private final ReadOnlyObjectWrapper<@Nullable Problem> periodProblem =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ReportFilter> filter =
            new ReadOnlyObjectWrapper<>(ReportFilter.NONE);
    private final ReadOnlyObjectWrapper<List<Facet>> facets =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Organisation>> organisations =
            new ReadOnlyObjectWrapper<>(List.of());

    /// @param today the day it is where the stations are
    public FilterModel(Supplier<LocalDate> today) {
        this.today = today;
        var lastMonth = Period.ofMonths(today.get(), -1, 1);
        scope = new ReadOnlyObjectWrapper<>(new Scope(Set.of(), true, lastMonth));
    }

    public void choose(Preset chosen) {
        chosen.period(today.get()).ifPresent(period -> show(period, chosen));
    }

    /// @param first first day
    /// @param last last day, included
    public void choosePeriod(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            periodProblem.set(new Problem.EmptyPeriod(first.toString(), last.toString()));
            return;
        }
        show(new Period(first, last.plusDays(1)));
    }

    /// Goes to the period before (-1) or after (1).
    public void movePeriod(int by) {
        show(scope.get().period().moved(by));
    }

    private void show(Period period) {
        show(period, Preset.of(period, today.get()));
    }

    private void show(Period period, Preset named) {
        periodProblem.set(null);
        preset.set(named);
        scope.set(scope.get().with(period));
    }

    public void toggleOrganisation(String name) {
        scope.set(scope.get().toggled(name));
    }

    public void withSubOrganisations(boolean with) {
        scope.set(scope.get().withSubOrganisations(with));
    }

    /// Ticks a value of a facet, or takes the tick away.
    public void toggle(ReportColumn column, String value) {
        var chosen = new TreeSet<>(chosen(column));
        if (!chosen.removeIf(other -> same(column, other, value))) {
            chosen.add(value);
        }
        filter.set(filter.get().with(column, chosen));
    }

    public void clear(ReportColumn column) {
        filter.set(filter.get().with(column, Set.of()));
    }

    public void search(String text) {
        filter.set(filter.get().withText(text));
    }

    public void onlyWithoutTransactionId(boolean only) {
        var now = filter.get();
        filter.set(
                only
                        ? now.with(ReportColumn.TRANSACTION_ID, new Condition.Missing())
                        : now.without(ReportColumn.TRANSACTION_ID));
    }

    public void onlyChanged(boolean only) {
        filter.set(filter.get().withChangedOnly(only));
    }

    /// Takes another filter as a whole, as one change.
    public void show(ReportFilter changed) {
        filter.set(changed);
    }

    /// Lifts every condition on what was loaded; what is loaded stays.
    public void clearAll() {
        filter.set(ReportFilter.NONE);
    }

    /// Takes the values that occur and how often, after each change of what is shown.
    public void count(List<Facet> counted) {
        facets.set(List.copyOf(counted));
    }

    /// Takes the organisations there are; one that is gone is not asked for any more.
    public void offer(List<Organisation> offered) {
        organisations.set(List.copyOf(offered));
        var kept = new TreeSet<>(scope.get().organisations());
        if (kept.retainAll(offered.stream().map(Organisation::name).toList())) {
            scope.set(new Scope(kept, scope.get().withSubOrganisations(), scope.get().period()));
        }
    }

    /// The lines of a facet. A ticked value stays there even if it does not occur any more.
    public List<Choice> choices(ReportColumn column) {
        var chosen = chosen(column);
        var lines = new ArrayList<Choice>();
        var seen = new HashSet<String>();
        for (var facet : facets.get()) {
            if (facet.column() != column) {
                continue;
            }
            for (var value : facet.values()) {
                seen.add(key(column, value.text()));
                var ticked = chosen.stream().anyMatch(other -> same(column, other, value.text()));
                lines.add(new Choice(value.text(), 0, value.rows(), ticked));
            }
        }
        for (var value : new TreeSet<>(chosen)) {
            if (seen.add(key(column, value))) {
                lines.add(new Choice(value, 0, 0, true));
            }
        }
        return lines;
    }

    /// All organisations, sub-organisations below and right of the one they belong to.
    public List<Choice> organisationChoices() {
        var lines = new ArrayList<Choice>();
        var placed = new HashSet<String>();
        var known = new HashSet<>(organisations.get().stream().map(Organisation::name).toList());
        for (var organisation : sorted()) {
            if (organisation.parent() == null || !known.contains(organisation.parent())) {
                place(organisation, 0, placed, lines);
            }
        }
        // Those that belong to each other in a circle have no top.
        for (var organisation : sorted()) {
            place(organisation, 0, placed, lines);
        }
        return lines;
    }

    private void place(
            Organisation organisation, int depth, Set<String> placed, List<Choice> lines) {
        if (!placed.add(organisation.name())) {
            return;
        }
        var ticked = scope.get().organisations().contains(organisation.name());
        lines.add(new Choice(organisation.name(), depth, Choice.NOT_COUNTED, ticked));
        for (var other : sorted()) {
            if (organisation.name().equals(other.parent())) {
                place(other, depth + 1, placed, lines);
            }
        }
    }

    private List<Organisation> sorted() {
        return organisations.get().stream()
                .sorted((a, b) -> a.name().compareToIgnoreCase(b.name()))
                .toList();
    }

    private Set<String> chosen(ReportColumn column) {
        return filter.get().oneOf(column);
    }

    private static boolean same(ReportColumn column, String a, String b) {
        return key(column, a).equals(key(column, b));
    }

    private static String key(ReportColumn column, String value) {
        return column == ReportColumn.PROVIDER_ID ? PartyId.key(value) : value;
    }

    public ReadOnlyObjectProperty<Scope> scope() {
        return scope.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Preset> preset() {
        return preset.getReadOnlyProperty();
    }

    /// Why the period last entered was not taken, or nothing.
    public ReadOnlyObjectProperty<@Nullable Problem> periodProblem() {
        return periodProblem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Facet>> facets() {
        return facets.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Organisation>> organisations() {
        return organisations.getReadOnlyProperty();
    }
}
