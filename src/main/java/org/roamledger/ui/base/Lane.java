package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Faults;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Work for one thing that is shown: a newer request stops the older one, and an answer that is no
/// longer the newest is dropped.
///
/// Confined to the screen thread; only the work itself runs on the lane's own.
public final class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final Executor worker;
    private final Executor screen;
    private @Nullable Job<?> newest;

    Lane(Executor worker, Executor screen) {
        this.worker = worker;
        this.screen = screen;
    }

    /// Work that can tell how far it is.
    @FunctionalInterface
    public interface Work<T> {
        T run(Progress progress);
    }

    /// Whoever waits for an answer, on the screen thread.
    public interface Asker<T> {

        /// How far the work is: a fraction, or a negative number if that is not known.
        default void progressed(double fraction) {}

        void done(T answer);

        void failed(Problem problem);
    }

    public <T> void run(Work<T> work, Asker<T> asker) {
        if (newest != null) {
            newest.stop();
        }
        var job = new Job<>(work, asker);
        newest = job;
        worker.execute(job.task);
    }

    /// As [#run(Work, Asker)], for work that is too short for progress.
    public <T> void run(Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        run(
                work,
                new Asker<>() {
                    @Override
                    public void done(T answer) {
                        done.accept(answer);
                    }

                    @Override
                    public void failed(Problem problem) {
                        failed.accept(problem);
                    }
                });
    }

    /// Interrupts the work and tells its asker at once that it was [Problem.Cancelled].
    public void cancel() {
        var cancelled = newest;
        newest = null;
        if (cancelled != null) {
            cancelled.stop();
            cancelled.asker.failed(new Problem.Cancelled());
        }
    }

    private final class Job<T> {

        private final Work<T> work;
        private final Asker<T> asker;
        private final FutureTask<@Nullable Void> task = new FutureTask<>(this::work, null);
        private final AtomicReference<@Nullable Double> untold = new AtomicReference<>();

        Job(Work<T> work, Asker<T> asker) {
            this.work = work;
            this.asker = asker;
        }

        void stop() {
            task.cancel(true);
        }

        private void work() {
            try {
                var answer = work.run(this::progressed);
                tell(() -> asker.done(answer));
            } catch (ProblemException e) {
                tell(() -> asker.failed(e.problem()));
            } catch (RuntimeException | Error e) {
                var unexpected = Faults.unexpected(e);
                LOG.error("Unexpected, reference {}", unexpected.reference(), e);
                tell(() -> asker.failed(unexpected));
            }
        }

        private void tell(Runnable outcome) {
            screen.execute(
                    () -> {
                        if (newest == this) {
                            newest = null;
                            outcome.run();
                        }
                    });
        }

        /// Told often; the screen gets only the latest when it has time.
        private void progressed(long done, long total) {
            var fraction = total <= 0 ? -1 : (double) done / total;
            if (untold.getAndSet(fraction) == null) {
                screen.execute(
                        () -> {
                            var latest = untold.getAndSet(null);
                            if (newest == this && latest != null) {
                                asker.progressed(latest);
                            }
                        });
            }
        }
    }
}
