package org.roamledger.problem;

/// Told by long work how far it is. Called on the thread of the work, often.
@FunctionalInterface
public interface Progress {

    /// Tells nobody.
    Progress NONE = (_, _) -> {};

    /// Receives how many of how many steps are done; a negative `total` is not known yet.
    void show(long done, long total);

    /// Tells how far the work is, and ends it if its thread was interrupted.
    ///
    /// @throws ProblemException with [Problem.Cancelled] if the thread was interrupted; the flag
    ///   stays set
    default void step(long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw new ProblemException(new Problem.Cancelled());
        }
        show(done, total);
    }
}
