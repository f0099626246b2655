package org.roamledger.session;

import java.util.Locale;

/// The id of an operator or a provider, shown as it was sent.
public record PartyId(String asSent) {

    /// Upper case without separators: `DE8EO`, `DE-8EO` and `DE*8EO` are one partner.
    public String key() {
        return key(asSent);
    }

    /// See [#key()].
    public static String key(String asSent) {
        return asSent.replace("*", "").replace("-", "").strip().toUpperCase(Locale.ROOT);
    }
}
