package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.MergeCounts;

import java.time.Duration;
import java.time.Instant;

/// One sync of a source, as its history tells it.
///
/// @param began by the workstation's clock
/// @param took kept to the millisecond
/// @param scope what was read: `news`, `everything`, or a month as `2026-10`
/// @param received records that arrived, those that were known already among them
/// @param counts what became of them
/// @param gone how many sessions the source did not have any more; absent where nobody looked
/// @param problem name of the problem it ended with; absent if all went well
public record SyncRun(
        Instant began,
        Duration took,
        String scope,
        long received,
        MergeCounts counts,
        @Nullable Integer gone,
        @Nullable String problem) {}
