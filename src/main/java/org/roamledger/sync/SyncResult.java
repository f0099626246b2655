package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.MergeCounts;
import org.roamledger.store.GoneSession;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What a sync of one source did. What was stored stays stored, also where it ended with a problem.
///
/// @param name the source
/// @param ok whether all that the server has is stored now
/// @param pages pages of CDRs that were stored
/// @param received CDRs on these pages, those that were known already among them
/// @param counts what became of them
/// @param took how long it took
/// @param problem what it ended with, absent if it is `ok`
/// @param notes what is odd about the back office, though nothing is missing for it
/// @param gone sessions that it does not have any more, by start time; known only where everything
///   or a month was read. They stay in the store
public record SyncResult(
        String name,
        boolean ok,
        long pages,
        long received,
        MergeCounts counts,
        Duration took,
        @Nullable Problem problem,
        List<Problem> notes,
        List<GoneSession> gone) {

    private static final int GONE_IN_WORDS = 3;

    /// What a person should know although nothing failed: the notes, and that sessions are gone.
    public List<Problem> warnings() {
        var warnings = new ArrayList<>(notes);
        if (!gone.isEmpty()) {
            var first = gone.stream().limit(GONE_IN_WORDS).map(GoneSession::cdrId).toList();
            warnings.add(new Problem.GoneUpstream(name, gone.size(), first));
        }
        return warnings;
    }
}
