package org.roamledger.ui.base;

import javafx.application.Platform;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// The threads on which the window lets others work.
///
/// Confined to the screen thread.
public final class Background implements AutoCloseable {

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
                    return worker;
                },
                Platform::runLater,
                () -> started.forEach(ExecutorService::shutdownNow));
    }

    public Lane lane(String name) {
        return new Lane(workers.apply(name), screen);
    }

    /// Interrupts what runs; takes no more.
    @Override
    public void close() {
        close.run();
    }
}
