package org.roamledger.session;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// The natural key of a session: a record id is unique for one operator, whatever its case (OCPI
/// 2.2.1, section 10.3.1).
///
/// The source is deliberately no part of it: the same record delivered by a back office and again
/// in a file is one session, never two.
///
/// @param party the operator's [PartyId#key], or `network:` and the network where no operator is
///   known
/// @param id the record's id in lower case
public record SessionKey(String party, String id) {

    public static SessionKey of(@Nullable PartyId operator, Network network, String cdrId) {
        var party = operator == null ? "network:" + network.key() : operator.key();
        return new SessionKey(party, cdrId.strip().toLowerCase(Locale.ROOT));
    }
}
