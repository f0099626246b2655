package org.roamledger.export;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Formats rows in blocks on all processors and hands the blocks on in the order of the rows.
///
/// @param <B> a block, with all it needs to be filled again and again: blocks share nothing that
///   changes
final class OrderedBlocks<B extends OrderedBlocks.Block> implements AutoCloseable {

    /// As many as give blocks of some hundred kilobytes: enough for the deflater, and still in the
    /// processor's cache when it comes to them.
    static final int ROWS = 1 << 10;

    private static final int MOST_THREADS = 4;

    /// Some rows as bytes.
    interface Block {
        /// Forgets what it held and takes these rows. Called on any thread.
        ///
        /// @param first position of the first row in the view
        /// @param end position after the last
        void fill(int first, int end);
    }

    /// Takes a filled block, on the caller's thread.
    @FunctionalInterface
    interface Taker<B> {
        void take(B block) throws IOException;
    }

    private final ExecutorService threads;
    private final Queue<B> idle;
    private final Queue<Future<B>> running = new ArrayDeque<>();

    OrderedBlocks(Supplier<B> newBlock) {
        var count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS);
        threads =
                Executors.newFixedThreadPool(
                        count, Thread.ofPlatform().daemon().name("export-", 1).factory());
        // One more each than is being filled, so that nobody waits for the disk.
        idle = new ArrayDeque<>(Stream.generate(newBlock).limit(2L * count).toList());
    }

    /// Fills blocks with the rows from `first` to `end` and hands them on.
    ///
    /// @throws ProblemException with [Problem.Cancelled] if the thread is interrupted
    void run(int first, int end, Progress progress, int total, Taker<B> taker) throws IOException {
        var done = first;
        for (var next = first; next < end; next += ROWS) {
            if (idle.isEmpty()) {
                takeOldest(taker);
                done += ROWS;
                progress.step(done, total);
            }
            var begin = next;
            var block = idle.remove();
            running.add(
                    threads.submit(
                            () -> {
                                block.fill(begin, Math.min(end, begin + ROWS));
                                return block;
                            }));
        }
        while (!running.isEmpty()) {
            takeOldest(taker);
            done = Math.min(end, done + ROWS);
            progress.step(done, total);
        }
    }

    private void takeOldest(Taker<B> taker) throws IOException {
        try {
            var block = running.remove().get();
            taker.take(block);
            idle.add(block);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a block of rows could not be formatted", e.getCause());
        }
    }

    /// Ends the threads; waits for blocks that are being filled.
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
