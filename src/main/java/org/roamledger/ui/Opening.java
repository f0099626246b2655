package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A store on its way to the window. If it arrives when nobody wants it any more, it is closed.
///
/// Safe for threads.
final class Opening {

    private final AtomicReference<@Nullable Engine> engine = new AtomicReference<>();
    private volatile boolean abandoned;

    /// Opens it, off the screen thread.
    Opening open(Lane.Work<Engine> way, Progress progress) {
        engine.set(way.run(progress));
        if (abandoned) {
            close();
        }
        return this;
    }

    /// What was opened, if it is still wanted; from now on somebody else closes it.
    Optional<Engine> take() {
        return Optional.ofNullable(engine.getAndSet(null));
    }

    /// Nobody wants it any more, opened or not.
    void abandon() {
        abandoned = true;
        close();
    }

    private void close() {
        var unwanted = engine.getAndSet(null);
        if (unwanted != null) {
            unwanted.close();
        }
    }
}
