package org.roamledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// The claim of one window on a store. It is a lock of the system on a file beside the store, which
/// goes with its process however that ends, so that none is ever stale.
///
/// A second window asks the first to come to the front by writing a line into that file, with the
/// view to be shown if there is one, and sees by the line's going that it did.
public final class StoreClaim implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreClaim.class);

    /// Far behind the content: on Windows a locked stretch cannot be written by others.
    private static final long LOCKED = 1L << 40;

    /// Of a line: what is not whole yet does not end with it.
    private static final String END = "\n";

    private static final int LONGEST = 1 << 16;
    private static final long LOOK_MILLIS = 150;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final @Nullable FileChannel channel;
    private final @Nullable FileLock lock;
    private final @Nullable Thread listener;
    private volatile Consumer<Optional<Path>> raise = _ -> {};

    private StoreClaim(@Nullable FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
        listener =
                channel == null
                        ? null
                        : Thread.ofPlatform()
                                .name("second window")
                                .daemon()
                                .unstarted(() -> listen(channel));
    }

    private static Path beside(Path store) {
        return store.resolveSibling(store.getFileName() + "-window");
    }

    /// Claims a store, if no other window has it. Where no lock can be had, as in a folder that
    /// cannot be written, everybody gets a claim: there nobody can change the store, or SQLite's
    /// own locks have to do.
    public static Optional<StoreClaim> take(Path store) {
        FileChannel channel = null;
        try {
            OwnerOnly.createFolder(store.toAbsolutePath().resolveSibling(""));
            channel =
                    FileChannel.open(
                            beside(store),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            OwnerOnly.protect(beside(store));
            var lock = channel.tryLock(LOCKED, 1, false);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            var claim = new StoreClaim(channel, lock);
            if (claim.listener != null) {
                claim.listener.start();
            }
            return Optional.of(claim);
        } catch (OverlappingFileLockException _) {
            close(channel);
            return Optional.empty();
        } catch (IOException e) {
            LOG.warn("No lock beside {}: {}", store, e.getMessage());
            close(channel);
            return Optional.of(new StoreClaim(null, null));
        }
    }

    /// @param work brings this window to the front, with the file of a view if there is one; on a
    ///   thread of its own
    public void onAsked(Consumer<Optional<Path>> work) {
        raise = work;
    }

    /// Asks the window that has a store to come to the front.
    ///
    /// @param view file of a view that it is to show; absent to leave it as it is
    /// @throws ProblemException with [Problem.StoreInUse] if it does not answer
    public static void askForFront(Path store, @Nullable Path view) {
        var line = (view == null ? "" : view.toAbsolutePath().toString()) + END;
        try (var channel = FileChannel.open(beside(store), StandardOpenOption.WRITE)) {
            channel.write(UTF_8.encode(line), 0);
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (Files.size(beside(store)) > 0) {
                if (System.nanoTime() > end) {
                    throw new ProblemException(new Problem.StoreInUse(store));
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS / 3);
            }
        } catch (IOException e) {
            throw new ProblemException(new Problem.StoreInUse(store), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        }
    }

    private void listen(FileChannel asked) {
        try {
            while (asked.isOpen()) {
                var line = read(asked);
                if (line.endsWith(END)) {
                    var view = line.strip();
                    raise.accept(view.isEmpty() ? Optional.empty() : Optional.of(Path.of(view)));
                    asked.truncate(0);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            }
        } catch (IOException _) {
            // Closed meanwhile.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String read(FileChannel asked) throws IOException {
        var line = ByteBuffer.allocate((int) Math.min(asked.size(), LONGEST));
        asked.read(line, 0);
        return UTF_8.decode(line.flip()).toString();
    }

    @Override
    public void close() {
        if (listener != null) {
            listener.interrupt();
        }
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException _) {
            // It goes with the channel.
        }
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.warn("A lock stays until the end of the process", e);
        }
    }
}
