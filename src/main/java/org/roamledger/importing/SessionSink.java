package org.roamledger.importing;

import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;

/// Where sessions that were read go: the store.
@FunctionalInterface
public interface SessionSink {

    /// Takes one delivery as a whole or not at all.
    ///
    /// @throws org.roamledger.problem.ProblemException if it could not be stored
    MergeCounts merge(Delivery delivery);
}
