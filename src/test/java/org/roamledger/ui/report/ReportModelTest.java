package org.roamledger.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Words;
import org.roamledger.ui.report.ReportModel.Shown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

class ReportModelTest {

    private static final Words WORDS = new Words(Locale.ENGLISH);

    private final List<Notice> notices = new ArrayList<>();
    private final List<CopiedRows> copied = new ArrayList<>();
    private final ReportModel model =
            new ReportModel(
                    new Background(_ -> Runnable::run, Runnable::run, () -> {}), notices::add);

    private static Report report(int size) {
        var engine = new CannedEngine();
        engine.size = size;
        return engine.load(
                new ReportParameters(
                        Set.of(),
                        true,
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 1),
                        CannedEngine.ZONE),
                Progress.NONE);
    }

    private Shown shown() {
        return Objects.requireNonNull(model.shown().get());
    }

    @Test
    void aLoadedReportIsShownWithTotals() {
        model.load(_ -> report(50));
        assertThat(shown().view().size()).isEqualTo(50);
        assertThat(shown().all().rows()).isEqualTo(50);
    }

    @Test
    void oldRowsStayWhenALoadFails() {
        model.load(_ -> report(50));
        var before = shown();
        model.load(
                _ -> {
                    throw new ProblemException(new Problem.NoSources());
                });
        assertThat(shown()).isSameAs(before);
        assertThat(model.problem().get()).isEqualTo(new Problem.NoSources());
    }

    @Test
    void aLoadThatWorksTakesTheProblemAway() {
        model.load(
                _ -> {
                    throw new ProblemException(new Problem.NoSources());
                });
        model.load(_ -> report(50));
        assertThat(model.problem().get()).isNull();
    }

    @Test
    void aFilterChosenBeforeTheLoadHoldsAfterIt() {
        model.show(ReportFilter.NONE.with(ReportColumn.CURRENCY, Set.of("SEK")));
        model.load(_ -> report(50));
        assertThat(shown().view().totals().byCurrency())
                .singleElement()
                .extracting("currency")
                .isEqualTo("SEK");
        assertThat(shown().all().rows()).isEqualTo(50);
    }

    @Test
    void anOrderAlreadyShownIsNotMadeAgain() {
        model.load(_ -> report(50));
        var order = new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true)));
        model.sort(order);
        var before = shown();
        model.sort(order);
        assertThat(shown()).isSameAs(before);
    }

    @Test
    void allSelectedRowsComeToWhatIsVisible() {
        model.load(_ -> report(50));
        model.show(ReportFilter.NONE.with(ReportColumn.CURRENCY, Set.of("EUR")));
        selectAll();
        assertThat(model.selectedTotals().get()).isEqualTo(shown().view().totals());
    }

    @Test
    void selectedRowsStaySelectedUnderAnotherFilterAndOrder() {
        model.load(_ -> report(50));
        var chosen = sessions(3, 4, 5);
        select(3, 4, 5);
        model.sort(new SortOrder(List.of(new SortOrder.Key(ReportColumn.CDR_ID, true))));
        assertThat(selectedSessions()).isEqualTo(chosen);
        model.show(ReportFilter.NONE.withText("no such id"));
        assertThat(model.selectedTotals().get().rows()).isZero();
        model.show(ReportFilter.NONE);
        assertThat(selectedSessions()).isEqualTo(chosen);
        assertThat(model.selectedTotals().get().rows()).isEqualTo(3);
    }

    @Test
    void selectedSessionsStaySelectedInAReportThatIsLoadedAnew() {
        model.load(_ -> report(50));
        select(7);
        var before = Objects.requireNonNull(model.picked().get());
        model.load(_ -> report(60));
        var after = Objects.requireNonNull(model.picked().get());
        assertThat(after.session()).isEqualTo(before.session());
        assertThat(after.report()).isSameAs(shown().view().report());
    }

    @Test
    void theSelectedRowsAreAViewWithTheTotalsOfTheFooter() {
        model.load(_ -> report(500));
        assertThat(model.selection()).isEmpty();
        assertThat(model.hasSelection().getValue()).isFalse();
        model.show(ReportFilter.NONE.with(ReportColumn.CURRENCY, Set.of("EUR", "SEK")));
        model.sort(new SortOrder(List.of(new SortOrder.Key(ReportColumn.PRICE, true))));
        select(3, 5, 8, 13, 21, 34, 55, 89);
        assertThat(model.hasSelection().getValue()).isTrue();
        var chosen = model.selection().orElseThrow().get();
        assertThat(chosen.totals()).isEqualTo(model.selectedTotals().get());
        assertThat(chosen.size()).isEqualTo(8);
        assertThat(chosen.rows()[1]).isEqualTo(shown().view().rows()[5]);
        assertThat(chosen.chosenFrom()).isEqualTo(shown().view().size());
        assertThat(chosen.filter()).isEqualTo(shown().view().filter());
    }

    private void select(int... places) {
        var chosen = new BitSet();
        Arrays.stream(places).forEach(chosen::set);
        model.select(chosen);
    }

    private void selectAll() {
        select(IntStream.range(0, shown().view().size()).toArray());
    }

    private Set<Long> sessions(int... places) {
        var view = shown().view();
        return Arrays.stream(places)
                .mapToObj(place -> view.report().sessionId(view.rows()[place]))
                .collect(Collectors.toSet());
    }

    private Set<Long> selectedSessions() {
        return sessions(model.selected().get().stream().toArray());
    }

    @Test
    void selectedRowsAreCopiedWithTheirTitles() {
        model.load(_ -> report(50));
        select(3, 4);
        model.copy(true, WORDS, copied::add);
        assertThat(copied)
                .singleElement()
                .extracting(CopiedRows::text)
                .asString()
                .startsWith("Month\tNetwork\t")
                .hasLineCount(3);
    }

    @Test
    void moreRowsThanAnybodyPastesAreRefused() {
        model.load(_ -> report(CopiedRows.MOST + 1));
        selectAll();
        model.copy(true, WORDS, copied::add);
        assertThat(copied).isEmpty();
        assertThat(notices).extracting(Notice::key).containsExactly("copy.tooMany");
    }
}
