package org.roamledger.ui.views;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.views.Days;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.SavedView;
import org.roamledger.views.Start;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewFolder;
import org.roamledger.views.ViewState;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

class SavedViewsModelTest {

    private static final ViewState STANDARD = state("last_month");

    @TempDir private Path home;

    private final List<Notice> notices = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private List<String> notUnderstood = List.of();
    private ViewState shown = STANDARD;
    private int steps;
    private @Nullable SavedViewsModel kept;

    private static ViewState state(String days) {
        return new ViewState(
                Set.of(),
                true,
                new Days.Relative(days),
                ReportFilter.NONE,
                new ViewColumns(List.of(ReportColumn.MONTH), Set.of(), Map.of(), 0, "compact"),
                SortOrder.STANDARD,
                "sessions",
                List.of());
    }

    @BeforeEach
    void open() {
        kept = window();
        work();
    }

    private SavedViewsModel model() {
        return Objects.requireNonNull(kept);
    }

    private SavedViewsModel window() {
        return new SavedViewsModel(
                new KeptViews(home),
                new Background(_ -> waiting::add, Runnable::run, () -> {}),
                notices::add,
                new SavedViewsModel.Sight() {
                    @Override
                    public ViewState state() {
                        return shown;
                    }

                    @Override
                    public List<String> show(ViewState state) {
                        shown = state;
                        return notUnderstood;
                    }

                    @Override
                    public void asStep(Runnable work) {
                        steps++;
                        work.run();
                    }

                    @Override
                    public void withoutStep(Runnable work) {
                        work.run();
                    }
                });
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
    }

    private void see(String days) {
        shown = state(days);
        model().track();
    }

    private SavedView saved(String name) {
        model().saveAs(name, () -> {}, problems::add);
        work();
        return Objects.requireNonNull(model().open().get());
    }

    private List<String> names() {
        return model().content().get().views().stream().map(SavedView::name).toList();
    }

    private @Nullable String openName() {
        var open = model().open().get();
        return open == null ? null : open.name();
    }

    @Test
    void theStandardViewIsOpenAtFirst() {
        assertThat(model().open().get()).isNull();
        assertThat(model().changed().get()).isFalse();
    }

    @Test
    void whatIsSavedIsOpenAndUnchangedUntilSomethingElseIsShown() {
        see("this_year");
        saved("Year");
        assertThat(openName()).isEqualTo("Year");
        assertThat(model().changed().get()).isFalse();
        see("this_month");
        assertThat(model().changed().get()).isTrue();
        see("this_year");
        assertThat(model().changed().get()).isFalse();
    }

    @Test
    void anotherWindowHasTheSavedViewsToo() {
        saved("Year");
        var other = window();
        other.refresh();
        work();
        assertThat(other.content().get().named("Year")).isPresent();
    }

    @Test
    void aNameThatIsTakenIsRefusedAndNothingIsSaved() {
        saved("Year");
        see("this_year");
        model().saveAs("year", () -> {}, problems::add);
        work();
        assertThat(problems).containsExactly(new Problem.ViewExists("year"));
        assertThat(names()).containsExactly("Year");
        assertThat(model().content().get().views().getFirst().state()).isEqualTo(STANDARD);
    }

    @Test
    void aViewIsOpenedInOneStep() {
        see("this_year");
        var year = saved("Year");
        see("this_month");
        model().open(year);
        assertThat(shown).isEqualTo(state("this_year"));
        assertThat(steps).isEqualTo(1);
        assertThat(model().changed().get()).isFalse();
    }

    @Test
    void theStandardViewComesBack() {
        see("this_year");
        saved("Year");
        model().openStandard();
        assertThat(shown).isEqualTo(STANDARD);
        assertThat(openName()).isNull();
    }

    @Test
    void savingPutsWhatIsShownInPlaceOfTheOpenView() {
        saved("Year");
        see("this_year");
        model().save();
        work();
        assertThat(model().changed().get()).isFalse();
        assertThat(model().content().get().views().getFirst().state())
                .isEqualTo(state("this_year"));
    }

