package org.roamledger.session;

import org.jspecify.annotations.Nullable;

/// A record that could not be read, kept so that somebody can see why and mend it.
///
/// @param where the place in the page or file
/// @param id the record's id if it could be read, else empty
/// @param reason what is wrong
/// @param field the field or column that is wrong, or empty
/// @param value the value that is wrong, or empty
/// @param raw the record's text
/// @param form what the text is, by which it is read again; absent if whoever rejected it cannot
///   tell
/// @param file the file it stands in, as an absolute path; absent for a record of a server
public record Reject(
        RecordPlace where,
        String id,
        Reason reason,
        String field,
        String value,
        String raw,
        RawMessage.@Nullable Form form,
        @Nullable String file) {

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

    /// A record of which neither form nor file is known.
    public Reject(
            RecordPlace where, String id, Reason reason, String field, String value, String raw) {
        this(where, id, reason, field, value, raw, null, null);
    }

    public Reject of(RawMessage.Form known) {
        return new Reject(where, id, reason, field, value, raw, known, file);
    }

    public Reject in(@Nullable String absolutePath) {
        return new Reject(where, id, reason, field, value, raw, form, absolutePath);
    }
}
