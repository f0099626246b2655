package org.roamledger.settings;

import org.roamledger.problem.ProblemException;

import java.nio.file.Path;
import java.util.Objects;

/// When this workstation syncs without being asked.
///
/// @param atStart whether it does when the window opens
/// @param everyMinutes how long it waits after a sync; 0 for ever
public record SyncTimes(boolean atStart, int everyMinutes) {

    private static final String AT_START = "sync-at-start";
    private static final String EVERY = "sync-every-minutes";
    private static final int A_DAY = 24 * 60;

    /// When the window opens, and then only if asked.
    public static final SyncTimes FIRST = new SyncTimes(true, 0);

    public SyncTimes {
        if (everyMinutes < 0 || everyMinutes > A_DAY) {
            throw new IllegalArgumentException("minutes must be 0 to a day: " + everyMinutes);
        }
    }

    /// What is kept in a folder, else [#FIRST]: a window must open even if it cannot be read.
    public static SyncTimes in(Path folder) {
        try {
            var kept = Settings.kept(folder);
            return new SyncTimes(
                    Boolean.parseBoolean(kept.getOrDefault(AT_START, "true")),
                    Integer.parseInt(Objects.requireNonNullElse(kept.get(EVERY), "0")));
        } catch (ProblemException | IllegalArgumentException _) {
            return FIRST;
        }
    }

    /// Keeps them in a folder; what else stands in the file stays.
    public void keep(Path folder) {
        var kept = Settings.kept(folder);
        kept.put(AT_START, String.valueOf(atStart));
        kept.put(EVERY, String.valueOf(everyMinutes));
        Settings.write(folder, kept);
    }
}
