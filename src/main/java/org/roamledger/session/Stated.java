package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A value of a station, with who said it and when.
///
/// @param value the value
/// @param by who said it
/// @param at when it was read or entered; absent for what sessions and sources say, which is as old
///   as they are
public record Stated<T>(T value, By by, @Nullable Instant at) {

    /// Who can say something of a station, in the order in which they are believed.
    public enum By {
        /// A person, in the window or in a station list.
        PERSON,
        /// The locations of a back office.
        BACK_OFFICE,
        /// The record of a session that was charged there.
        RECORD,
        /// What was said for a whole source.
        SOURCE
    }
}
