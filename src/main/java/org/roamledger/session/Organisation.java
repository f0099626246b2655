package org.roamledger.session;

import org.jspecify.annotations.Nullable;

/// An owner of stations.
///
/// @param name its name, unique
/// @param parent name of the organisation it belongs to, if it is a sub-organisation
public record Organisation(String name, @Nullable String parent) {}
