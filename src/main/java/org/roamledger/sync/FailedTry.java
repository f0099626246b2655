package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;

import java.time.Duration;

/// One try of a request went wrong.
final class FailedTry extends Exception {

    private final transient Problem problem;
    private final boolean again;
    private final @Nullable Duration asked;

    private FailedTry(
            Problem problem, boolean again, @Nullable Duration asked, @Nullable Throwable cause) {
        super(problem.key(), cause);
        this.problem = problem;
        this.again = again;
        this.asked = asked;
    }

    /// Another try is likely to fare no better.
    static FailedTry forGood(Problem problem, @Nullable Throwable cause) {
        return new FailedTry(problem, false, null, cause);
    }

    /// Another try may do better.
    ///
    /// @param asked how long the server asks to wait, if it does
    static FailedTry forNow(Problem problem, @Nullable Duration asked, @Nullable Throwable cause) {
        return new FailedTry(problem, true, asked, cause);
    }

    Problem problem() {
        return problem;
    }

    boolean again() {
        return again;
    }

    @Nullable Duration asked() {
        return asked;
    }
}
