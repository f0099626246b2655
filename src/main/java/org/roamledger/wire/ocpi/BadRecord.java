package org.roamledger.wire.ocpi;

import org.roamledger.session.Reject;

/// A record of which no session can be made, because of one field.
public final class BadRecord extends Exception {

    private static final int SHOWN_CHARACTERS = 200;

    private final Reject.Reason reason;
    private final String field;
    private final String value;

    public BadRecord(Reject.Reason reason, String field, String value) {
        super(reason + " " + field, null, false, false);
        this.reason = reason;
        this.field = field;
        this.value =
                value.length() <= SHOWN_CHARACTERS ? value : value.substring(0, SHOWN_CHARACTERS);
    }

    public Reject rejected(String where, String id, String raw) {
        return new Reject(where, id, reason, field, value, raw);
    }
}
