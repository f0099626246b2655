package org.roamledger.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/// How the last sync of a source ended.
///
/// @param at server time, or the workstation's if the server was not reached
/// @param problem name of the problem it ended with; absent if all went well
/// @param missingModules modules that the token did not see; empty if it saw all that are needed
public record SyncOutcome(Instant at, @Nullable String problem, Set<String> missingModules) {}
