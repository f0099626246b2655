package org.roamledger.session;

import org.jspecify.annotations.Nullable;

/// Marks a record that takes back an earlier one.
///
/// @param creditedCdrId id of the record taken back; some feeds do not say it
public record Credit(@Nullable String creditedCdrId) {}
