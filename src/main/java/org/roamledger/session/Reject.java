package org.roamledger.session;

/// A record that could not be read, kept so that somebody can see why and mend it.
///
/// @param where the place in the page or file: `line 17`, `cdrs[3]`
/// @param id the record's id if it could be read, else empty
/// @param reason what is wrong
/// @param field the field or column that is wrong, or empty
/// @param value the value that is wrong, or empty
/// @param raw the record's text
public record Reject(
        String where, String id, Reason reason, String field, String value, String raw) {

    /// What can be wrong with a record. Names are stored: never rename one.
    public enum Reason {
        NOT_AN_OBJECT,
        MISSING_VALUE,
        NOT_A_TIME,
        NOT_A_NUMBER,
        OUT_OF_RANGE,
        WRONG_NUMBER_OF_VALUES,
        /// Nothing: an intermediate record of a session whose final record has not come yet.
        PROVISIONAL,
        /// Nothing but that it came late: another final record of the session was accepted before.
        ALREADY_FINAL
    }
}
