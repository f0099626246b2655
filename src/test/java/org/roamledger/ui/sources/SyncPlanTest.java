package org.roamledger.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roamledger.ui.base.Sources.Schedule;
import org.roamledger.ui.base.Sources.SourceStatus;
import org.roamledger.ui.sources.SyncPlan.End;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

class SyncPlanTest {

    private static final Schedule AT_START = new Schedule(true, 0);
    private static final Schedule QUARTERLY = new Schedule(false, 15);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Instant OPENED = Instant.parse("2026-11-02T08:00:00Z");

    /// Half of what is possible, always.
    private static final RandomGenerator HALF =
            new RandomGenerator() {
                @Override
                public long nextLong() {
                    return Long.MIN_VALUE;
                }
            };

    private Instant now = OPENED;

    private static List<SourceStatus> sources(String... names) {
        return Arrays.stream(names).map(name -> tried(name, null)).toList();
    }

    private static SourceStatus tried(String name, @Nullable Instant at) {
        return new SourceStatus(name, "https://" + name, null, null, 0, at);
    }

    private SyncPlan plan(Schedule schedule, String... names) {
        var plan = new SyncPlan(schedule, HALF);
        plan.watch(sources(names), now);
        return plan;
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /// By chance up to a tenth longer.
    private static Duration splayed(Duration time) {
        return time.plus(time.dividedBy(20));
    }

    @Test
    void withoutAScheduleNothingIsEverDue() {
        var plan = plan(Schedule.NEVER, "a");
        pass(Duration.ofDays(30));
        assertThat(plan.due(now)).isEmpty();
        assertThat(plan.next("a")).isEmpty();
    }

    @Test
    void atTheStartEachSourceIsDueOnceAfterALittleWhile() {
        var plan = plan(AT_START, "a");
        assertThat(plan.due(now)).isEmpty();
        pass(SyncPlan.START.dividedBy(2));
        assertThat(plan.due(now)).hasValue("a");
        plan.ended("a", End.WELL, now);
        pass(Duration.ofDays(30));
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void chanceKeepsTwoWorkstationsApart() {
        var plan = new SyncPlan(AT_START, RandomGenerator.of("SplittableRandom"));
        plan.watch(sources("a"), now);
        var other = new SyncPlan(AT_START, RandomGenerator.of("SplittableRandom"));
        other.watch(sources("a"), now);
        assertThat(plan.next("a")).isNotEqualTo(other.next("a"));
        assertThat(plan.next("a").orElseThrow()).isBetween(now, now.plus(SyncPlan.START));
    }

    @Test
    void filesAreNeverDue() {
        var plan = new SyncPlan(AT_START, HALF);
        plan.watch(List.of(new SourceStatus("files", null, null, null, 0)), now);
        pass(Duration.ofDays(1));
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void aSourceIsDueAgainWhenItsMinutesAreOver() {
        var plan = plan(QUARTERLY, "a");
        pass(QUARTER);
        assertThat(plan.due(now)).isEmpty();
        pass(splayed(QUARTER).minus(QUARTER));
        assertThat(plan.due(now)).hasValue("a");
        plan.ended("a", End.WELL, now);
        assertThat(plan.next("a")).hasValue(now.plus(splayed(QUARTER)));
    }

    @Test
    void whatWasSyncedShortlyBeforeTheWindowOpenedWaitsForTheRest() {
        var plan = new SyncPlan(QUARTERLY, HALF);
        plan.watch(List.of(tried("a", now.minus(Duration.ofMinutes(10)))), now);
        assertThat(plan.next("a"))
                .hasValue(now.minus(Duration.ofMinutes(10)).plus(splayed(QUARTER)));
    }

    @Test
    void whatIsLongOverdueIsNotSyncedInTheSameMomentEverywhere() {
        var plan = new SyncPlan(QUARTERLY, HALF);
        plan.watch(List.of(tried("a", now.minus(Duration.ofDays(3)))), now);
        assertThat(plan.next("a")).hasValue(now.plus(SyncPlan.START.dividedBy(2)));
    }

    @Test
    void theOneThatWaitedLongestComesFirst() {
        var plan = plan(QUARTERLY, "a", "b");
        plan.ended("b", End.WELL, now.minusSeconds(60));
        pass(Duration.ofHours(1));
        assertThat(plan.due(now)).hasValue("b");
    }

    @Test
    void aSourceThatFailsWaitsTwiceAsLongEachTimeUpToFourHours() {
        var plan = plan(QUARTERLY, "a", "b");
        var waits = new Duration[8];
        for (var i = 0; i < waits.length; i++) {
            plan.ended("a", End.BADLY, now);
            waits[i] = Duration.between(now, plan.next("a").orElseThrow());
        }
        var first = splayed(QUARTER);
        assertThat(waits)
                .startsWith(first, first.multipliedBy(2), first.multipliedBy(4))
                .endsWith(SyncPlan.LONGEST);
    }

    @Test
    void aSourceThatWorksAgainWaitsAsBefore() {
        var plan = plan(QUARTERLY, "a");
        plan.ended("a", End.BADLY, now);
        plan.ended("a", End.BADLY, now);
        plan.ended("a", End.WELL, now);
        plan.ended("a", End.BADLY, now);
        assertThat(plan.next("a")).hasValue(now.plus(splayed(QUARTER)));
    }

    @Test
    void offlineOnlyOneSourceIsTried() {
        var plan = plan(QUARTERLY, "a", "b");
        plan.ended("a", End.UNREACHED, now);
        plan.ended("b", End.UNREACHED, now);
        pass(splayed(QUARTER));
        var tried = plan.due(now).orElseThrow();
        plan.ended(tried, End.UNREACHED, now);
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void backOnlineTheOthersFollowAtOnce() {
        var plan = plan(QUARTERLY, "a", "b");
        plan.ended("a", End.UNREACHED, now);
        plan.ended("b", End.UNREACHED, now);
        pass(splayed(QUARTER));
        plan.ended("a", End.WELL, now);
        assertThat(plan.due(now)).hasValue("b");
    }

    @Test
    void aServerThatIsDownIsNotTriedAgainForEachOneThatWorks() {
        var plan = plan(QUARTERLY, "a", "b");
        plan.ended("b", End.WELL, now);
        plan.ended("a", End.UNREACHED, now);
        plan.ended("a", End.UNREACHED, now);
        pass(splayed(QUARTER));
        plan.ended("b", End.WELL, now);
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void aNetworkThatComesLateIsWaitedForAtTheStart() {
        var plan = plan(AT_START, "a", "b");
        pass(SyncPlan.START);
        plan.ended("a", End.UNREACHED, now);
        plan.ended("b", End.UNREACHED, now);
        pass(SyncPlan.NETWORK_LATE);
        assertThat(plan.due(now)).isPresent();
        plan.ended("a", End.WELL, now);
        assertThat(plan.due(now)).hasValue("b");
        plan.ended("b", End.WELL, now);
        pass(Duration.ofDays(1));
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void aServerThatRefusesAtTheStartIsLeftAlone() {
        var plan = plan(AT_START, "a");
        plan.ended("a", End.BADLY, now);
        pass(Duration.ofDays(1));
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void afterAPersonStoppedASyncNothingStartsBeforeItsTime() {
        var plan = plan(new Schedule(true, 15), "a", "b");
        pass(SyncPlan.START);
        assertThat(plan.due(now)).isPresent();
        plan.stopped(now);
        pass(QUARTER);
        assertThat(plan.due(now)).isEmpty();
        pass(QUARTER);
        assertThat(plan.due(now)).isPresent();
    }

    @Test
    void aPersonWhoStopsTheSyncAtTheStartIsLeftInPeace() {
        var plan = plan(AT_START, "a");
        plan.stopped(now);
        pass(Duration.ofDays(1));
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void aChangedScheduleCountsFromTheLastSync() {
        var plan = plan(AT_START, "a");
        plan.ended("a", End.WELL, now);
        pass(Duration.ofMinutes(5));
        plan.change(QUARTERLY, now);
        assertThat(plan.next("a")).hasValue(OPENED.plus(splayed(QUARTER)));
        plan.change(Schedule.NEVER, now);
        assertThat(plan.next("a")).isEmpty();
    }

    @Test
    void aClockThatIsPutBackDoesNotStopTheSyncs() {
        var plan = plan(QUARTERLY, "a");
        now = now.minus(Duration.ofDays(1));
        assertThat(plan.due(now)).isEmpty();
        pass(splayed(QUARTER));
        assertThat(plan.due(now)).hasValue("a");
    }

    @Test
    void aSourceThatIsAddedLaterIsNotSyncedTwice() {
        var plan = plan(AT_START, "a");
        plan.watch(sources("a", "b"), now);
        pass(SyncPlan.START);
        assertThat(plan.due(now)).hasValue("a");
        plan.ended("a", End.WELL, now);
        assertThat(plan.due(now)).isEmpty();
    }

    @Test
    void aSourceThatIsTakenAwayIsForgotten() {
        var plan = plan(QUARTERLY, "a", "b");
        plan.watch(sources("b"), now);
        pass(Duration.ofDays(1));
        assertThat(plan.due(now)).hasValue("b");
    }
}
