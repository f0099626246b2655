package org.roamledger.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.roamledger.problem.Problem;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.session.Organisation;
import org.roamledger.session.ReportColumn;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class FilterModelTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 11);

    private LocalDate today = TODAY;
    private final FilterModel model = new FilterModel(() -> today);

    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void lastMonthIsAskedForAtFirst() {
        assertThat(model.scope().get())
                .isEqualTo(new Scope(Set.of(), true, period("2026-01-01", "2026-02-01")));
    }

    @ParameterizedTest
    @CsvSource({
        "THIS_MONTH, 2026-02-01, 2026-03-01",
        "LAST_MONTH, 2026-01-01, 2026-02-01",
        "THIS_QUARTER, 2026-01-01, 2026-04-01",
        "LAST_QUARTER, 2025-10-01, 2026-01-01",
        "THIS_YEAR, 2026-01-01, 2027-01-01",
        "LAST_YEAR, 2025-01-01, 2026-01-01",
        "YEAR_TO_DATE, 2026-01-01, 2026-02-12"
    })
    void aPresetMeansDays(Preset preset, LocalDate from, LocalDate to) {
        assertThat(preset.period(TODAY)).isEqualTo(Optional.of(new Period(from, to)));
    }

    @Test
    void theLastDayEnteredIsIncluded() {
        model.choosePeriod(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 5));
        assertThat(model.scope().get().period()).isEqualTo(period("2026-01-05", "2026-01-06"));
        assertThat(model.state().get().period().preset()).isEqualTo(Preset.CUSTOM);
    }

    @Test
    void daysThatWereEnteredStayThoseDaysAlsoIfTheyHaveAName() {
        model.choosePeriod(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        assertThat(model.state().get().period())
                .isEqualTo(new TimeFrame.Fixed(period("2025-01-01", "2026-01-01")));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsAProblemAndNotAskedFor() {
        var before = model.scope().get();
        model.choosePeriod(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 4));
        assertThat(model.periodProblem().get()).isInstanceOf(Problem.EmptyPeriod.class);
        assertThat(model.scope().get()).isEqualTo(before);
    }

    @Test
    void thePeriodBeforeAQuarterIsAQuarter() {
        model.choose(Preset.THIS_QUARTER);
        model.movePeriod(-1);
        assertThat(model.scope().get().period()).isEqualTo(period("2025-10-01", "2026-01-01"));
    }

    @Test
    void aRangeOfTimesAndHoursOfTheWeekStandSideBySide() {
        var column = ReportColumn.START_TIME;
        model.between(column, 5L, null);
        model.times(column, Set.of(DayOfWeek.MONDAY), Set.of(8));
        var range = new Condition.Between(5L, null);
        assertThat(model.filter().get().conditions().get(column))
                .isEqualTo(new Condition.Times(Set.of(DayOfWeek.MONDAY), Set.of(8), range));
        model.between(column, null, null);
        assertThat(model.filter().get().conditions().get(column))
                .isEqualTo(new Condition.Times(Set.of(DayOfWeek.MONDAY), Set.of(8)));
        model.between(column, 5L, null);
        model.times(column, Set.of(), Set.of());
        assertThat(model.filter().get().conditions().get(column)).isEqualTo(range);
        model.between(column, null, null);
        assertThat(model.filter().get()).isEqualTo(ReportFilter.NONE);
        model.times(column, Set.of(), Set.of(3));
        model.times(column, Set.of(), Set.of());
        assertThat(model.filter().get()).isEqualTo(ReportFilter.NONE);
    }

    @Test
    void aValueIsTickedAndUntickedInAnySpellingOfAParty() {
        model.toggle(ReportColumn.PROVIDER_ID, "DE*8EO");
        assertThat(model.filter().get())
                .isEqualTo(ReportFilter.NONE.with(ReportColumn.PROVIDER_ID, Set.of("DE*8EO")));
        model.toggle(ReportColumn.PROVIDER_ID, "DE-8EO");
        assertThat(model.filter().get()).isEqualTo(ReportFilter.NONE);
    }

    @Test
    void subOrganisationsStandBelowTheirs() {
        model.offer(
                List.of(
                        new Organisation("South", "Volt"),
                        new Organisation("Amp", null),
                        new Organisation("Volt", null)));
        assertThat(model.organisationChoices().stream().map(Choice::value))
                .containsExactly("Amp", "Volt", "South");
        assertThat(model.organisationChoices().stream().map(Choice::depth))
                .containsExactly(0, 0, 1);
    }

    @Test
    void organisationsInACircleAreAllThere() {
        model.offer(List.of(new Organisation("A", "B"), new Organisation("B", "A")));
        assertThat(model.organisationChoices().stream().map(Choice::value))
                .containsExactly("A", "B");
    }

    @Test
    void anOrganisationThatIsGoneIsNotAskedForAnyMore() {
        model.offer(List.of(new Organisation("Volt", null)));
        model.toggleOrganisation("Volt");
        model.offer(List.of());
        assertThat(model.scope().get().organisations()).isEmpty();
    }

    @Test
    void clearingLiftsAllConditionsButNotTheScope() {
        model.search("abc");
        model.onlyWithoutTransactionId(true);
        model.choose(Preset.THIS_YEAR);
        model.clearAll();
        assertThat(model.filter().get()).isEqualTo(ReportFilter.NONE);
        assertThat(model.state().get().period().preset()).isEqualTo(Preset.THIS_YEAR);
    }

    @Test
    void relativeDaysMoveWithTheDayAndFixedOnesDoNot() {
        today = LocalDate.of(2026, 3, 1);
        model.checkDay();
        assertThat(model.scope().get().period()).isEqualTo(period("2026-02-01", "2026-03-01"));
        model.choose(Preset.CUSTOM);
        today = LocalDate.of(2026, 4, 1);
        model.checkDay();
        assertThat(model.scope().get().period()).isEqualTo(period("2026-02-01", "2026-03-01"));
    }

    @Test
    void everythingThatIsAskedForIsOneValueThatCanBeRestored() {
        model.offer(List.of(new Organisation("Volt", null)));
        model.toggleOrganisation("Volt");
        model.withSubOrganisations(false);
        model.chooseLast(7, false);
        model.between(ReportColumn.PRICE, 10_000L, null);
        model.search("abc");
        var asked = model.state().get();
        var scope = model.scope().get();
        var filter = model.filter().get();
        model.restore(FilterModel.State.AT_FIRST);
        assertThat(model.filter().get()).isEqualTo(ReportFilter.NONE);
        model.restore(asked);
        assertThat(model.state().get()).isEqualTo(asked);
        assertThat(model.scope().get()).isEqualTo(scope);
        assertThat(model.filter().get()).isEqualTo(filter);
    }

    @Test
    void aRangeWithoutEndsLiftsOnlyARange() {
        model.put(ReportColumn.PRICE, new Condition.Missing());
        model.between(ReportColumn.PRICE, null, null);
        assertThat(model.filter().get().isMissing(ReportColumn.PRICE)).isTrue();
        model.between(ReportColumn.PRICE, 1L, null);
        model.between(ReportColumn.PRICE, null, null);
        assertThat(model.filter().get()).isEqualTo(ReportFilter.NONE);
    }
}
