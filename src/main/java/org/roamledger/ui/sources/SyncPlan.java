package org.roamledger.ui.sources;

import org.jspecify.annotations.Nullable;
import org.roamledger.ui.base.Sources.Schedule;
import org.roamledger.ui.base.Sources.SourceStatus;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// When each source is to be synced without being asked. It only knows the time that it is told.
///
/// * After the window opened, and each time after a sync, a source waits for the schedule's
///   minutes, and by chance up to a tenth longer: workstations that begin their day together do not
///   come to the server together.
/// * A source that fails waits twice as long each time, but no longer than four hours.
/// * While no server is reached, one of them is tried and the others wait with it; when it answers
///   they follow at once.
/// * If the sync at the start reached nothing, the network may be late: it is tried again soon,
///   also where nothing else is scheduled.
/// * When a person stops a sync, everything waits as if it had been synced.
///
/// For one thread at a time.
final class SyncPlan {

    /// By chance up to as long after the window opened.
    static final Duration START = Duration.ofSeconds(10);

    static final Duration LONGEST = Duration.ofHours(4);
    static final Duration NETWORK_LATE = Duration.ofMinutes(1);
    static final Duration NETWORK_GONE = Duration.ofMinutes(30);

    private static final int CHANCE = 10;
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator chance;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private Schedule schedule;
    private boolean started;

    /// How a sync of a source ended.
    enum End {
        WELL,
        UNREACHED,
        BADLY
    }

    private static final class Line {
        private Instant since;

        /// Absent: not to be synced.
        private @Nullable Duration wait;

        private @Nullable End end;
        private int failures;

        /// Whether the sync at the start did not come about yet.
        private boolean starting;

        private Line(Instant since) {
            this.since = since;
        }

        private @Nullable Instant due() {
            return wait == null ? null : since.plus(wait);
        }
    }

    SyncPlan(Schedule schedule, RandomGenerator chance) {
        this.schedule = schedule;
        this.chance = chance;
    }

    /// Takes notice of the sources there are. The first time is when the window opened; a source
    /// that comes later is synced by whoever adds it.
    void watch(List<SourceStatus> sources, Instant now) {
        var names = new HashSet<String>();
        for (var source : sources) {
            if (source.url() != null) {
                names.add(source.name());
                if (!lines.containsKey(source.name())) {
                    lines.put(source.name(), line(source, now));
                }
            }
        }
        lines.keySet().retainAll(names);
        started = true;
    }

    private Line line(SourceStatus source, Instant now) {
        var line = new Line(now);
        var tried = source.triedAt();
        if (!started && schedule.atStart()) {
            line.starting = true;
            line.wait = byChance(START);
        } else if (tried == null || started) {
            line.wait = usual();
        } else {
            line.wait = rest(tried, now);
        }
        return line;
    }

    void change(Schedule changed, Instant now) {
        schedule = changed;
        for (var line : lines.values()) {
            line.wait = rest(line.since, now);
            line.since = now;
            line.starting = false;
        }
    }

    /// How long a source still has to wait that was synced some time ago.
    private @Nullable Duration rest(Instant synced, Instant now) {
        var usual = usual();
        if (usual == null) {
            return null;
        }
        var rest = Duration.between(now, synced.plus(usual));
        return rest.isPositive() ? rest : byChance(START);
    }

    /// The source that has been due for the longest.
    Optional<String> due(Instant now) {
        for (var line : lines.values()) {
            if (line.since.isAfter(now)) {
                // The clock was put back.
                line.since = now;
            }
        }
        return lines.entrySet().stream()
                .filter(entry -> isDue(entry.getValue(), now))
                .min(Comparator.comparing(entry -> due(entry.getValue(), now)))
                .map(Map.Entry::getKey);
    }

    private static boolean isDue(Line line, Instant now) {
        var due = line.due();
        return due != null && !due.isAfter(now);
    }

    private static Instant due(Line line, Instant or) {
        var due = line.due();
        return due == null ? or : due;
    }

    /// When a source is synced next; nothing if it is not.
    Optional<Instant> next(String source) {
        var line = lines.get(source);
        return line == null ? Optional.empty() : Optional.ofNullable(line.due());
    }

    /// A sync ended, whoever asked for it.
    void ended(String source, End end, Instant now) {
        var line = lines.get(source);
        if (line == null) {
            return;
        }
        var wasOffline = isOffline();
        line.end = end;
        line.failures = end == End.WELL ? 0 : line.failures + 1;
        line.since = now;
        if (isOffline()) {
            lines.values().forEach(each -> pause(each, now));
        } else {
            line.wait = end == End.WELL ? usual() : longer(line);
            line.starting &= end != End.WELL;
            if (wasOffline) {
                follow(line, now);
            }
        }
    }

    private boolean isOffline() {
        return lines.values().stream().allMatch(line -> line.end == End.UNREACHED);
    }

    private void pause(Line line, Instant now) {
        line.since = now;
        line.wait = schedule.everyMinutes() > 0 ? usual() : longer(line);
    }

    private void follow(Line first, Instant now) {
        for (var line : lines.values()) {
            if (line != first && line.wait != null) {
                line.since = now;
                line.wait = Duration.ZERO;
            }
        }
    }

    /// A person stopped what was under way.
    void stopped(Instant now) {
        for (var line : lines.values()) {
            line.since = now;
            line.wait = usual();
            line.starting = false;
        }
    }

    private @Nullable Duration longer(Line line) {
        var usual = usual();
        if (usual != null) {
            return doubled(usual, line.failures, longest(usual, LONGEST));
        }
        return line.starting && line.end == End.UNREACHED
                ? doubled(NETWORK_LATE, line.failures, NETWORK_GONE)
                : null;
    }

    private static Duration doubled(Duration first, int failures, Duration most) {
        var doublings = Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        var doubled = first.multipliedBy(1L << doublings);
        return doubled.compareTo(most) < 0 ? doubled : most;
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private @Nullable Duration usual() {
        var every = Duration.ofMinutes(schedule.everyMinutes());
        return every.isZero() ? null : every.plus(byChance(every.dividedBy(CHANCE)));
    }

    private Duration byChance(Duration most) {
        return Duration.ofMillis((long) (chance.nextDouble() * most.toMillis()));
    }
}
