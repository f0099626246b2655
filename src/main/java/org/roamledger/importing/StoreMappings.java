package org.roamledger.importing;

import org.roamledger.store.SavedMapping;
import org.roamledger.store.SessionStore;
import org.roamledger.wire.mapping.HeaderFingerprint;
import org.roamledger.wire.mapping.MappingJson;
import org.roamledger.wire.mapping.TableMapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The mappings that a store keeps. For one import at a time: it knows those that were kept when it
/// was made, and its own.
public final class StoreMappings implements MappingBook {

    private final SessionStore store;
    private final Map<String, SavedMapping> known;

    public StoreMappings(SessionStore store) {
        this.store = store;
        known =
                store.mappings().stream()
                        .collect(Collectors.toMap(SavedMapping::fingerprint, saved -> saved));
    }

    @Override
    public Optional<TableMapping> find(List<String> headers) {
        return known.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(known.get(HeaderFingerprint.of(headers)))
                        .map(saved -> MappingJson.read(saved.json(), saved.name()));
    }

    @Override
    public void remember(List<String> headers, TableMapping mapping) {
        var fingerprint = HeaderFingerprint.of(headers);
        var saved = new SavedMapping(mapping.name(), fingerprint, MappingJson.write(mapping));
        if (!saved.equals(known.put(fingerprint, saved))) {
            store.saveMapping(saved);
        }
    }
}
