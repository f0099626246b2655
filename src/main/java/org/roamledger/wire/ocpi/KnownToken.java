package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;

/// A driver's token from the token list of a back office.
///
/// @param authId contract id: `auth_id` of OCPI 2.1.1, later `contract_id`
/// @param uid the id that a reader sees; empty if not known
/// @param type `RFID`, `APP_USER` and so on, upper case; empty if not known
/// @param provider who gave it out: the party, else the contract's prefix, else the issuer's name
public record KnownToken(String authId, String uid, String type, @Nullable PartyId provider) {

    /// What this token and another of the same contract agree on.
    public KnownToken and(KnownToken other) {
        return new KnownToken(
                authId,
                uid.equals(other.uid) ? uid : "",
                type.equals(other.type) ? type : "",
                provider != null
                                && other.provider != null
                                && provider.key().equals(other.provider.key())
                        ? provider
                        : null);
    }
}
