package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.session.MergeCounts;
import org.roamledger.store.GoneSession;
import org.roamledger.store.SyncRun;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a sync has to tell, gathered while it runs. Belongs to its thread.
final class SyncReport {

    private long pages;
    private long received;
    private MergeCounts counts = MergeCounts.NONE;
    private final List<Problem> notes = new ArrayList<>();
    private @Nullable List<GoneSession> gone;

    void stored(int items, MergeCounts merged) {
        pages++;
        received += items;
        counts = counts.plus(merged);
    }

    void note(Problem problem) {
        if (!notes.contains(problem)) {
            notes.add(problem);
        }
    }

    /// @param count of records that the server has twice
    void twice(String source, long count) {
        if (count > 0) {
            note(new Problem.RecordsTwice(source, count));
        }
    }

    /// @param count of records that were updated later than now
    void notDue(String source, long count) {
        if (count > 0) {
            note(new Problem.RecordsOfTheFuture(source, count));
        }
    }

    void gone(List<GoneSession> sessions) {
        gone = List.copyOf(sessions);
    }

    /// As the history of its source has it.
    ///
    /// @param problem name of the problem it ended with
    SyncRun run(Instant began, Duration took, SyncScope scope, @Nullable String problem) {
        var number = gone == null ? null : (Integer) gone.size();
        return new SyncRun(began, took, scope.text(), received, counts, number, problem);
    }

    long pages() {
        return pages;
    }

    long received() {
        return received;
    }

    MergeCounts counts() {
        return counts;
    }

    List<Problem> notes() {
        return List.copyOf(notes);
    }

    List<GoneSession> gone() {
        return gone == null ? List.of() : gone;
    }
}
