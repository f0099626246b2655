package org.roamledger.wire.ocpi;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Collects the provenance of one session after the other. Equal provenance is one object for all
/// sessions, of which there may be millions.
final class Notes {

    private final Map<Map<ReportColumn, Provenance>, Map<ReportColumn, Provenance>> known =
            new HashMap<>();
    private final Map<ReportColumn, Provenance> current = new EnumMap<>(ReportColumn.class);

    /// Notes where the value of a column comes from; absent where it was reported as it stands.
    void put(ReportColumn column, @Nullable Provenance from) {
        if (from != null) {
            current.put(column, from);
        }
    }

    /// What was noted since the last call.
    Map<ReportColumn, Provenance> taken() {
        var shared = known.get(current);
        if (shared == null) {
            shared = Map.copyOf(current);
            known.put(shared, shared);
        }
        current.clear();
        return shared;
    }

    /// Forgets what was noted of a session that turned out to be unreadable.
    void clear() {
        current.clear();
    }
}
