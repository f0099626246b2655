package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How far a source has been read.
///
/// @param completeTo server time up to which every record was stored; absent before the first whole
///   window
/// @param open the window that is being read, absent between two syncs
public record SyncPosition(@Nullable Instant completeTo, @Nullable Window open) {

    public static final SyncPosition START = new SyncPosition(null, null);

    /// A stretch of `last_updated` that is read page by page, so that a killed sync goes on at its
    /// next page.
    ///
    /// @param from inclusive; absent reads from the beginning
    /// @param to exclusive, a server time
    /// @param nextOffset records of the window already stored
    /// @param distinct how many different records of the window were received so far
    /// @param total what the server said the window holds, negative if it did not say
    /// @param last identity of the last record that was stored, by which a sync that goes on knows
    ///   that nothing moved meanwhile; 0 if there is none
    public record Window(
            @Nullable Instant from,
            Instant to,
            long nextOffset,
            long distinct,
            long total,
            long last) {}
}
