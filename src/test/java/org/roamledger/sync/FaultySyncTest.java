package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roamledger.problem.Progress;
import org.roamledger.sample.Conduct;
import org.roamledger.sample.Fault;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whole syncs of a sample back office with every fault that it can have: each one ends with all
/// that the back office holds, or says what is wrong and leaves the position where it was.
@Tag("slow")
class FaultySyncTest {

    private static final int SESSIONS = 2_500;
    private static final int MOST_SYNCS = 80;
    private static final long SEED = 9;

    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final TransportSettings settings =
            new TransportSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(500),
                    Duration.ofSeconds(5),
                    8 << 20,
                    5,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(15),
                    waits::add,
                    InstantSource.system());
    private final Set<String> problems = new TreeSet<>();
    private SessionStore store;
    private long stored;

    @SuppressWarnings("NullAway.Init") // opened before each test
    FaultySyncTest() {}

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SessionStore.open(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverIsWrongNothingIsLostAndNothingIsHalf(Fault fault) {
        try (var office = office(EnumSet.of(fault))) {
            var whole = false;
            for (var syncs = 1; syncs <= MOST_SYNCS && !(whole && wasSeen(fault)); syncs++) {
                whole = sync(office, whole).ok();
            }
            assertThat(problems).isSubsetOf(problemsOf(fault));
            assertThat(wasSeen(fault)).as("the fault was met").isTrue();
            while (!whole) {
                whole = sync(office, false).ok();
            }
            SampleFigures.assertEqual(store, office);
        }
    }

    @Test
    void allFaultsAtOnceAreOvercomeInTheEnd() {
        var all = EnumSet.allOf(Fault.class);
        // The last makes thousands of pages.
        all.removeAll(EnumSet.of(Fault.ONE_ITEM_PAGES));
        try (var office = office(all)) {
            var syncs = 0;
            while (!sync(office, false).ok()) {
                assertThat(++syncs).as("syncs that ended with %s", problems).isLessThan(MOST_SYNCS);
            }
            SampleFigures.assertEqual(store, office);
        }
    }

    private static SampleBackOffice office(Set<Fault> faults) {
        return SampleBackOffice.start(
                0,
                new SampleSize(SEED, SESSIONS, LocalDate.of(2026, 11, 1)),
                new Conduct(faults, Conduct.GOOD.versions()),
                Progress.NONE);
    }

    private SyncResult sync(SampleBackOffice office, boolean full) {
        var source = new Source("sample", office.versionsUrl(), null, null, null);
        if (store.sources().isEmpty()) {
            store.addSource(source);
        }
        var before = store.position("sample").completeTo();
        var token = Objects.requireNonNull(office.tokens().get("finance"));
        var result = new Sync(store, _ -> token, settings).sync(source, full, Progress.NONE);
        stored += result.counts().added();
        assertThat(SampleFigures.report(store).size()).isEqualTo(stored);
        assertThat(result.counts().rejected()).isZero();
        if (result.problem() != null) {
            problems.add(result.problem().key());
        }
        if (!Objects.equals(store.position("sample").completeTo(), before)) {
            // Only what is whole is behind a position; what comes after the records may still fail.
            SampleFigures.assertEqual(store, office);
        }
        return result;
    }

    /// Whether the fault had an effect; those that are always there have.
    private boolean wasSeen(Fault fault) {
        return problemsOf(fault).isEmpty() || !waits.isEmpty() || !problems.isEmpty();
    }

    private static Set<String> problemsOf(Fault fault) {
        return switch (fault) {
            case UNAUTHORIZED -> Set.of("tokenRefused");
            case TOO_MANY_REQUESTS, SERVER_ERROR, UNAVAILABLE -> Set.of("serverRefused");
            case SLOW, STALLED -> Set.of("serverTooSlow");
            case TRUNCATED -> Set.of("unreadableAnswer");
            case WEB_PAGE -> Set.of("webPageInsteadOfData");
            case GZIP_BOMB -> Set.of("answerTooLarge");
            case STATUS_2001 -> Set.of("ocpiError");
            default -> Set.of();
        };
    }
}
