package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Moment;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Start and stop of one session, where local times may name no instant or two.
///
/// @param startRule how the start came about if not by reading alone, else null
/// @param stopRule the same for the stop
record SessionTimes(
        Moment start,
        @Nullable String startRule,
        @Nullable Moment stop,
        @Nullable String stopRule) {

    static final String BY_START_AND_DURATION = "start + duration";
    static final String MOVED = "local time skipped by the clock, moved on";
    static final String EARLIER = "local time shown twice by the clock, earlier offset";
    static final String BY_DURATION = "local time shown twice by the clock, by duration";
    static final String BY_ORDER = "local time shown twice by the clock, by start and stop";
    static final String BY_ORIGINAL_START =
            "local time shown twice by the clock, by original start";

    /// What a written time can mean: one moment, or two in the hour that a clock shows twice, the
    /// earlier one first.
    ///
    /// @param rule if the moment is not simply what was written
    record Candidates(List<Moment> moments, @Nullable String rule) {

        boolean isSure() {
            return moments.size() == 1;
        }

        /// A local time that a clock skips is moved on by as much as the clock was.
        static Candidates of(LocalDateTime local, ZoneId zone) {
            var offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                var before = zone.getRules().getTransition(local).getOffsetBefore();
                var at = local.toInstant(before);
                return new Candidates(
                        List.of(new Moment(at, zone.getRules().getOffset(at))), MOVED);
            }
            return new Candidates(
                    offsets.stream().map(offset -> moment(local, offset)).toList(), null);
        }

        static Candidates of(LocalDateTime local, ZoneOffset offset) {
            return new Candidates(List.of(moment(local, offset)), null);
        }

        /// Only what happened at the same instant as another, independent telling of this time.
        Candidates confirmedBy(Moment other) {
            var same = moments.stream().filter(moment -> sameSecond(moment, other)).toList();
            return same.isEmpty() || isSure() ? this : new Candidates(same, BY_ORIGINAL_START);
        }

        private static Moment moment(LocalDateTime local, ZoneOffset offset) {
            return new Moment(local.toInstant(offset), offset);
        }

        private static boolean sameSecond(Moment one, Moment other) {
            return one.at().getEpochSecond() == other.at().getEpochSecond();
        }
    }

    /// Takes the pair that fits the duration best, of equals the first that runs forward, of those
    /// the earliest.
    static SessionTimes of(
            Candidates start, @Nullable Candidates stop, @Nullable Duration duration) {
        if (stop == null) {
            var first = start.moments.getFirst();
            var rule = start.isSure() ? start.rule : EARLIER;
            if (duration == null) {
                return new SessionTimes(first, rule, null, null);
            }
            var end = new Moment(first.at().plus(duration), first.sentOffset());
            return new SessionTimes(first, rule, end, BY_START_AND_DURATION);
        }
        var pairs = new ArrayList<Moment[]>();
        for (var from : start.moments) {
            for (var to : stop.moments) {
                pairs.add(new Moment[] {from, to});
            }
        }
        var best = pairs.getFirst();
        for (var pair : pairs) {
            if (misfit(pair, duration) < misfit(best, duration)) {
                best = pair;
            }
        }
        var why = why(pairs, best, duration);
        return new SessionTimes(
                best[0],
                start.isSure() ? start.rule : why,
                best[1],
                stop.isSure() ? stop.rule : why);
    }

    private static String why(List<Moment[]> pairs, Moment[] best, @Nullable Duration duration) {
        var fitting = pairs.stream().filter(p -> misfit(p, duration) == misfit(best, duration));
        if (fitting.count() > 1) {
            return EARLIER;
        }
        return duration == null ? BY_ORDER : BY_DURATION;
    }

    /// Seconds by which a pair contradicts the row; without a duration only running backwards does.
    private static long misfit(Moment[] pair, @Nullable Duration duration) {
        var took = Duration.between(pair[0].at(), pair[1].at());
        if (duration != null) {
            return took.minus(duration).abs().toSeconds();
        }
        return took.isNegative() ? took.abs().toSeconds() : 0;
    }
}
