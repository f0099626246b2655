package org.roamledger.ui.rejects;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Engine.Rejects;
import org.roamledger.ui.base.Engine.Retried;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/// The records that could not be read, and the work of reading them again.
///
/// Confined to the screen thread.
public final class RejectsModel {

    private final Engine engine;
    private final Consumer<Notice> notices;
    private final Runnable mended;
    private final Lane asking;
    private final Lane writing;
    private final Activity retrying;
    private final ReadOnlyObjectWrapper<Rejects> rejects =
            new ReadOnlyObjectWrapper<>(Rejects.NONE);

    /// @param mended told when there may be more sessions than before
    public RejectsModel(
            Engine engine, Background background, Consumer<Notice> notices, Runnable mended) {
        this.engine = engine;
        this.notices = notices;
        this.mended = mended;
        this.asking = background.lane("rejects");
        this.writing = background.lane("rejects-export");
        this.retrying = new Activity("activity.retry", background.lane("rejects-retry"));
    }

    /// Asks anew what could not be read.
    public void refresh() {
        asking.run(
                _ -> engine.rejects(),
                rejects::set,
                problem -> notices.accept(Notice.failed("rejects.failed", problem)));
    }

    void retryAll() {
        retry(Set.of());
    }

    /// Reads some of them again.
    ///
    /// @param ids their ids; nothing happens if there are none
    void retrySelected(Set<Long> ids) {
        if (!ids.isEmpty()) {
            retry(ids);
        }
    }

    private void retry(Set<Long> ids) {
        if (!retrying.running().get()) {
            retrying.run(
                    progress -> engine.retryRejects(ids, progress), this::retried, this::stopped);
        }
    }

    private void retried(Retried now) {
        var key = now.notTried() > 0 ? "rejects.retriedSome" : "rejects.retried";
        var arguments = new Object[] {now.read(), now.stillRejected(), now.notTried()};
        notices.accept(
                now.stillRejected() + now.notTried() > 0
                        ? Notice.hint(key, arguments)
                        : Notice.done(key, arguments));
        refresh();
        if (now.read() > 0) {
            mended.run();
        }
    }

    private void stopped(Problem problem) {
        notices.accept(Notice.failed("rejects.retryFailed", problem));
        // What was read before it stopped is kept.
        refresh();
        mended.run();
    }

    /// Writes all of them to a CSV file.
    void export(Path target) {
        writing.run(
                progress -> engine.exportRejects(target, progress),
                written ->
                        notices.accept(
                                Notice.done(
                                        "rejects.exported",
                                        written,
                                        String.valueOf(target.getFileName()))),
                problem -> notices.accept(Notice.failed("export.failed", problem)));
    }

    public ReadOnlyObjectProperty<Rejects> rejects() {
        return rejects.getReadOnlyProperty();
    }

    public Activity retrying() {
        return retrying;
    }
}
