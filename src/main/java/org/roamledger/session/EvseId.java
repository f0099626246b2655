package org.roamledger.session;

import java.util.Locale;

/// A charging point's name in the roaming networks, shown as it was sent.
///
/// Both ISO 15118 (`DE*AB7*E840*6487`) and DIN 91286 (`+49*810*000*438`) forms occur, with or
/// without separators, so only [#key] may be compared.
public record EvseId(String asSent) {

    /// Upper case without `*` and `-`, by which two spellings of one point are equal.
    public String key() {
        return asSent.replace("*", "").replace("-", "").strip().toUpperCase(Locale.ROOT);
    }
}
