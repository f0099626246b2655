package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;

/// What the settings of a source add to its records.
///
/// @param network network of all its sessions; absent leaves it to the record's own
///   `roaming_network` field, and else it is OCPI
public record MappingContext(@Nullable Network network) {

    /// Adds nothing.
    public static final MappingContext NONE = new MappingContext(null);
}
