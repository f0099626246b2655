package org.roamledger.wire.ocpi;

import org.roamledger.session.RawMessage;
import org.roamledger.session.Reject;

import tools.jackson.databind.JsonNode;

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

    /// The reject that an OCPI object becomes.
    ///
    /// @param raw the object's bytes, UTF-8
    Reject rejected(String where, JsonNode record, byte[] raw) {
        var id = Fields.text(record, "id");
        return rejected(where, id == null ? "" : id, new String(raw, StandardCharsets.UTF_8))
                .of(RawMessage.Form.OCPI_CDR);
    }

    public Reject rejected(String where, String id, String raw) {
        return new Reject(where, id, reason, field, value, raw);
    }
}
