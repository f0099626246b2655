package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.ui.base.Upkeep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

/// The upkeep of a store that is well, with backups of three days and one from before an update.
public final class CannedUpkeep implements Upkeep {

    public volatile List<Problem> told = List.of();
    public volatile @Nullable Problem damage;
    public volatile @Nullable Problem refusal;
    public volatile boolean due;
    public final List<Path> made = new CopyOnWriteArrayList<>();
    public final List<Path> restored = new CopyOnWriteArrayList<>();
    public final List<Path> archives = new CopyOnWriteArrayList<>();

    @Override
    public List<Problem> told() {
        return told;
    }

    @Override
    public Check check(Progress progress) {
        return new Check(damage, true);
    }

    @Override
    public boolean isBackupDue() {
        return due;
    }

    @Override
    public void backUp(Progress progress) {
        due = false;
        made.add(Path.of("backup" + made.size()));
    }

    @Override
    public List<Copy> backups() {
        return IntStream.range(0, 4)
                .mapToObj(
                        day ->
                                new Copy(
                                        Path.of("backup" + day),
                                        CannedEngine.NOW.minus(Duration.ofDays(day)),
                                        412_000_000L - day * 1_300_000L,
                                        day == 3))
                .toList();
    }

    @Override
    public Path restore(Path backup) {
        if (refusal != null) {
            throw new ProblemException(refusal);
        }
        restored.add(backup);
        return Path.of("sessions-replaced.roamledger");
    }

    @Override
    public Path logs() {
        return Path.of("logs");
    }

    @Override
    public void writeSupport(Path target, Progress progress) {
        archives.add(target);
    }
}
