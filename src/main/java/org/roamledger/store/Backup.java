package org.roamledger.store;

import java.nio.file.Path;
import java.time.Instant;

/// A copy of a whole store, in a file of its own that is a store itself.
///
/// @param when it was made, to the second
/// @param bytes its size
public record Backup(Path file, Kind kind, Instant when, long bytes) {

    /// Why it was made. The name in lower case stands in the file's name: never rename one.
    public enum Kind {
        /// By the calendar, or because a person asked.
        BACKUP,
        /// Before the store was brought to a newer schema.
        UPGRADE
    }
}
