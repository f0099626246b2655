package org.roamledger.wire.record;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;

import java.nio.charset.StandardCharsets;

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

    /// The reject that the record becomes.
    ///
    /// @param id its id, if it has one that can be read
    /// @param raw its bytes, UTF-8
    /// @param form how it can be read again; absent if it is no record of a session
    public Reject rejected(
            RecordPlace where, @Nullable String id, byte[] raw, RawMessage.@Nullable Form form) {
        var text = new String(raw, StandardCharsets.UTF_8);
        return new Reject(where, id == null ? "" : id, reason, field, value, text, form, null);
    }
}
