package org.roamledger.report;

import org.jspecify.annotations.Nullable;

/// What a credit takes back, as far as the store knows it, whatever the time frame of the report.
///
/// @param cdrId CDR ID that the credit names
/// @param original the session of that id; absent if the store has none
/// @param credits how many credits of the store name it
public record TakenBack(String cdrId, @Nullable Original original, int credits) {

    /// The session that is taken back.
    ///
    /// @param session the store's id of it
    /// @param gross its Price in ten-thousandths; [Column.Numbers#MISSING] if it has none
    /// @param currency empty if it has none
    public record Original(long session, long gross, String currency) {}
}
