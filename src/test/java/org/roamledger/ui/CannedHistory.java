package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.MergeCounts;
import org.roamledger.ui.base.Sources.PastSync;

import java.time.Duration;
import java.util.List;

/// Syncs of a source that went well, badly and in all scopes.
final class CannedHistory {

    private CannedHistory() {}

    static List<PastSync> some() {
        return List.of(
                past(300, "news", new MergeCounts(12, 3, 40, 0), null, null),
                past(3_900, "news", new MergeCounts(0, 0, 0, 0), null, "serverUnreachable"),
                past(90_000, "2026-10", new MergeCounts(2, 1, 4_210, 3), 2, null),
                past(180_000, "everything", new MergeCounts(8_412, 0, 0, 17), 0, null));
    }

    private static PastSync past(
            long secondsAgo,
            String scope,
            MergeCounts counts,
            @Nullable Integer gone,
            @Nullable String problem) {
        return new PastSync(
                CannedEngine.NOW.minusSeconds(secondsAgo),
                Duration.ofMillis(1_400 + secondsAgo),
                scope,
                counts.added() + counts.changed() + counts.unchanged() + counts.rejected(),
                counts,
                gone,
                problem);
    }
}
