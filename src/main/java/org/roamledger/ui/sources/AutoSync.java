package org.roamledger.ui.sources;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Sources;
import org.roamledger.ui.base.Sources.Schedule;
import org.roamledger.ui.sources.SyncPlan.End;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Syncs sources without being asked, as this workstation's schedule says. The syncs themselves run
/// in the lane of all syncs, so there are never two at once.
///
/// Confined to the screen thread.
public final class AutoSync {

    private final Sources schedules;
    private final SourcesModel sources;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final Consumer<Notice> notices;
    private final Lane keeping;
    private final ReadOnlyObjectWrapper<Schedule> schedule =
            new ReadOnlyObjectWrapper<>(Schedule.NEVER);

    /// Absent until the schedule is known.
    private @Nullable SyncPlan plan;

    /// @param chance keeps workstations from coming to a server together
    public AutoSync(
            Sources schedules,
            Background background,
            SourcesModel sources,
            InstantSource clock,
            RandomGenerator chance,
            Consumer<Notice> notices) {
        this.schedules = schedules;
        this.sources = sources;
        this.clock = clock;
        this.chance = chance;
        this.notices = notices;
        keeping = background.lane("schedule");
        sources.onSynced(this::ended, this::stopped);
        keeping.run(_ -> schedules.schedule(), this::begin, this::tell);
    }

    private void begin(Schedule kept) {
        schedule.set(kept);
        plan = new SyncPlan(kept, chance);
    }

    /// Lets time pass: starts what is due. To be called every few seconds.
    public void tick() {
        var known = sources.sources().get();
        if (plan != null && known != null) {
            plan.watch(known, clock.instant());
            if (!sources.syncing().running().get()) {
                plan.due(clock.instant()).ifPresent(sources::syncQuietly);
            }
        }
    }

    private void ended(String source, @Nullable Problem problem) {
        if (plan != null) {
            plan.ended(source, end(problem), clock.instant());
        }
    }

    private static End end(@Nullable Problem problem) {
        if (problem == null) {
            return End.WELL;
        }
        return Trouble.of(problem) == Trouble.NETWORK ? End.UNREACHED : End.BADLY;
    }

    private void stopped() {
        if (plan != null) {
            plan.stopped(clock.instant());
        }
    }

    /// Changes the schedule, also for the next time.
    void change(Schedule changed) {
        if (!changed.equals(schedule.get())) {
            schedule.set(changed);
            if (plan != null) {
                plan.change(changed, clock.instant());
            }
            keeping.run(
                    _ -> {
                        schedules.keepSchedule(changed);
                        return changed;
                    },
                    _ -> {},
                    this::tell);
        }
    }

    private void tell(Problem problem) {
        notices.accept(Notice.failed("schedule.failed", problem));
    }

    ReadOnlyObjectProperty<Schedule> schedule() {
        return schedule.getReadOnlyProperty();
    }

    /// When a source is synced next; nothing if it is not.
    Optional<Instant> next(String source) {
        return plan == null ? Optional.empty() : plan.next(source);
    }
}
