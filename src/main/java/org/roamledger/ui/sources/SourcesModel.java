package org.roamledger.ui.sources;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.MergeCounts;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Engine.ImportLine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Sources.Gone;
import org.roamledger.ui.base.Sources.NewSource;
import org.roamledger.ui.base.Sources.PastSync;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.base.Sources.SyncLine;
import org.roamledger.ui.base.Sources.TestStep;
import org.roamledger.wire.mapping.TableMapping;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Where sessions come from, and the work of getting them.
///
/// Confined to the screen thread.
public final class SourcesModel {

    private final Engine engine;
    private final Consumer<Notice> notices;
    private final Runnable changed;
    private final Runnable showRejects;
    private final Consumer<String> showGone;
    private final Activity syncing;
    private final Activity importing;
    private final Lane asking;
    private final Lane askingGone;
    private final Lane askingHistory;
    private final Lane editing;
    private final Lane testing;
    private BiConsumer<String, @Nullable Problem> ended = (_, _) -> {};
    private Runnable stopped = () -> {};
    private final Queue<Lane.Work<List<ImportLine>>> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable List<SourceStatus>> sources =
            new ReadOnlyObjectWrapper<>();

    /// @param changed told when there may be other sessions than before
    /// @param showRejects shows the records that could not be read
    /// @param showGone shows the sessions that a source does not have any more
    public SourcesModel(
            Engine engine,
            Background background,
            Consumer<Notice> notices,
            Runnable changed,
            Runnable showRejects,
            Consumer<String> showGone) {
        this.engine = engine;
        this.notices = notices;
        this.changed = changed;
        this.showRejects = showRejects;
        this.showGone = showGone;
        this.syncing = new Activity("activity.sync", background.lane("sync"));
        this.importing = new Activity("activity.import", background.lane("import"));
        this.asking = background.lane("sources");
        this.askingGone = background.lane("sources-gone");
        this.askingHistory = background.lane("sources-history");
        this.editing = background.lane("sources-edit");
        this.testing = background.lane("sources-test");
    }

    /// Asks anew how the sources are.
    public void refresh() {
        asking.run(
                _ -> engine.sources().all(),
                sources::set,
                problem -> notices.accept(Notice.failed("sources.failed", problem)));
    }

    /// Who is told how syncs end: each source with its problem, if there was one.
    ///
    /// @param stopped told where no source can be named, as when a person stopped it
    void onSynced(BiConsumer<String, @Nullable Problem> ended, Runnable stopped) {
        this.ended = ended;
        this.stopped = stopped;
    }

    /// Syncs all sources; nothing happens while a sync runs.
    public void sync() {
        if (!syncing.running().get()) {
            syncing.run(engine.sources()::sync, this::synced, this::syncStopped);
        }
    }

    /// Syncs one source; nothing happens while a sync runs.
    void sync(String source) {
        if (!syncing.running().get()) {
            syncing.run(
                    progress -> List.of(engine.sources().sync(source, progress)),
                    this::synced,
                    this::syncStopped);
        }
    }

    /// Syncs one source that nobody asked for: tells only what is new.
    void syncQuietly(String source) {
        syncing.run(
                progress -> engine.sources().sync(source, progress),
                this::syncedQuietly,
                this::syncStopped);
    }

    private void syncedQuietly(SyncLine line) {
        var problem = line.problem();
        var before = problemOf(line.source());
        var counts = line.counts();
        ended.accept(line.source(), problem);
        if (counts.added() + counts.changed() > 0) {
            notices.accept(
                    Notice.done(
                            "sync.news.found", line.source(), counts.added(), counts.changed()));
        }
        // Who is offline sees it all the time.
        if (problem != null && before == null && Trouble.of(problem) != Trouble.NETWORK) {
            notices.accept(Notice.failed("sync.failed", problem));
        }
        refresh();
        var same = counts.added() + counts.changed() + counts.rejected() == 0;
        if (!same || (problem == null) != (before == null)) {
            changed.run();
        }
    }

    private @Nullable Problem problemOf(String source) {
        var known = sources.get();
        return known == null
                ? null
                : known.stream()
                        .filter(status -> status.name().equals(source))
                        .findFirst()
                        .map(SourceStatus::problem)
                        .orElse(null);
    }

    private void syncStopped(Problem problem) {
        stopped.run();
        stopped("sync.failed", problem);
    }

    /// Asks how the last syncs of a source went.
    void history(String source, Consumer<List<PastSync>> told, Consumer<Problem> failed) {
        askingHistory.run(_ -> engine.sources().history(source), told, failed);
    }

    /// Writes a list of syncs as CSV.
    ///
    /// @param lines the header first
    void exportHistory(List<List<String>> lines, Path target, Locale locale) {
        editing.run(
                _ -> {
                    engine.exportList(lines, target, locale);
                    return target;
                },
                file -> notices.accept(Notice.done("history.exported", file.getFileName())),
                problem -> notices.accept(Notice.failed("history.failed", problem)));
    }

    /// Looks for what is gone from a source; nothing happens while a sync runs.
    ///
    /// @param month that is read; absent for everything
    void scan(String source, @Nullable YearMonth month) {
        if (!syncing.running().get()) {
            syncing.run(
                    progress -> engine.sources().scan(source, month, progress),
                    this::scanned,
                    this::syncStopped);
        }
    }

    /// Whoever looked for what is gone wants to hear it too if nothing is.
    private void scanned(SyncLine line) {
        synced(List.of(line));
        if (line.problem() == null && goneFrom(line.warnings()).isEmpty()) {
            notices.accept(Notice.done("gone.nothing", line.source()));
        }
    }

