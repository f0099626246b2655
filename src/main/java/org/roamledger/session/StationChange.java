package org.roamledger.session;

import java.time.ZoneId;

/// What a person changes of one or several stations at once.
///
/// @param owner name of the organisation that owns them
/// @param zone their zone
/// @param access never [Access#UNKNOWN]: that is taking it back
/// @param freeUsage never [FreeUsage#UNKNOWN]: that is taking it back
public record StationChange(
        Change<String> owner,
        Change<ZoneId> zone,
        Change<Access> access,
        Change<FreeUsage> freeUsage) {

    /// What becomes of one value.
    public sealed interface Change<T> {

        /// It stays as it is.
        record Keep<T>() implements Change<T> {}

        /// The person says it.
        record Say<T>(T value) implements Change<T> {}

        /// The person no longer says it: what others say counts again.
        record TakeBack<T>() implements Change<T> {}
    }
}
