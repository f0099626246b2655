package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.sample.SampleSize;

import picocli.CommandLine.Option;

import java.time.Clock;
import java.time.LocalDate;

/// The options by which the sample back office is filled.
final class SampleOptions {

    /// As many as make every list worth filtering, in the seconds that a first look may take.
    static final int USUAL_SESSIONS = 20_000;

    static final long USUAL_SEED = 1;

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "" + USUAL_SESSIONS,
            description = "number of sessions (default: ${DEFAULT-VALUE})")
    private int sessions;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "" + USUAL_SEED,
            description = "other seed, other sessions (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "first day after the 14 months of sessions (default: today)")
    private @Nullable String until;

    /// Whether nothing else than usual was asked for.
    boolean isUsual() {
        return sessions == USUAL_SESSIONS && seed == USUAL_SEED && until == null;
    }

    SampleSize size() {
        var end = until == null ? LocalDate.now(Clock.systemUTC()) : Texts.date(until);
        return new SampleSize(seed, sessions, end);
    }
}
