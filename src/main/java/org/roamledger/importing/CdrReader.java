package org.roamledger.importing;

import org.roamledger.session.Delivery;

/// Reads OCPI CDRs one after the other.
interface CdrReader {

    /// Reads one CDR.
    ///
    /// @param json the CDR, UTF-8, exactly as it stands in the file
    /// @param place in the file: `line 17`
    void read(byte[] json, String place);

    /// Hands out what was read since the last call.
    Delivery delivery();
}
