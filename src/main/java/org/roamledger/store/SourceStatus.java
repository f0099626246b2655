package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// A source and how it is.
///
/// @param source the source
/// @param position how far it has been read
/// @param syncedAt when the last sync ended, or for files the last import; absent if there was none
/// @param problem name of the problem it ended with, if any
/// @param missingModules modules that its token does not see; while there are any, none of its rows
///   is shown
public record SourceStatus(
        Source source,
        SyncPosition position,
        @Nullable Instant syncedAt,
        @Nullable String problem,
        Set<String> missingModules) {

    /// Up to when the sessions of this source are known: for a back office the end of its last
    /// whole window, for files the last import.
    public @Nullable Instant dataAsOf() {
        return source.url() == null ? syncedAt : position.completeTo();
    }
}
