package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.PartyId;

/// What is known of a source beside its records.
///
/// @param network network of its sessions; absent leaves it to the record's own `roaming_network`
///   field, and else it is OCPI
/// @param rules tell the network of single records, before everything else
/// @param operator the party that the source's credentials name: the owner of records that name
///   none, as all of OCPI 2.1.1
/// @param joins what its other lists tell
public record MappingContext(
        @Nullable Network network, NetworkRules rules, @Nullable PartyId operator, Joins joins) {

    /// Nothing is known.
    public static final MappingContext NONE =
            new MappingContext(null, NetworkRules.NONE, null, Joins.NONE);
}