    @Test
    void savesOneAfterTheOtherStopNoEarlierOne() {
        model().saveAs("a", () -> {}, problems::add);
        model().saveAs("b", () -> {}, problems::add);
        model().saveAs("c", () -> {}, problems::add);
        work();
        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void whatAnotherWindowChangedIsToldAndNotWrittenOver() {
        var year = saved("Year");
        new ViewFolder(home.resolve("views")).change(year, state("theirs"));
        see("this_year");
        model().save();
        work();
        assertThat(notices.getLast().problems())
                .containsExactly(new Problem.ViewChangedElsewhere("Year"));
        assertThat(model().content().get().views().getFirst().state()).isEqualTo(state("theirs"));
    }

    @Test
    void theOpenViewGoesByItsNewName() {
        var year = saved("Year");
        model().rename(year, "Whole year", () -> {}, problems::add);
        work();
        assertThat(openName()).isEqualTo("Whole year");
        assertThat(names()).containsExactly("Whole year");
    }

    @Test
    void aDeletedViewIsNotOpenAnyMoreAndCanBeBroughtBack() {
        see("this_year");
        var year = saved("Year");
        model().delete(year);
        work();
        assertThat(names()).isEmpty();
        assertThat(openName()).isNull();
        assertThat(shown).isEqualTo(state("this_year"));
        notices.getLast().offers().getFirst().action().run();
        work();
        assertThat(model().content().get().views()).containsExactly(year);
    }

    @Test
    void undoGoesBackToTheViewThatWasOpen() {
        see("this_year");
        var year = saved("Year");
        model().openStandard();
        shown = year.state();
        model().went(year.file());
        assertThat(openName()).isEqualTo("Year");
        assertThat(model().changed().get()).isFalse();
        model().went(null);
        assertThat(openName()).isNull();
    }

    @Test
    void aViewThatWasPassedOnIsTakenOverAndShown() {
        var file = home.resolve("theirs" + ViewFolder.ENDING);
        ViewFolder.write(NamedView.of("Theirs", state("this_year")), file);
        model().openFile(file);
        work();
        assertThat(shown).isEqualTo(state("this_year"));
        assertThat(openName()).isEqualTo("Theirs");
        assertThat(names()).containsExactly("Theirs");
    }

    @Test
    void aFileThatIsNoViewIsToldAndChangesNothing() throws IOException {
        var file = home.resolve("broken" + ViewFolder.ENDING);
        Files.writeString(file, "no view");
        model().openFile(file);
        work();
        assertThat(notices.getLast().problems())
                .singleElement()
                .isInstanceOf(Problem.ViewUnusable.class);
        assertThat(shown).isEqualTo(STANDARD);
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsNotUnderstoodOfAViewIsTold() {
        var year = saved("Year");
        notUnderstood = List.of("map", "cosy");
        model().open(year);
        assertThat(notices.getLast().key()).isEqualTo("views.notUnderstood");
        assertThat(notices.getLast().arguments()).containsExactly("Year", "map, cosy");
    }

    @Test
    void aViewIsPassedOnInAFileWithItsEnding() {
        model().saveFile(NamedView.of("Mine", STANDARD), home.resolve("mine"));
        work();
        assertThat(ViewFolder.read(home.resolve("mine" + ViewFolder.ENDING)).name())
                .isEqualTo("Mine");
    }

    @Test
    void theWindowOpensWithTheViewThatWasChosen() {
        see("this_year");
        var year = saved("Year");
        model().choose(new Start.Saved(String.valueOf(year.file().getFileName())));
        work();
        shown = STANDARD;
        var next = window();
        next.begin(new KeptViews(home).opening());
        assertThat(shown).isEqualTo(state("this_year"));
        assertThat(Objects.requireNonNull(next.open().get()).name()).isEqualTo("Year");
        assertThat(next.changed().get()).isFalse();
    }

    @Test
    void theWindowOpensWithWhatWasShownLastAndKnowsFromWhichViewItCame() {
        see("this_year");
        saved("Year");
        see("this_month");
        model().choose(new Start.LeftOff());
        work();
        new KeptViews(home).keepLast("Year", shown);
        shown = STANDARD;
        var next = window();
        next.begin(new KeptViews(home).opening());
        assertThat(shown).isEqualTo(state("this_month"));
        assertThat(Objects.requireNonNull(next.open().get()).name()).isEqualTo("Year");
        assertThat(next.changed().get()).isTrue();
    }

    @Test
    void aChosenViewThatIsGoneIsTheStandardView() {
        var year = saved("Year");
        model().choose(new Start.Saved(String.valueOf(year.file().getFileName())));
        model().delete(year);
        work();
        assertThat(new KeptViews(home).opening()).isEqualTo(KeptViews.Opening.STANDARD);
    }
}
