package org.roamledger.wire.table;

import org.roamledger.session.DeliveredSession;
import org.roamledger.session.Reject;

/// What became of one row.
public sealed interface RowOutcome {

    record Read(DeliveredSession session) implements RowOutcome {}

    record Refused(Reject reject) implements RowOutcome {}
}
