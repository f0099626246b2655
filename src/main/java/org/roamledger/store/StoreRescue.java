package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/// A store in the place of one that cannot be opened any more: the newest backup that is sound,
/// else an empty one. The next sync brings what is missing; the damaged file is kept.
public final class StoreRescue {

    private static final Logger LOG = LoggerFactory.getLogger(StoreRescue.class);

    private StoreRescue() {}

    /// A store that was opened.
    ///
    /// @param told what was done for it; absent if it was sound
    public record Opened(SessionStore store, @Nullable Problem told) {}

    /// Opens a store, or one in the place of a damaged one.
    ///
    /// @throws ProblemException as [SessionStore#open], but for damage
    public static Opened open(Path path, Clock clock) {
        try {
            return new Opened(SessionStore.open(path, clock), null);
        } catch (ProblemException e) {
            if (!(e.problem() instanceof Problem.StoreDamaged)) {
                throw e;
            }
            LOG.warn("The store is damaged: {}", e.problem());
            return rescue(path, clock);
        }
    }

    private static Opened rescue(Path path, Clock clock) {
        var now = clock.instant();
        for (var backup : new BackupFolder(path).all(now)) {
            try {
                var aside = StoreSwap.put(backup.file(), path, now, "damaged");
                return new Opened(
                        SessionStore.open(path, clock),
                        new Problem.StoreRebuilt(path, aside, backup.when()));
            } catch (ProblemException e) {
                switch (e.problem()) {
                    case Problem.StoreDamaged _, Problem.StoreNotAStore _, Problem.StoreNewer _ ->
                            LOG.warn("A backup is of no use: {}", e.problem());
                    default -> throw e;
                }
            }
        }
        return startAnew(path, clock);
    }

    private static Opened startAnew(Path path, Clock clock) {
        var empty = StoreSwap.beside(path, ".new");
        try {
            Files.deleteIfExists(empty);
            SessionStore.open(empty, clock).close();
            var aside = StoreSwap.put(empty, path, clock.instant(), "damaged");
            return new Opened(
                    SessionStore.open(path, clock), new Problem.StoreStartedAnew(path, aside));
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(empty, String.valueOf(e.getMessage())), e);
        } finally {
            try {
                Files.deleteIfExists(empty);
                BlockSums.forget(empty);
            } catch (IOException e) {
                LOG.warn("A temporary file was left behind: {}", empty, e);
            }
        }
    }
}
