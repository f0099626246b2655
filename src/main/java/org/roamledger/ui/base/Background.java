package org.roamledger.ui.base;

import javafx.application.Platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The threads on which the window lets others work.
///
/// Confined to the screen thread.
public final class Background implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Function<String, Executor> workers;
    private final Executor screen;
    private final Runnable close;

    /// @param workers makes the thread of a lane, by the lane's name; it does one job at a time
    /// @param screen runs what touches anything shown
    public Background(Function<String, Executor> workers, Executor screen, Runnable close) {
        this.workers = workers;
        this.screen = screen;
        this.close = close;
    }

    /// A thread for each lane, and JavaFX's own for the screen.
    public static Background ofThreads() {
        List<ExecutorService> started = new ArrayList<>();
        return new Background(
                name -> {
                    var worker =
                            Executors.newSingleThreadExecutor(
                                    Thread.ofPlatform().name(name).daemon().factory());
                    started.add(worker);
                    return task -> {
                        // What was under way to the screen may still ask for more.
                        if (!worker.isShutdown()) {
                            worker.execute(task);
                        }
                    };
                },
                Platform::runLater,
                () -> stop(started));
    }

    private static void stop(List<ExecutorService> workers) {
        workers.forEach(ExecutorService::shutdownNow);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            for (var worker : workers) {
                if (!worker.awaitTermination(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("Closed while work was still under way");
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    public Lane lane(String name) {
        return new Lane(workers.apply(name), screen);
    }

    /// Interrupts what runs, waits for it at most two seconds, and takes no more.
    @Override
    public void close() {
        close.run();
    }
}
