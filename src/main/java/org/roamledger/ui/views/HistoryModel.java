package org.roamledger.ui.views;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The way back, and forth again, through what was shown.
///
/// Confined to the screen thread.
public final class HistoryModel {

    /// Steps that can be undone; older ones are forgotten.
    public static final int MOST = 200;

    /// Who types on after this has begun something new.
    static final Duration PAUSE = Duration.ofSeconds(3);

    private final Supplier<Seen> seen;
    private final Consumer<Seen> show;
    private final InstantSource clock;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<@Nullable ViewChange> undoable =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ViewChange> redoable =
            new ReadOnlyObjectWrapper<>();
    private Seen current;
    private Instant last = Instant.MIN;
    private boolean showing;

    /// @param back what undoing or redoing it shows
    private record Step(Seen back, ViewChange change) {}

    /// @param seen tells what is shown now
    /// @param show shows something else
    public HistoryModel(Supplier<Seen> seen, Consumer<Seen> show, InstantSource clock) {
        this.seen = seen;
        this.show = show;
        this.clock = clock;
        current = seen.get();
    }

    /// To be called when something else is shown, as often as one likes.
    public void changed() {
        if (showing) {
            return;
        }
        var before = current;
        current = seen.get();
        if (current.equals(before)) {
            return;
        }
        var change = ViewChange.between(before, current);
        var now = clock.instant();
        var latest = done.peek();
        if (latest != null
                && undone.isEmpty()
                && change.continues(latest.change())
                && Duration.between(last, now).compareTo(PAUSE) < 0) {
            done.pop();
            if (!latest.back().equals(current)) {
                done.push(new Step(latest.back(), change));
            }
        } else {
            done.push(new Step(before, change));
        }
        if (done.size() > MOST) {
            done.removeLast();
        }
        undone.clear();
        last = now;
        tell();
    }

    /// Does something of which all changes together are one step.
    public void asOne(Runnable work) {
        quietly(work);
        changed();
    }

    /// Does something that is no step, as it is not a person who changes what is shown.
    public void adopt(Runnable work) {
        quietly(work);
        current = seen.get();
    }

    private void quietly(Runnable work) {
        var before = showing;
        showing = true;
        try {
            work.run();
        } finally {
            showing = before;
        }
    }

    public void undo() {
        move(done, undone);
    }

    public void redo() {
        move(undone, done);
    }

    private void move(Deque<Step> from, Deque<Step> to) {
        var step = from.poll();
        if (step == null) {
            return;
        }
        to.push(new Step(current, step.change()));
        adopt(() -> show.accept(step.back()));
        last = Instant.MIN;
        tell();
    }

    private void tell() {
        undoable.set(change(done.peek()));
        redoable.set(change(undone.peek()));
    }

    private static @Nullable ViewChange change(@Nullable Step step) {
        return step == null ? null : step.change();
    }

    /// What [#undo] takes back; nothing if there is nothing.
    public ReadOnlyObjectProperty<@Nullable ViewChange> undoable() {
        return undoable.getReadOnlyProperty();
    }

    /// What [#redo] does again; nothing if there is nothing.
    public ReadOnlyObjectProperty<@Nullable ViewChange> redoable() {
        return redoable.getReadOnlyProperty();
    }
}
