package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.sample.SampleSize;

import picocli.CommandLine.Option;

import java.time.Clock;
import java.time.LocalDate;

/// The options by which the sample back office is filled.
final class SampleOptions {

    @Option(
            names = "--sessions",
            paramLabel = "N",
            defaultValue = "20000",
            description = "number of sessions (default: ${DEFAULT-VALUE})")
    private int sessions;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "other seed, other sessions (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "first day after the 14 months of sessions (default: today)")
    private @Nullable String until;

    SampleSize size() {
        var end = until == null ? LocalDate.now(Clock.systemUTC()) : Texts.date(until);
        return new SampleSize(seed, sessions, end);
    }
}
