package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.PartyId;

/// Whom requests come from and go to where a hub stands between (OCPI 2.2.1, message routing
/// headers).
///
/// @param from the party that asks, two letters of country and three of party: `NL*ABC`
/// @param to the party that is asked, for all parties of a hub the hub itself; absent sends none
public record Routing(PartyId from, @Nullable PartyId to) {}
