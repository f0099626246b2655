package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.session.MergeCounts;
import org.roamledger.store.GoneSession;
import org.roamledger.sync.SyncResult;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

class SyncSummaryTest {

    private final StringWriter words = new StringWriter();
    private final Output output =
            new Output(new PrintWriter(new StringWriter()), new PrintWriter(words));

    @Test
    void wordsNameSomeOfTheSessionsThatAreGone() {
        SyncSummary.say(output, result(12));
        assertThat(words.toString())
                .contains("12 sessions any more")
                .contains("CDR-1, ")
                .contains("CDR-3")
                .doesNotContain("CDR-4");
    }

    @Test
    void theSummaryNamesAllThatAreGoneAndAllNotes() {
        var summary = SyncSummary.of(output, List.of(result(12))).toString();
        assertThat(summary).contains("CDR-12").contains("recordsTwice");
    }

    @Test
    void nothingSaysThatSessionsAreGoneWhereNoneAre() {
        SyncSummary.say(output, result(0));
        assertThat(words.toString()).doesNotContain("any more");
    }

    @Test
    void aSyncThatFindsSessionsGoneHasNotFailed() {
        assertThat(SyncSummary.exitCode(List.of(result(12)))).isZero();
    }

    private static SyncResult result(int gone) {
        return new SyncResult(
                "hub",
                true,
                1,
                3,
                new MergeCounts(3, 0, 0, 0),
                Duration.ofSeconds(1),
                null,
                List.of(new Problem.RecordsTwice("hub", 2)),
                LongStream.rangeClosed(1, gone).mapToObj(id -> gone(id)).toList());
    }

    private static GoneSession gone(long id) {
        return new GoneSession(id, "CDR-" + id, Instant.EPOCH, null, null, null);
    }
}
