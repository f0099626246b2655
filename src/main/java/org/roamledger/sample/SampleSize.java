package org.roamledger.sample;

import java.time.LocalDate;

/// What a sample back office is filled with. The same size gives the same records.
///
/// @param seed chooses stations, tariffs, customers and sessions
/// @param sessions how many CDRs are served, credits and replacements among them; 0 to 10,000,000
/// @param until the first day that is not covered; the 14 months before it are
public record SampleSize(long seed, int sessions, LocalDate until) {

    static final int MONTHS = 14;

    private static final int MOST = 10_000_000;

    public SampleSize {
        if (sessions < 0 || sessions > MOST) {
            throw new IllegalArgumentException("sessions must be 0 to " + MOST + ": " + sessions);
        }
    }

    /// The first day that is covered.
    LocalDate from() {
        return until.minusMonths(MONTHS);
    }
}
