package org.roamledger.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.session.MergeCounts;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Sources.Schedule;
import org.roamledger.ui.base.Sources.SourceStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;

/// Syncs that nobody asked for, over a clock and a thread that only move when the test says so.
class AutoSyncTest {

    private static final Schedule QUARTERLY = new Schedule(true, 15);
    private static final Duration LONGER_THAN_QUARTER = Duration.ofMinutes(17);

    private final CannedEngine engine = new CannedEngine();
    private final Queue<Runnable> syncThread = new ArrayDeque<>();
    private final List<Notice> notices = new ArrayList<>();
    private int reloads;
    private Instant now = CannedEngine.NOW;

    private SourcesModel sources = sources();
    private AutoSync model = model();

    private Background background() {
        return new Background(
                name -> name.equals("sync") ? syncThread::add : Runnable::run,
                Runnable::run,
                () -> {});
    }

    private SourcesModel sources() {
        return new SourcesModel(
                engine, background(), notices::add, () -> reloads++, () -> {}, _ -> {});
    }

    private AutoSync model() {
        return new AutoSync(
                engine, background(), sources, () -> now, new SplittableRandom(1), notices::add);
    }

    /// Opens the window with a schedule, and lets its first seconds pass.
    private void open(Schedule schedule) {
        engine.schedule = schedule;
        sources = sources();
        model = model();
        sources.refresh();
        model.tick();
        pass(SyncPlan.START);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        model.tick();
    }

    private void finishSync() {
        syncThread.remove().run();
    }

    private void serverIs(Problem problem) {
        engine.syncProblem = problem;
        engine.syncCounts = MergeCounts.NONE;
        engine.sources =
                List.of(
                        new SourceStatus(
                                engine.sources.getFirst().name(),
                                "https://hub",
                                CannedEngine.NOW,
                                problem,
                                0,
                                now));
    }

    private static Problem unreachable() {
        return new Problem.ServerUnreachable("https://hub", "no route");
    }

    @Test
    void whatIsNewAtTheStartIsShownAndTold() {
        open(QUARTERLY);
        finishSync();
        assertThat(engine.synced).containsExactly("Nordvolt back office");
        assertThat(notices).extracting(Notice::key).containsExactly("sync.news.found");
        assertThat(reloads).isEqualTo(1);
    }

    @Test
    void withoutAScheduleNothingIsSynced() {
        open(Schedule.NEVER);
        pass(Duration.ofDays(1));
        assertThat(syncThread).isEmpty();
    }

    @Test
    void aSyncThatBringsNothingLeavesTheReaderInPeace() {
        engine.syncCounts = new MergeCounts(0, 0, 40, 0);
        open(QUARTERLY);
        finishSync();
        assertThat(notices).isEmpty();
        assertThat(reloads).isZero();
    }

    @Test
    void neverDoTwoSyncsRunAtOnce() {
        open(QUARTERLY);
        pass(Duration.ofHours(1));
        assertThat(syncThread).hasSize(1);
        sources.sync();
        assertThat(syncThread).hasSize(1);
    }

    @Test
    void aSyncThatAPersonAskedForCountsForTheSchedule() {
        open(Schedule.NEVER);
        model.change(new Schedule(false, 15));
        pass(Duration.ofMinutes(14));
        sources.sync("Nordvolt back office");
        finishSync();
        pass(Duration.ofMinutes(14));
        assertThat(syncThread).isEmpty();
        pass(Duration.ofMinutes(3));
        assertThat(syncThread).hasSize(1);
    }

    @Test
    void whoStopsASyncIsNotOverruledByTheSchedule() {
        open(QUARTERLY);
        sources.syncing().cancel();
        pass(Duration.ofMinutes(14));
        assertThat(syncThread).hasSize(1);
        finishSync();
        assertThat(engine.synced).isEmpty();
        pass(LONGER_THAN_QUARTER);
        finishSync();
        assertThat(engine.synced).hasSize(1);
    }

    @Test
    void withoutANetworkNobodyIsToldAgainAndAgain() {
        open(QUARTERLY);
        finishSync();
        notices.clear();
        serverIs(unreachable());
        pass(LONGER_THAN_QUARTER);
        finishSync();
        pass(LONGER_THAN_QUARTER);
        finishSync();
        assertThat(notices).isEmpty();
        assertThat(Health.isOffline(Objects.requireNonNull(sources.sources().get()))).isTrue();
    }

    @Test
    void aSourceThatBeginsToFailIsToldOnce() {
        open(QUARTERLY);
        finishSync();
        notices.clear();
        serverIs(new Problem.TokenRefused("https://hub", 401));
        pass(LONGER_THAN_QUARTER);
        finishSync();
        pass(LONGER_THAN_QUARTER.multipliedBy(2));
        finishSync();
        assertThat(notices).extracting(Notice::key).containsExactly("sync.failed");
    }

    @Test
    void aChangedScheduleIsKept() {
        open(Schedule.NEVER);
        model.change(QUARTERLY);
        assertThat(engine.schedule).isEqualTo(QUARTERLY);
        assertThat(model.schedule().get()).isEqualTo(QUARTERLY);
    }

    @Test
    void theNextSyncIsTold() {
        open(new Schedule(false, 15));
        assertThat(model.next("Nordvolt back office"))
                .hasValueSatisfying(
                        next -> assertThat(next).isBetween(now, now.plus(LONGER_THAN_QUARTER)));
        assertThat(model.next("Imported files")).isEmpty();
    }
}
