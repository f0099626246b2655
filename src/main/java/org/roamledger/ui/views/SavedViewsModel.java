package org.roamledger.ui.views;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.SavedView;
import org.roamledger.views.Start;
import org.roamledger.views.ViewFolder;
import org.roamledger.views.ViewState;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The saved views of the person, and which of them is open.
///
/// Confined to the screen thread.
public final class SavedViewsModel {

    private final KeptViews kept;
    private final Lane reading;
    private final Lane writing;
    private final Consumer<Notice> notices;
    private final Sight sight;
    private final ReadOnlyObjectWrapper<ViewFolder.Content> content =
            new ReadOnlyObjectWrapper<>(new ViewFolder.Content(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Start> start =
            new ReadOnlyObjectWrapper<>(new Start.Standard());
    private final ReadOnlyObjectWrapper<@Nullable SavedView> open = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    /// What each view looked like when it was opened or saved: one of another version may not say
    /// everything that is shown.
    private final Map<Path, ViewState> opened = new HashMap<>();

    private final ViewState standard;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    /// Where a view is seen.
    public interface Sight {

        /// What is shown now.
        ViewState state();

        /// Shows something else.
        ///
        /// @return what of it was not understood
        List<String> show(ViewState state);

        /// Does something as one step that can be undone.
        void asStep(Runnable work);

        /// Does something that changes nothing to be seen.
        void withoutStep(Runnable work);
    }

    private record Read(ViewFolder.Content content, Start start) {}

    /// What is shown now is the standard view from then on.
    public SavedViewsModel(
            KeptViews kept, Background background, Consumer<Notice> notices, Sight sight) {
        this.kept = kept;
        this.notices = notices;
        this.sight = sight;
        reading = background.lane("views");
        writing = background.lane("views-save");
        standard = sight.state();
    }

    /// Shows what the window opens with.
    public void begin(KeptViews.Opening opening) {
        if (opening.view() != null) {
            show(opening.view());
        }
        if (opening.state() != null) {
            sight.show(opening.state());
        }
        track();
    }

    /// Reads again what is saved: another window may have changed it.
    public void refresh() {
        reading.run(
                _ -> new Read(kept.folder().read(), kept.start()),
                read -> {
                    content.set(read.content());
                    start.set(read.start());
                },
                problem -> notices.accept(Notice.failed("views.failed", problem)));
    }

    public void open(SavedView view) {
        sight.asStep(() -> show(view));
        track();
    }

    public void openStandard() {
        sight.asStep(
                () -> {
                    sight.show(standard);
                    open.set(null);
                });
        track();
    }

    private void show(SavedView view) {
        var ignored = new ArrayList<>(view.view().ignored());
        ignored.addAll(sight.show(view.state()));
        opened.put(view.file(), sight.state());
        open.set(view);
        if (!ignored.isEmpty()) {
            notices.accept(
                    Notice.hint("views.notUnderstood", view.name(), String.join(", ", ignored)));
        }
    }

    /// Takes note that by undo or redo another view is shown.
    ///
    /// @param file of that view; absent for the standard view
    public void went(@Nullable Path file) {
        open.set(
                content.get().views().stream()
                        .filter(view -> view.file().equals(file) && opened.containsKey(file))
                        .findFirst()
                        .orElse(null));
        track();
    }

    /// To be called when something else is shown.
    public void track() {
        var view = open.get();
        changed.set(!sight.state().equals(view == null ? standard : opened.get(view.file())));
    }

    /// Saves what is shown under a new name.
    public void saveAs(String name, Runnable done, Consumer<Problem> failed) {
        var state = sight.state();
        write(
                () -> kept.folder().add(NamedView.of(name, state)),
                saved -> {
                    keep(saved, state);
                    done.run();
                    notices.accept(Notice.done("views.saved", saved.name()));
                },
                failed);
    }

    /// Saves what is shown in place of the view that is open.
    public void save() {
        var view = open.get();
        if (view == null) {
            return;
        }
        var state = sight.state();
        write(
                () -> kept.folder().change(view, state),
                saved -> {
                    keep(saved, state);
                    notices.accept(Notice.done("views.saved", saved.name()));
                },
                this::tell);
    }

    private void keep(SavedView saved, ViewState state) {
        opened.put(saved.file(), state);
        sight.withoutStep(() -> open.set(saved));
        track();
    }

    public void rename(SavedView view, String name, Runnable done, Consumer<Problem> failed) {
        write(
                () -> kept.folder().rename(view, name),
                renamed -> {
                    if (isOpen(view)) {
                        open.set(renamed);
                    }
                    done.run();
                },
                failed);
    }

    /// Deletes a view; whoever did not mean it gets it back.
    public void delete(SavedView view) {
        write(
                () -> {
                    kept.folder().delete(view);
                    return view;
                },
                deleted -> {
                    if (isOpen(deleted)) {
                        sight.withoutStep(() -> open.set(null));
                        track();
                    }
                    notices.accept(
                            Notice.done("views.deleted", deleted.name())
                                    .offering(
                                            new Notice.Offer(
                                                    "views.bringBack", () -> bringBack(deleted))));
                },
                this::tell);
    }

    private void bringBack(SavedView view) {
        write(() -> kept.folder().restore(view), _ -> {}, this::tell);
    }

    private boolean isOpen(SavedView view) {
        var now = open.get();
        return now != null && now.file().equals(view.file());
    }

    /// Takes over a view that somebody passed on, and shows it.
    public void openFile(Path file) {
        write(
                () -> kept.folder().take(ViewFolder.read(file)),
                taken -> {
                    open(taken);
                    notices.accept(Notice.done("views.taken", taken.name()));
                },
                this::tell);
    }

    /// Writes a view into a file to be passed on.
    public void saveFile(NamedView view, Path file) {
        var target =
                ViewFolder.isView(file)
                        ? file
                        : file.resolveSibling(file.getFileName() + ViewFolder.ENDING);
        write(
                () -> {
                    ViewFolder.write(view, target);
                    return target;
                },
                written -> notices.accept(Notice.done("views.passedOn", written.toString())),
                this::tell);
    }

    /// Chooses what the window shows when it is opened.
    public void choose(Start chosen) {
        start.set(chosen);
        write(
                () -> {
                    kept.start(chosen);
                    return chosen;
                },
                _ -> {},
                this::tell);
    }

    /// One after the other: a newer request must not stop an older one.
    private <T> void write(Supplier<T> work, Consumer<T> done, Consumer<Problem> failed) {
        waiting.add(
                () ->
                        writing.run(
                                _ -> work.get(),
                                answer -> {
                                    next();
                                    done.accept(answer);
                                    refresh();
                                },
                                problem -> {
                                    next();
                                    failed.accept(problem);
                                    refresh();
                                }));
        if (!busy) {
            next();
        }
    }

    private void next() {
        var job = waiting.poll();
        busy = job != null;
        if (job != null) {
            job.run();
        }
    }

    private void tell(Problem problem) {
        notices.accept(Notice.failed("views.failed", problem));
    }

    public ReadOnlyObjectProperty<ViewFolder.Content> content() {
        return content.getReadOnlyProperty();
    }

    /// What the window shows when it is opened.
    public ReadOnlyObjectProperty<Start> start() {
        return start.getReadOnlyProperty();
    }

    /// The saved view with which began what is shown; nothing for the standard view.
    public ReadOnlyObjectProperty<@Nullable SavedView> open() {
        return open.getReadOnlyProperty();
    }

    /// Whether something else is shown than the open view says.
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }
}
