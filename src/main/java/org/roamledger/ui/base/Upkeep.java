package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// What the window asks about the store itself: whether it is well, and the way back if it is not.
///
/// Never called on the screen thread. Every method may throw a [ProblemException], and those that
/// get a [Progress] end with [Problem.Cancelled] soon after their thread was interrupted.
public interface Upkeep {

    /// What a person should know about how the store was opened.
    List<Problem> told();

    /// Looks for damage.
    Check check(Progress progress);

    /// Whether today has no backup yet and should have one.
    boolean isBackupDue();

    /// Makes a backup; some older ones go.
    void backUp(Progress progress);

    /// The newest first.
    List<Copy> backups();

    /// Puts a backup in the place of the store, which is kept beside it.
    ///
    /// @return where what was there before is now
    /// @throws ProblemException with [Problem.StoreBusy] while a sync or an import is under way
    Path restore(Path backup);

    /// The folder of the log files.
    Path logs();

    /// Writes an archive for support, without sessions, ids and secrets: the whole file or none.
    void writeSupport(Path target, Progress progress);

    /// What a check found.
    ///
    /// @param damage absent if the store is sound
    /// @param compared whether every byte was compared with what was there at the last close
    record Check(@Nullable Problem damage, boolean compared) {}

    /// A backup.
    ///
    /// @param upgrade whether it was made before the store was brought to a newer version
    record Copy(Path file, Instant when, long bytes, boolean upgrade) {}
}
