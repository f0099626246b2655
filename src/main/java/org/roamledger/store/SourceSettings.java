package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.NetworkRules;

/// How a source is asked, and how its records are read.
///
/// @param protocol what it speaks
/// @param networkRules tell the network of single records
/// @param routing whom requests come from and go to, where the source needs to be told
public record SourceSettings(
        Protocol protocol, NetworkRules networkRules, @Nullable Routing routing) {

    /// OCPI without anything particular.
    public static final SourceSettings OCPI =
            new SourceSettings(Protocol.OCPI, NetworkRules.NONE, null);
}
