package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;

import java.net.URI;
import java.time.ZoneId;

/// A configured origin of sessions. Its token is kept elsewhere, never in the store.
///
/// @param name unique name, given by the user
/// @param url OCPI versions URL; absent for the source that stands for imported files
/// @param network network of its sessions where the record does not say it
/// @param organisation owner of its stations where nothing else says it
/// @param zone zone of its stations where the station does not say it
public record Source(
        String name,
        @Nullable URI url,
        @Nullable Network network,
        @Nullable String organisation,
        @Nullable ZoneId zone) {}
