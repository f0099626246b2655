package org.roamledger.report;

import java.time.Instant;
import java.util.Locale;

/// The number of a settlement document, by which a partner refers to it.
///
/// @param year of the report zone in which it was issued
/// @param number counted from 1 in each year
/// @param issuedAt when it was taken
public record DocumentNumber(int year, int number, Instant issuedAt) {

    /// As it is printed: `2026-0042`.
    public String text() {
        return String.format(Locale.ROOT, "%d-%04d", year, number);
    }
}
