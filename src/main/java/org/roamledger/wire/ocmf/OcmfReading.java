package org.roamledger.wire.ocmf;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Energy;
import org.roamledger.session.PlugType;

/// One meter reading of an [OcmfRecord].
///
/// @param reason why it was taken (`TX`): `B` at the begin, one of `E L R A P` at the end, others
///   between; empty without reference to a transaction
/// @param register which quantity was read (`RI`), an OBIS code; empty if not told
/// @param value the register's value (`RV`, `RU`), absent if it is no energy
/// @param current AC or DC (`RT`)
/// @param sound whether the meter was well and the energy may be billed (`ST`, `EF`)
public record OcmfReading(
        String reason, String register, @Nullable Energy value, PlugType current, boolean sound) {

    /// Whether a transaction begins with it.
    public boolean isBegin() {
        return reason.equals("B");
    }

    /// Whether a transaction ends with it, for whatever reason.
    public boolean isEnd() {
        return reason.length() == 1 && "ELRAP".contains(reason);
    }
}
