package org.roamledger.ui.care;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.base.Upkeep;
import org.roamledger.ui.base.Upkeep.Copy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;

/// Checks the store when it is opened, makes its backups, and puts one back.
///
/// Confined to the screen thread.
public final class CareModel {

    private final Upkeep upkeep;
    private final InstantSource clock;
    private final Consumer<Notice> notices;
    private final Runnable sync;
    private final Runnable replaced;
    private final Consumer<Path> opener;
    private final Activity working;
    private final Activity supporting;
    private final Lane asking;
    private final Lane backingUp;
    private final ReadOnlyObjectWrapper<@Nullable Checked> checked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Copy>> backups =
            new ReadOnlyObjectWrapper<>(List.of());
    private Consumer<Problem> showDamage = _ -> {};
    private @Nullable LocalDate askedOn;

    /// @param sync brings what a restored store lacks
    /// @param replaced told when there is another store than before
    /// @param opener opens a folder in the system's own way
    public CareModel(
            Upkeep upkeep,
            Background background,
            InstantSource clock,
            Consumer<Notice> notices,
            Runnable sync,
            Runnable replaced,
            Consumer<Path> opener) {
        this.upkeep = upkeep;
        this.clock = clock;
        this.notices = notices;
        this.sync = sync;
        this.replaced = replaced;
        this.opener = opener;
        working = new Activity("activity.restore", background.lane("care"));
        supporting = new Activity("activity.support", background.lane("support"));
        asking = background.lane("backups");
        backingUp = background.lane("backup");
    }

    /// A check that is over.
    ///
    /// @param damage absent if the store was sound
    public record Checked(Instant when, @Nullable Problem damage) {}

    /// Says what happened when the store was opened, and begins to check it.
    ///
    /// @param show tells of damage, and how to get rid of it
    public void begin(Consumer<Problem> show) {
        showDamage = show;
        if (checked.get() == null) {
            asking.run(_ -> upkeep.told(), this::tellOpening, this::tell);
            check();
        }
    }

    private void tellOpening(List<Problem> told) {
        for (var problem : told) {
            var notice = Notice.hint(key(problem)).warning(List.of(problem));
            notices.accept(
                    problem instanceof Problem.StoreRebuilt
                            ? notice.offering(new Notice.Offer("care.syncNow", sync))
                            : notice);
        }
        refresh();
    }

    private static String key(Problem problem) {
        return switch (problem) {
            case Problem.StoreRebuilt _, Problem.StoreStartedAnew _ -> "care.rebuilt";
            case Problem.StoreReadOnly _ -> "care.readOnly";
            case Problem.StoreOnNetwork _, Problem.StoreInSyncedFolder _ -> "care.place";
            default -> "care.policy";
        };
    }

    private void check() {
        backingUp.run(
                upkeep::check,
                check -> {
                    checked.set(new Checked(clock.instant(), check.damage()));
                    if (check.damage() == null) {
                        backUpIfDue();
                    } else {
                        showDamage.accept(check.damage());
                    }
                },
                this::tell);
    }

    /// Lets time pass: makes the backup of the day. To be called every few seconds.
    public void tick() {
        var check = checked.get();
        if (check != null && check.damage() == null && !today().equals(askedOn)) {
            backUpIfDue();
        }
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private void backUpIfDue() {
        askedOn = today();
        backingUp.run(
                progress -> {
                    var due = upkeep.isBackupDue();
                    if (due) {
                        upkeep.backUp(progress);
                    }
                    return due;
                },
                _ -> refresh(),
                problem -> notices.accept(Notice.failed("care.backupFailed", problem)));
    }

    void backUpNow() {
        backingUp.run(
                progress -> {
                    upkeep.backUp(progress);
                    return upkeep.backups();
                },
                now -> {
                    backups.set(now);
                    notices.accept(Notice.done("care.backedUp"));
                },
                problem -> notices.accept(Notice.failed("care.backupFailed", problem)));
    }

    void refresh() {
        asking.run(_ -> upkeep.backups(), backups::set, this::tell);
    }

    /// Puts a backup in the place of the store.
    void restore(Copy backup) {
        working.run(
                _ -> upkeep.restore(backup.file()),
                aside -> {
                    checked.set(new Checked(clock.instant(), null));
                    replaced.run();
                    refresh();
                    notices.accept(
                            Notice.hint("care.restored", aside.toString())
                                    .offering(new Notice.Offer("care.syncNow", sync)));
                },
                problem -> notices.accept(Notice.failed("care.restoreFailed", problem)));
    }

    /// Writes an archive for support.
    public void writeSupport(Path target) {
        supporting.run(
                progress -> {
                    upkeep.writeSupport(target, progress);
                    return target;
                },
                written ->
                        notices.accept(
                                Notice.done("care.supportWritten", written.toString())
                                        .offering(
                                                new Notice.Offer(
                                                        "export.openFolder",
                                                        () ->
                                                                opener.accept(
                                                                        written.resolveSibling(
                                                                                ""))))),
                problem -> notices.accept(Notice.failed("care.supportFailed", problem)));
    }

    public void openLogs() {
        asking.run(_ -> upkeep.logs(), opener, this::tell);
    }

    private void tell(Problem problem) {
        if (!(problem instanceof Problem.Cancelled)) {
            notices.accept(Notice.failed("care.failed", problem));
        }
    }

    /// What the last check found; nothing before the first is over.
    public ReadOnlyObjectProperty<@Nullable Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    /// The newest first.
    public ReadOnlyObjectProperty<List<Copy>> backups() {
        return backups.getReadOnlyProperty();
    }

    public Activity working() {
        return working;
    }

    public Activity supporting() {
        return supporting;
    }
}