    private void synced(List<SyncLine> lines) {
        lines.forEach(line -> ended.accept(line.source(), line.problem()));
        var problems = lines.stream().map(SyncLine::problem).filter(Objects::nonNull).toList();
        var warnings = lines.stream().flatMap(line -> line.warnings().stream()).toList();
        var counts = sum(lines.stream().map(SyncLine::counts).toList());
        var notice = told(problems, "sync", counts, lines.size()).warning(warnings);
        notices.accept(
                goneFrom(warnings)
                        .map(source -> new Notice.Offer("gone.show", () -> showGone.accept(source)))
                        .map(notice::offering)
                        .orElse(notice));
        refreshAll();
    }

    private static Optional<String> goneFrom(List<Problem> warnings) {
        return warnings.stream()
                .filter(Problem.GoneUpstream.class::isInstance)
                .map(Problem.GoneUpstream.class::cast)
                .map(Problem.GoneUpstream::source)
                .findFirst();
    }

    /// Asks which sessions a source does not have any more.
    void gone(String source, Consumer<List<Gone>> told, Consumer<Problem> failed) {
        askingGone.run(_ -> engine.sources().gone(source), told, failed);
    }

    /// Imports files, after those that are being imported.
    public void importFiles(List<Path> files) {
        if (!files.isEmpty()) {
            importAfterOthers(progress -> engine.importFiles(files, progress));
        }
    }

    /// Imports a table by a mapping, after what is being imported.
    public void importMapped(Path table, TableMapping mapping) {
        importAfterOthers(progress -> List.of(engine.importMapped(table, mapping, progress)));
    }

    private void importAfterOthers(Lane.Work<List<ImportLine>> work) {
        if (importing.running().get()) {
            waiting.add(work);
        } else {
            importing.run(work, this::imported, this::importStopped);
        }
    }

    private void importStopped(Problem problem) {
        if (problem instanceof Problem.Cancelled) {
            waiting.clear();
        }
        stopped("import.failed", problem);
        importNext();
    }

    private void importNext() {
        var next = waiting.poll();
        if (next != null) {
            importAfterOthers(next);
        }
    }

    private void imported(List<ImportLine> lines) {
        var problems = lines.stream().map(ImportLine::problem).filter(Objects::nonNull).toList();
        var warnings = lines.stream().flatMap(line -> line.warnings().stream()).toList();
        var counts = sum(lines.stream().map(ImportLine::counts).toList());
        notices.accept(told(problems, "import", counts, lines.size()).warning(warnings));
        refreshAll();
        importNext();
    }

    private void stopped(String key, Problem problem) {
        notices.accept(Notice.failed(key, problem));
        // What came before it stopped is kept.
        refreshAll();
    }

    private Notice told(List<Problem> problems, String what, MergeCounts counts, int number) {
        var level =
                !problems.isEmpty()
                        ? Notice.Level.FAILED
                        : counts.rejected() > 0 ? Notice.Level.HINT : Notice.Level.DONE;
        var arguments =
                List.<Object>of(
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.rejected(),
                        number,
                        problems.size());
        var key = what + (problems.isEmpty() ? ".done" : ".partly");
        var told = new Notice(level, key, arguments, problems, List.of());
        return counts.rejected() > 0
                ? told.offering(new Notice.Offer("rejects.show", showRejects))
                : told;
    }

    private static MergeCounts sum(List<MergeCounts> counts) {
        return counts.stream().reduce(MergeCounts.NONE, MergeCounts::plus);
    }

    /// Adds a source and syncs.
    void add(NewSource source, Runnable added, Consumer<Problem> refused) {
        editing.run(
                _ -> {
                    engine.sources().add(source);
                    return source.name();
                },
                name -> {
                    added.run();
                    notices.accept(Notice.done("sources.added", name));
                    refresh();
                    sync();
                },
                refused);
    }

    /// Asks how a source was entered; its secret stays where it is.
    void entered(String name, Consumer<NewSource> told) {
        editing.run(
                _ -> engine.sources().entered(name),
                told,
                problem -> notices.accept(Notice.failed("sources.failed", problem)));
    }

    /// Changes a source and syncs it.
    void change(NewSource source, Runnable changed, Consumer<Problem> refused) {
        editing.run(
                _ -> {
                    engine.sources().change(source);
                    return source.name();
                },
                name -> {
                    changed.run();
                    notices.accept(Notice.done("sources.changed", name));
                    refreshAll();
                    sync(name);
                },
                refused);
    }

    /// Finds out at which step a source fails; a newer test ends an older one.
    void test(String name, Consumer<List<TestStep>> tested, Consumer<Problem> failed) {
        testing.run(_ -> engine.sources().test(name), tested, failed);
    }

    /// As [#test(String, Consumer, Consumer)], for a source that is not kept yet.
    void test(NewSource source, Consumer<List<TestStep>> tested, Consumer<Problem> failed) {
        testing.run(_ -> engine.sources().test(source), tested, failed);
    }

    /// Takes a source away; its sessions stay.
    public void remove(String name) {
        editing.run(
                _ -> {
                    engine.sources().remove(name);
                    return name;
                },
                _ -> {
                    notices.accept(Notice.done("sources.removed", name));
                    refreshAll();
                },
                problem -> notices.accept(Notice.failed("sources.failed", problem)));
    }

    private void refreshAll() {
        refresh();
        changed.run();
    }

    /// All sources; nothing before they are known.
    public ReadOnlyObjectProperty<@Nullable List<SourceStatus>> sources() {
        return sources.getReadOnlyProperty();
    }

    public Activity syncing() {
        return syncing;
    }

    public Activity importing() {
        return importing;
    }
}
