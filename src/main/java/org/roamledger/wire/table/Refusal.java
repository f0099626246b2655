package org.roamledger.wire.table;

import org.roamledger.session.Reject.Reason;
import org.roamledger.session.ReportColumn;

/// Ends the reading of one row. Never leaves this package.
final class Refusal extends RuntimeException {

    private final Reason reason;
    private final ReportColumn column;
    private final String value;

    Refusal(Reason reason, ReportColumn column, String value) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.column = column;
        this.value = value;
    }

    Reason reason() {
        return reason;
    }

    ReportColumn column() {
        return column;
    }

    String value() {
        return value;
    }
}
