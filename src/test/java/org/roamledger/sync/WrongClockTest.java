package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;

/// A workstation whose clock is off, by a day or by decades, that syncs, and syncs again when the
/// clock was set right.
class WrongClockTest {

    private static final int SESSIONS = 1_500;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 30 * 365, -30 * 365})
    void nothingIsMissedAndTheClockIsPointedOut(long days) {
        var size = new SampleSize(7, SESSIONS, LocalDate.of(2026, 11, 1));
        var wrong = Clock.offset(Clock.systemUTC(), Duration.ofDays(days));
        try (var office = SampleBackOffice.start(0, size, Progress.NONE);
                var store = SessionStore.open(folder.resolve("store"), wrong)) {
            var source = new Source("demo", office.versionsUrl(), null, null, null);
            store.addSource(source);
            var first = sync(office, store, source, wrong);
            assertThat(first.problem()).isNull();
            assertThat(first.counts().added()).isEqualTo(SESSIONS);
            assertThat(first.warnings())
                    .anyMatch(warning -> warning instanceof Problem.ClockDiffers);
            var second = sync(office, store, source, InstantSource.system());
            assertThat(second.problem()).isNull();
            assertThat(second.counts().added()).isZero();
            SampleFigures.assertEqual(store, office);
        }
    }

    private static SyncResult sync(
            SampleBackOffice office, SessionStore store, Source source, InstantSource clock) {
        var usual = TransportSettings.STANDARD;
        var token = Objects.requireNonNull(office.tokens().get("finance"));
        return new Sync(
                        store,
                        _ -> token,
                        new TransportSettings(
                                usual.connect(),
                                usual.headers(),
                                usual.idle(),
                                usual.total(),
                                usual.pageBytes(),
                                usual.tries(),
                                usual.backoff(),
                                usual.longestWait(),
                                usual.sleeper(),
                                clock))
                .sync(source, false, Progress.NONE);
    }
}
