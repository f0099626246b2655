package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

class SyncHistoryTest {

    private static final Instant AT = Instant.parse("2026-11-01T06:00:00Z");
    private static final Source HUB =
            new Source("hub", URI.create("https://h/versions"), null, null, null);

    private Path file;
    private SessionStore store;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SyncHistoryTest() {}

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("store");
        store = SessionStore.open(file);
        store.addSource(HUB);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SyncRun run(long received) {
        return new SyncRun(
                AT.plusSeconds(received),
                Duration.ofMillis(1_234),
                "news",
                received,
                new MergeCounts(1, 2, 3, 4),
                null,
                null);
    }

    private void record(String source, SyncRun run) {
        store.recordSync(source, new SyncOutcome(AT, run.problem(), Set.of()), run);
    }

    @Test
    void aSyncStandsInTheHistoryAsItWas() {
        var bad =
                new SyncRun(
                        AT,
                        Duration.ofSeconds(9),
                        "2026-10",
                        7,
                        MergeCounts.NONE,
                        5,
                        "tokenRefused");
        record("hub", run(6));
        record("hub", bad);
        store.close();
        store = SessionStore.open(file);
        assertThat(store.history("hub")).containsExactly(bad, run(6));
    }

    @Test
    void theOutcomeIsRecordedWithTheHistory() {
        record(
                "hub",
                new SyncRun(AT, Duration.ZERO, "news", 0, MergeCounts.NONE, null, "diskFull"));
        assertThat(store.source("hub").problem()).isEqualTo("diskFull");
    }

    @Test
    void onlyTheNewestAreKeptOfEachSource() {
        store.addSource(new Source("other", URI.create("https://o/"), null, null, null));
        record("other", run(0));
        for (var i = 1; i <= SyncRunTable.MOST + 3; i++) {
            record("hub", run(i));
        }
        assertThat(store.history("hub"))
                .hasSize(SyncRunTable.MOST)
                .startsWith(run(SyncRunTable.MOST + 3))
                .endsWith(run(4));
        assertThat(store.history("other")).containsExactly(run(0));
    }

    @Test
    void aSourceThatIsNotThereHasNoHistory() {
        assertThatThrownBy(() -> store.history("elsewhere")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aSourceThatMovesKeepsHowFarItWasRead() {
        var position = new SyncPosition(AT, null);
        store.merge("hub", new Delivery(List.of(), List.of()), position);
        store.moveSource("hub", URI.create("http://127.0.0.1:9/versions"));
        assertThat(store.source("hub").source().url()).hasToString("http://127.0.0.1:9/versions");
        assertThat(store.position("hub")).isEqualTo(position);
    }
}
