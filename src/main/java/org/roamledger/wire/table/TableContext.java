package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;

import java.time.ZoneId;

/// What is known about a table from outside of it.
///
/// @param network of the sessions whose row names none
/// @param organisation owner of the stations of the rows that name none
/// @param zone in which local times are read unless the header names one
public record TableContext(@Nullable Network network, @Nullable String organisation, ZoneId zone) {}
