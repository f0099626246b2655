package org.roamledger.ui;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.store.Backup;
import org.roamledger.store.SessionStore;
import org.roamledger.support.SupportArchive;
import org.roamledger.ui.base.Upkeep;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// The upkeep of a store on disk.
public final class StoreUpkeep implements Upkeep {

    private final SessionStore store;
    private final List<Problem> told;
    private final boolean scheduled;
    private final SupportArchive support;
    private final InstantSource clock;

    /// Held for reading by what goes on from where it began, for writing by a restore.
    private final ReentrantReadWriteLock standing = new ReentrantReadWriteLock();

    /// @param told what a person should know about how it was opened
    /// @param scheduled whether it has a backup each day
    public StoreUpkeep(
            SessionStore store,
            List<Problem> told,
            boolean scheduled,
            SupportArchive support,
            InstantSource clock) {
        this.store = store;
        this.scheduled = scheduled;
        this.support = support;
        this.clock = clock;
        var all = new ArrayList<>(told);
        store.care().place().ifPresent(all::add);
        if (store.care().isReadOnly()) {
            all.add(new Problem.StoreReadOnly(store.path()));
        }
        this.told = List.copyOf(all);
        store.care().awaitCheck();
    }

    /// Does work during which the store must not be replaced.
    <T> T whileItStands(Supplier<T> work) {
        standing.readLock().lock();
        try {
            return work.get();
        } finally {
            standing.readLock().unlock();
        }
    }

    @Override
    public List<Problem> told() {
        return told;
    }

    @Override
    public Check check(Progress progress) {
        var found = store.care().check(false, progress);
        return new Check(found.damage(), found.compared());
    }

    @Override
    public boolean isBackupDue() {
        return scheduled && store.care().isBackupDue();
    }

    @Override
    public void backUp(Progress progress) {
        store.care().backUp(progress);
    }

    @Override
    public List<Copy> backups() {
        return store.care().backups().stream()
                .map(
                        backup ->
                                new Copy(
                                        backup.file(),
                                        backup.when(),
                                        backup.bytes(),
                                        backup.kind() == Backup.Kind.UPGRADE))
                .toList();
    }

    @Override
    public Path restore(Path backup) {
        if (!standing.writeLock().tryLock()) {
            throw new ProblemException(new Problem.StoreBusy(store.path()));
        }
        try {
            return store.care().restore(backup);
        } finally {
            standing.writeLock().unlock();
        }
    }

    @Override
    public Path logs() {
        return support.logs();
    }

    @Override
    public void writeSupport(Path target, Progress progress) {
        support.write(target, store, clock.instant(), progress);
    }
}
