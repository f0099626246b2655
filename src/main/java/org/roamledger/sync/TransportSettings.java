package org.roamledger.sync;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.time.Duration;
import java.time.InstantSource;

/// How long to wait for a server, how much to take from it, and how often to try.
///
/// @param connect until the connection stands
/// @param headers until the answer begins, after the request was sent
/// @param idle between two pieces of the answer
/// @param total for one whole answer
/// @param pageBytes the most bytes of one answer, compressed or not
/// @param tries how often one request is sent before it has failed, at least 1
/// @param backoff wait before the second try; doubles from try to try, with jitter on top
/// @param longestWait the longest wait that a server may ask for
/// @param sleeper waits between tries
/// @param clock the workstation's time, where a server does not tell its own
public record TransportSettings(
        Duration connect,
        Duration headers,
        Duration idle,
        Duration total,
        long pageBytes,
        int tries,
        Duration backoff,
        Duration longestWait,
        Sleeper sleeper,
        InstantSource clock) {

    /// Waits between two tries.
    @FunctionalInterface
    public interface Sleeper {

        void sleep(Duration duration) throws InterruptedException;
    }

    private static final long PAGE_BYTES = 64L << 20;

    /// What suits a back office that may be slow.
    public static final TransportSettings STANDARD =
            new TransportSettings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(90),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(5),
                    PAGE_BYTES,
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(15),
                    Thread::sleep,
                    InstantSource.system());

    /// What suits a person who waits to see whether a source works.
    public static final TransportSettings ONCE =
            new TransportSettings(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(60),
                    PAGE_BYTES,
                    1,
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1),
                    Thread::sleep,
                    InstantSource.system());

    /// Waits between two tries.
    ///
    /// @throws ProblemException with [Problem.Cancelled] if the thread was interrupted, whose flag
    ///   then stays set
    void sleep(Duration duration) {
        try {
            sleeper.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        }
    }
}
