package org.roamledger.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.mutation.Seeds;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class ViewFolderTest {

    @TempDir private Path home;

    private final RandomView random = new RandomView(Seeds.random(7));

    private ViewFolder folder() {
        return new ViewFolder(home.resolve("views"));
    }

    private List<String> names() {
        return folder().read().views().stream().map(SavedView::name).toList();
    }

    private NamedView named(String name) {
        return NamedView.of(name, random.state());
    }

    /// A view that somebody passed on.
    private SavedView passed(NamedView view) {
        var file = home.resolve(ViewFolder.fileName(view.name()) + ViewFolder.ENDING);
        ViewFolder.write(view, file);
        return ViewFolder.read(file);
    }

    private static void isRefused(ThrowingCallable work, Problem problem) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    }

    @Test
    void aFolderThatIsNotThereHasNoViews() {
        assertThat(folder().read()).isEqualTo(new ViewFolder.Content(List.of(), List.of()));
    }

    @Test
    void aSavedViewIsThereTheNextTime() {
        var view = named("October open");
        folder().add(view);
        assertThat(folder().read().named("october OPEN").orElseThrow().view()).isEqualTo(view);
    }

    @Test
    void viewsStandByNameWithoutRegardToCase() {
        List.of("b", "Ä", "a", "C").forEach(name -> folder().add(named(name)));
        assertThat(names()).containsExactly("a", "Ä", "b", "C");
    }

    @Test
    void namesThatLookTheSameInAFileNameAreTwoViews() {
        folder().add(named("a/b"));
        folder().add(named("a:b"));
        assertThat(names()).containsExactlyInAnyOrder("a/b", "a:b");
    }

    @Test
    void aNameIsGivenOnce() {
        folder().add(named("October"));
        isRefused(() -> folder().add(named(" october")), new Problem.ViewExists("october"));
        assertThat(names()).containsExactly("October");
    }

    @Test
    void oldBrokenAndNewerFilesStandSideBySide() throws IOException {
        folder().add(named("Mine"));
        var views = home.resolve("views");
        Files.writeString(views.resolve("old" + ViewFolder.ENDING), ViewJsonTest.file("v1-plain"));
        Files.writeString(views.resolve("newer" + ViewFolder.ENDING), ViewJsonTest.file("newer"));
        var broken = views.resolve("broken" + ViewFolder.ENDING);
        Files.writeString(broken, "{\"roamledger_view\": 1, \"na");
        var content = folder().read();
        assertThat(names()).containsExactly("From the future", "Mine", "October open");
        assertThat(content.problems())
                .singleElement()
                .isInstanceOfSatisfying(
                        Problem.ViewUnusable.class,
                        problem -> assertThat(problem.view()).isEqualTo(broken.toString()));
        folder().add(named("Another"));
        assertThat(broken).hasContent("{\"roamledger_view\": 1, \"na");
        assertThat(names()).containsExactly("Another", "From the future", "Mine", "October open");
    }

    @Test
    void aChangedViewKeepsItsName() {
        var saved = folder().add(named("October"));
        var other = random.state();
        assertThat(folder().change(saved, other).view()).isEqualTo(NamedView.of("October", other));
        assertThat(names()).containsExactly("October");
    }

    @Test
    void whatAnotherWindowChangedIsNotWrittenOver() {
        var seen = folder().add(named("October"));
        var theirs = folder().change(seen, random.state());
        var problem = new Problem.ViewChangedElsewhere("October");
        isRefused(() -> folder().change(seen, random.state()), problem);
        isRefused(() -> folder().rename(seen, "November"), problem);
        isRefused(() -> folder().delete(seen), problem);
        assertThat(folder().read().views()).containsExactly(theirs);
    }

    @Test
    void whatAnotherWindowDeletedIsNotBroughtBackByAChange() {
        var seen = folder().add(named("October"));
        folder().delete(seen);
        isRefused(
                () -> folder().change(seen, random.state()),
                new Problem.ViewChangedElsewhere("October"));
        assertThat(names()).isEmpty();
    }

    @Test
    void aViewMayBeRenamedToTheSameNameInAnotherCase() {
        var saved = folder().add(named("october"));
        folder().rename(saved, "October ");
        assertThat(names()).containsExactly("October");
    }

    @Test
    void noViewIsRenamedToTheNameOfAnother() {
        folder().add(named("October"));
        var other = folder().add(named("November"));
        isRefused(() -> folder().rename(other, "October"), new Problem.ViewExists("October"));
    }

    @Test
    void aDeletedViewComesBackAsItWas() {
        var saved = folder().add(named("October"));
        folder().delete(saved);
        assertThat(names()).isEmpty();
        folder().restore(saved);
        assertThat(folder().read().views()).containsExactly(saved);
    }

    @Test
    void aDeletedViewComesBackBesideOneThatTookItsName() {
        var saved = folder().add(named("October"));
        folder().delete(saved);
        folder().add(named("October"));
        folder().restore(saved);
        assertThat(names()).containsExactly("October", "October (2)");
    }

    @Test
    void aViewFromElsewhereTakesNoOthersPlace() {
        var mine = named("October");
        folder().add(mine);
        assertThat(folder().take(passed(named("October"))).name()).isEqualTo("October (2)");
        assertThat(folder().take(passed(mine)).name()).isEqualTo("October");
        assertThat(names()).containsExactly("October", "October (2)");
    }

    @Test
    void aViewIsPassedOnInAFile() {
        var view = named("October");
        var file = home.resolve("shared" + ViewFolder.ENDING);
        ViewFolder.write(view, file);
        assertThat(ViewFolder.read(file).view()).isEqualTo(view);
    }

    @Test
    void whatANewerVersionSaysOfAViewFromElsewhereStays() throws IOException {
        var file = home.resolve("newer" + ViewFolder.ENDING);
        Files.writeString(file, ViewJsonTest.file("newer"));
        var taken = folder().take(ViewFolder.read(file));
        assertThat(taken.text()).contains("sankey", "carbon");
        assertThat(taken.view()).isEqualTo(ViewFolder.read(file).view());
    }

    @Test
    void onlyTheOwnerReadsASavedView() throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            var file = folder().add(named("October")).file();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    /// Each thread is a window of its own, with a folder of its own on the same files.
    @Test
    void manyWindowsLoseNoView() throws ExecutionException, InterruptedException {
        var views = IntStream.range(0, 40).mapToObj(i -> passed(named("view " + i % 20))).toList();
        try (var windows = Executors.newFixedThreadPool(4)) {
            var taken =
                    windows.invokeAll(
                            views.stream()
                                    .map(view -> (Callable<SavedView>) () -> folder().take(view))
                                    .toList());
            var names = new ArrayList<String>();
            for (var one : taken) {
                names.add(one.get().name());
            }
            assertThat(names).doesNotHaveDuplicates().hasSize(40);
            assertThat(names()).containsExactlyInAnyOrderElementsOf(names);
        }
    }
}
