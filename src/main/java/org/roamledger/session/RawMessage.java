package org.roamledger.session;

import java.nio.charset.StandardCharsets;

/// The bytes a session was read from, exactly as they came.
///
/// @param form what the bytes are
/// @param body the record itself, UTF-8; not to be changed by anybody
public record RawMessage(Form form, byte[] body) {

    /// The kinds of record that are read. Names are stored: never rename one.
    public enum Form {
        OCPI_CDR,
        OICP_CDR,
        EMIP_CDR,
        REPORT_ROW
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
