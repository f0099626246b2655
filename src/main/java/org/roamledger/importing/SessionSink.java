package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.StationEntry;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// Where sessions that were read go, and station lists: the store.
@FunctionalInterface
public interface SessionSink {

    /// Takes one delivery as a whole or not at all.
    ///
    /// @throws org.roamledger.problem.ProblemException if it could not be stored
    MergeCounts merge(Delivery delivery);

    /// Takes a station list as a whole or not at all.
    ///
    /// @throws org.roamledger.problem.ProblemException if it could not be stored
    default MergeCounts list(List<StationEntry> stations) {
        throw new UnsupportedOperationException("takes sessions only");
    }

    /// Told before the first delivery of a file.
    default void begin() {}

    /// Told before the rows of a table.
    ///
    /// @param zone of its sessions, as its mapping says; absent if it does not
    default void zone(@Nullable ZoneId zone) {}

    /// Told when all of a file was handed on: what was rejected of it earlier and is not rejected
    /// now is no more. Not told of a file that was not read to its end.
    default void end(Path file) {}
}
