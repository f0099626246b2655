package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;

class SourceHistoryTest {

    private static final SampleSize SMALL = new SampleSize(1, 200, LocalDate.parse("2026-11-01"));

    @TempDir Path folder;

    private String token(SampleBackOffice backOffice, String grant) {
        return Objects.requireNonNull(backOffice.tokens().get(grant));
    }

    @Test
    void syncsAreListedTheNewestFirst() throws Exception {
        var cli = new Cli(folder);
        try (var backOffice = SampleBackOffice.start(0, SMALL, Progress.NONE)) {
            var url = backOffice.versionsUrl().toString();
            cli.addSource("hub", url, token(backOffice, "finance"));
            cli.run("sync", "hub");
            cli.run("sync", "hub", "--month", "2026-10");
        }
        cli.run("sync", "hub");
        var outcome = cli.run("source", "history", "hub");
        assertThat(outcome.exit()).isZero();
        var syncs = outcome.json().at("/syncs");
        assertThat(syncs.size()).isEqualTo(3);
        assertThat(syncs.at("/0/problem").asString()).isEqualTo("serverUnreachable");
        assertThat(syncs.at("/1/scope").asString()).isEqualTo("2026-10");
        assertThat(syncs.at("/1/gone").asInt()).isZero();
        assertThat(syncs.at("/2/new").asInt()).isPositive();
        assertThat(syncs.at("/2/gone").isNull()).isTrue();
        assertThat(outcome.words()).contains("serverUnreachable").contains("2026-10");
    }

    @Test
    void aSourceThatWasNeverSyncedSaysSo() throws Exception {
        var cli = new Cli(folder);
        cli.addSource("hub", "https://hub.example/versions", "t");
        var outcome = cli.run("source", "history", "hub");
        assertThat(outcome.json().at("/syncs").isEmpty()).isTrue();
        assertThat(outcome.words()).contains("not synced yet");
    }

    @Test
    void aSourceThatIsNotThereIsSaidToBeSo() {
        var outcome = new Cli(folder).run("source", "history", "nobody");
        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.json().at("/problem").asString()).isEqualTo("sourceUnknown");
    }
}
