package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What the other lists of a back office tell about its CDRs. Asked on the thread that reads them.
public interface Joins {

    /// Nothing.
    Joins NONE =
            new Joins() {
                @Override
                public @Nullable String transactionId(
                        String evseKey, @Nullable String authId, Instant start) {
                    return null;
                }

                @Override
                public @Nullable KnownToken token(String authId) {
                    return null;
                }
            };

    /// The id of the one session at an EVSE, of a contract, that started within 60 seconds.
    ///
    /// @param evseKey one of [LiveSession#evseKeys]
    /// @param authId the contract id as sent, compared in any case; absent matches any
    /// @return absent if there is no such session or more than one
    @Nullable String transactionId(String evseKey, @Nullable String authId, Instant start);

    /// The token of a contract; of several, what they agree on ([KnownToken#and]).
    ///
    /// @param authId the contract id as sent, compared in any case
    @Nullable KnownToken token(String authId);
}
