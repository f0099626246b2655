package org.roamledger.ui.filter;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.session.Organisation;
import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the person wants to see: the [Scope] that is loaded and the filter on what was loaded.
///
/// Confined to the screen thread.
public final class FilterModel {

    /// The sections of the pane that are there until the person wants others, in their order.
    private static final List<ReportColumn> FIRST =
            List.of(
                    ReportColumn.NETWORK,
                    ReportColumn.PROVIDER_ID,
                    ReportColumn.CURRENCY,
                    ReportColumn.PRICE,
                    ReportColumn.ENERGY_WH,
                    ReportColumn.PLUG_TYPE,
                    ReportColumn.CHARGE_METHOD,
                    ReportColumn.ACCESS,
                    ReportColumn.FREE_USAGE);

    /// The columns that can have a section of the pane, in the order there.
    public static final List<ReportColumn> SECTIONS =
            Stream.concat(FIRST.stream(), Arrays.stream(ReportColumn.values()))
                    .filter(
                            column ->
                                    FilterKind.of(column) == FilterKind.VALUES
                                            || FilterKind.of(column) == FilterKind.RANGE)
                    .distinct()
                    .toList();

    private static final int USUAL_DAYS = 30;
    private static final int USUAL_MONTHS = 3;

    private final Supplier<LocalDate> today;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.AT_FIRST);
    private final ReadOnlyObjectWrapper<Scope> scope;
    private final ReadOnlyObjectWrapper<ReportFilter> filter =
            new ReadOnlyObjectWrapper<>(ReportFilter.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Problem> periodProblem =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Organisation>> organisations =
            new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<Set<ReportColumn>> sections =
            new ReadOnlyObjectWrapper<>(Set.copyOf(FIRST));

    /// Everything a person can change here, as it was asked for.
    ///
    /// @param organisations names of owners of stations; empty for all
    /// @param withSubOrganisations whether sub-organisations of those come along
    public record State(
            Set<String> organisations,
            boolean withSubOrganisations,
            TimeFrame period,
            ReportFilter filter) {

        /// All organisations, last month, no filter.
        public static final State AT_FIRST =
                new State(
                        Set.of(),
                        true,
                        new TimeFrame.Relative(Preset.LAST_MONTH),
                        ReportFilter.NONE);

        public State {
            organisations = Set.copyOf(organisations);
        }

        State with(Set<String> changed) {
            return new State(changed, withSubOrganisations, period, filter);
        }

        State with(TimeFrame changed) {
            return new State(organisations, withSubOrganisations, changed, filter);
        }

        State with(ReportFilter changed) {
            return new State(organisations, withSubOrganisations, period, changed);
        }
    }

    /// @param today the day it is where the stations are
    public FilterModel(Supplier<LocalDate> today) {
        this.today = today;
        scope = new ReadOnlyObjectWrapper<>(scopeOf(State.AT_FIRST));
    }

    private Scope scopeOf(State asked) {
        return new Scope(
                asked.organisations(),
                asked.withSubOrganisations(),
                asked.period().days(today.get()));
    }

    /// Goes back, or on, to what was asked for at another time. Relative days are those of today.
    public void restore(State wanted) {
        periodProblem.set(null);
        change(wanted);
    }

    private void change(State wanted) {
        set(state, wanted);
        set(scope, scopeOf(wanted));
        set(filter, wanted.filter());
    }

    /// Tells nobody of what is as it was.
    private static <T> void set(ReadOnlyObjectWrapper<T> property, T value) {
        if (!value.equals(property.get())) {
            property.set(value);
        }
    }

    private void change(ReportFilter wanted) {
        change(state.get().with(wanted));
    }

    /// Asks for other days if another day has begun and "last month" is another month.
    public void checkDay() {
        change(state.get());
    }

    /// Asks for days by their name. The first time that days or months are counted, it is a usual
    /// number of them; [Preset#CUSTOM] keeps the days of now.
    public void choose(Preset chosen) {
        switch (chosen) {
            case LAST_DAYS -> chooseLast(USUAL_DAYS, false);
            case LAST_MONTHS -> chooseLast(USUAL_MONTHS, true);
            case CUSTOM -> show(new TimeFrame.Fixed(scope.get().period()));
            default -> show(new TimeFrame.Relative(chosen));
        }
    }

    /// Asks for the last so many days or whole months.
    ///
    /// @param count from 1 to [TimeFrame#MOST]
    public void chooseLast(int count, boolean inMonths) {
        show(new TimeFrame.Last(count, inMonths));
    }

    /// @param first first day
    /// @param last last day, included
    public void choosePeriod(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            periodProblem.set(new Problem.EmptyPeriod(first.toString(), last.toString()));
            return;
        }
        show(new TimeFrame.Fixed(new Period(first, last.plusDays(1))));
    }

    /// Goes to the period before (-1) or after (1).
    public void movePeriod(int by) {
        show(new TimeFrame.Fixed(scope.get().period().moved(by)));
    }

    private void show(TimeFrame period) {
        periodProblem.set(null);
        change(state.get().with(period));
    }

    public void toggleOrganisation(String name) {
        var changed = new TreeSet<>(state.get().organisations());
        if (!changed.remove(name)) {
            changed.add(name);
        }
        change(state.get().with(changed));
    }

    public void withSubOrganisations(boolean with) {
        var now = state.get();
        change(new State(now.organisations(), with, now.period(), now.filter()));
    }

    /// Ticks a value of a facet, or takes the tick away.
    public void toggle(ReportColumn column, String value) {
        var chosen = new TreeSet<>(chosen(column));
        var key = ReportFilter.comparable(column, value);
        if (!chosen.removeIf(other -> key.equals(ReportFilter.comparable(column, other)))) {
            chosen.add(value);
        }
        change(filter.get().with(column, chosen));
    }

    /// Shows only rows whose number lies between two others, which count in.
    ///
    /// Days and hours of the week that were asked for stay.
    ///
    /// @param least absent for any
    /// @param most absent for any; both absent lift a condition of this kind
    public void between(ReportColumn column, @Nullable Long least, @Nullable Long most) {
        var range = least == null && most == null ? null : new Condition.Between(least, most);
        if (filter.get().conditions().get(column)
                instanceof Condition.Times(var days, var hours, _)) {
            put(column, new Condition.Times(days, hours, range));
        } else if (range != null) {
            put(column, range);
        } else if (filter.get().conditions().get(column) instanceof Condition.Between) {
            clear(column);
        }
    }

    /// Shows only rows whose time lies on some days of the week, in some hours of the day. A range
    /// that was asked for stays.
    ///
    /// @param days empty for any
    /// @param hours 0 to 23; empty for any
    void times(ReportColumn column, Set<DayOfWeek> days, Set<Integer> hours) {
        var range = range(column).orElse(null);
        if (!days.isEmpty() || !hours.isEmpty()) {
            put(column, new Condition.Times(days, hours, range));
        } else if (range != null) {
            put(column, range);
        } else {
            clear(column);
        }
    }

    /// The range that was asked for, also if days and hours were asked for besides.
    Optional<Condition.Between> range(ReportColumn column) {
        return switch (filter.get().conditions().get(column)) {
            case Condition.Between range -> Optional.of(range);
            case Condition.Times times -> Optional.ofNullable(times.range());
            case null, default -> Optional.empty();
        };
    }

    /// Puts a condition in place of the one on a column.
    public void put(ReportColumn column, Condition condition) {
        change(filter.get().with(column, condition));
    }

    /// Lifts the condition on a column.
    public void clear(ReportColumn column) {
        change(filter.get().without(column));
    }

    public void search(String text) {
        change(filter.get().withText(text));
    }

    public void onlyWithoutTransactionId(boolean only) {
        if (only) {
            put(ReportColumn.TRANSACTION_ID, new Condition.Missing());
        } else {
            clear(ReportColumn.TRANSACTION_ID);
        }
    }

    public void onlyChanged(boolean only) {
        change(filter.get().withChangedOnly(only));
    }

    /// Shows what a whole filter lets through.
    public void show(ReportFilter wanted) {
        change(wanted);
    }

    /// Lifts every condition on what was loaded; what is loaded stays.
    public void clearAll() {
        change(ReportFilter.NONE);
    }

    /// Puts a section into the pane, or takes it out. A condition on its column stays.
    public void showSection(ReportColumn column, boolean shown) {
        Set<ReportColumn> changed = EnumSet.noneOf(ReportColumn.class);
        changed.addAll(sections.get());
        if (shown) {
            changed.add(column);
        } else {
            changed.remove(column);
        }
        sections.set(Set.copyOf(changed));
    }

    /// Puts exactly these sections into the pane.
    ///
    /// @param shown some of [#SECTIONS]
    public void showSections(Set<ReportColumn> shown) {
        sections.set(Set.copyOf(shown));
    }

    /// Takes the organisations there are; one that is gone is not asked for any more.
    public void offer(List<Organisation> offered) {
        organisations.set(List.copyOf(offered));
        var kept = new TreeSet<>(state.get().organisations());
        if (kept.retainAll(offered.stream().map(Organisation::name).toList())) {
            change(state.get().with(kept));
        }
    }

    /// All organisations, sub-organisations below and right of the one they belong to.
    public List<Choice> organisationChoices() {
        return Choices.ofOrganisations(organisations.get(), state.get().organisations());
    }

    /// The texts of which one has to stand in a column; none if any may.
    Set<String> chosen(ReportColumn column) {
        return filter.get().oneOf(column);
    }

    /// One value of everything that can be changed here; [#restore] takes it back.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Scope> scope() {
        return scope.getReadOnlyProperty();
    }

    /// The columns that have a section of the pane.
    public ReadOnlyObjectProperty<Set<ReportColumn>> sections() {
        return sections.getReadOnlyProperty();
    }

    /// Why the period last entered was not taken, or nothing.
    public ReadOnlyObjectProperty<@Nullable Problem> periodProblem() {
        return periodProblem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ReportFilter> filter() {
        return filter.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Organisation>> organisations() {
        return organisations.getReadOnlyProperty();
    }
}
