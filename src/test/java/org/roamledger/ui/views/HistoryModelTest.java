package org.roamledger.ui.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roamledger.report.Condition;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.views.Days;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewState;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

class HistoryModelTest {

    private static final ViewState FIRST =
            new ViewState(
                    Set.of(),
                    true,
                    new Days.Relative("last_month"),
                    ReportFilter.NONE,
                    new ViewColumns(
                            List.of(ReportColumn.values()), Set.of(), Map.of(), 0, "comfortable"),
                    SortOrder.STANDARD,
                    "sessions",
                    List.of());

    private Instant now = Instant.parse("2026-11-02T08:15:00Z");
    private Seen shown = new Seen(FIRST, null);
    private final HistoryModel model = new HistoryModel(() -> shown, this::restore, () -> now);

    /// As the window does it: one thing after the other, each told.
    private void restore(Seen wanted) {
        show(shown.state().with(wanted.state().days()));
        show(wanted.state());
        shown = wanted;
    }

    private void show(ViewState state) {
        shown = new Seen(state, shown.view());
        model.changed();
    }

    private void filter(UnaryOperator<ReportFilter> change) {
        show(with(shown.state(), change.apply(shown.state().filter())));
    }

    private static ViewState with(ViewState state, ReportFilter filter) {
        return new ViewState(
                state.organisations(),
                state.withSubOrganisations(),
                state.days(),
                filter,
                state.columns(),
                state.order(),
                state.page(),
                state.grouping());
    }

    private void type(String text) {
        filter(filter -> filter.withText(text));
    }

    private static ReportFilter gireve(ReportFilter filter) {
        return filter.with(ReportColumn.NETWORK, Set.of("Gireve"));
    }

    private static ReportFilter dearest(ReportFilter filter, long least) {
        return filter.with(ReportColumn.PRICE, new Condition.Between(least, null));
    }

    @BeforeEach
    void nothingIsDoneYet() {
        assertThat(model.undoable().get()).isNull();
        assertThat(model.redoable().get()).isNull();
    }

    @Test
    void everyChangeIsTakenBackInTurnAndDoneAgain() {
        filter(HistoryModelTest::gireve);
        var filtered = shown;
        show(filtered.state().with(new Days.Relative("this_year")));
        var both = shown;
        model.undo();
        assertThat(shown).isEqualTo(filtered);
        model.undo();
        assertThat(shown.state()).isEqualTo(FIRST);
        model.redo();
        model.redo();
        assertThat(shown).isEqualTo(both);
    }

    @Test
    void withNothingToTakeBackNothingHappens() {
        model.undo();
        model.redo();
        assertThat(shown.state()).isEqualTo(FIRST);
    }

    @Test
    void itIsToldWhatIsTakenBackAndDoneAgain() {
        filter(HistoryModelTest::gireve);
        show(shown.state().with(new Days.Relative("this_year")));
        model.undo();
        assertThat(model.undoable().get())
                .isEqualTo(
                        new ViewChange.Filtered(
                                ReportColumn.NETWORK, new Condition.OneOf(Set.of("Gireve"))));
        assertThat(model.redoable().get())
                .isEqualTo(new ViewChange.Period(new Days.Relative("this_year")));
    }

    @Test
    void aConditionThatIsLiftedIsToldAsSuch() {
        filter(HistoryModelTest::gireve);
        filter(filter -> filter.without(ReportColumn.NETWORK));
        assertThat(model.undoable().get())
                .isEqualTo(new ViewChange.Filtered(ReportColumn.NETWORK, null));
    }

    @Test
    void severalThingsAtOnceAreOneStep() {
        model.asOne(
                () -> {
                    filter(HistoryModelTest::gireve);
                    show(shown.state().with(new Days.Relative("this_year")));
                });
        assertThat(model.undoable().get()).isEqualTo(new ViewChange.Several());
        model.undo();
        assertThat(shown.state()).isEqualTo(FIRST);
        assertThat(model.undoable().get()).isNull();
    }

    @Test
    void anotherViewIsOneStepAndIsToldByItsFile() {
        var file = Path.of("october.roamledger-view");
        model.asOne(() -> shown = new Seen(FIRST.with(new Days.Relative("this_year")), file));
        assertThat(model.undoable().get()).isEqualTo(new ViewChange.Opened(file));
        model.undo();
        assertThat(shown).isEqualTo(new Seen(FIRST, null));
        model.redo();
        assertThat(shown.view()).isEqualTo(file);
    }

    @Test
    void whatIsTypedInOneGoIsOneStep() {
        type("h");
        now = now.plusSeconds(2);
        type("ha");
        now = now.plusSeconds(2);
        type("haf");
        assertThat(model.undoable().get()).isEqualTo(new ViewChange.Searched("haf"));
        model.undo();
        assertThat(shown.state()).isEqualTo(FIRST);
    }

    @Test
    void whoTypesOnAfterAPauseHasBegunAnotherStep() {
        type("haf");
        var before = shown;
        now = now.plus(HistoryModel.PAUSE);
        type("hafen");
        model.undo();
        assertThat(shown).isEqualTo(before);
    }

    @Test
    void whatIsTypedAndTakenAwayAgainIsNoStep() {
        type("h");
        type("");
        assertThat(model.undoable().get()).isNull();
    }

    @Test
    void typingAfterAnUndoIsAStepOfItsOwn() {
        type("a");
        filter(HistoryModelTest::gireve);
        model.undo();
        type("ab");
        model.undo();
        assertThat(shown.state().filter().text()).isEqualTo("a");
    }

    @Test
    void aRangeThatIsDraggedIsOneStep() {
        filter(filter -> dearest(filter, 1));
        filter(filter -> dearest(filter, 2));
        filter(filter -> dearest(filter, 3));
        model.undo();
        assertThat(shown.state()).isEqualTo(FIRST);
    }

    @Test
    void rangesOfTwoColumnsAreTwoSteps() {
        filter(filter -> dearest(filter, 1));
        var before = shown;
        filter(filter -> filter.with(ReportColumn.ENERGY_WH, new Condition.Between(null, 9_000L)));
        model.undo();
        assertThat(shown).isEqualTo(before);
    }

    @Test
    void whatIsDoneAfterAnUndoEndsTheWayForth() {
        filter(HistoryModelTest::gireve);
        model.undo();
        show(FIRST.with(new Days.Relative("this_year")));
        assertThat(model.redoable().get()).isNull();
    }

    @Test
    void theSameAgainIsNoStep() {
        show(FIRST);
        assertThat(model.undoable().get()).isNull();
    }

    @Test
    void whatNobodyDidIsNoStep() {
        filter(HistoryModelTest::gireve);
        model.adopt(() -> show(shown.state().with(new Days.Relative("this_year"))));
        assertThat(model.undoable().get()).isInstanceOf(ViewChange.Filtered.class);
        model.undo();
        assertThat(shown.state()).isEqualTo(FIRST);
    }

    @Test
    void twoHundredStepsAreTakenBackAndNoMore() {
        for (var year = 0; year < HistoryModel.MOST + 50; year++) {
            show(FIRST.with(new Days.Relative("year " + year)));
        }
        var steps = 0;
        while (model.undoable().get() != null) {
            model.undo();
            steps++;
        }
        assertThat(steps).isEqualTo(HistoryModel.MOST);
        assertThat(shown.state().days()).isEqualTo(new Days.Relative("year 49"));
    }
}
