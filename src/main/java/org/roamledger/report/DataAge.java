package org.roamledger.report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How old the data of a source is.
///
/// @param source its name
/// @param asOf when it was last read without a fault; null for never
public record DataAge(String source, @Nullable Instant asOf) {}
