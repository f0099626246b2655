package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a back office offers to a token.
///
/// @param cdrs endpoint of the reports, absent if the token does not see it
/// @param locations endpoint of the stations, absent if the token does not see it
/// @param tariffs endpoint of the tariffs, absent if the token does not see it
/// @param serverTime when the server said so
record Modules(
        @Nullable URI cdrs, @Nullable URI locations, @Nullable URI tariffs, Instant serverTime) {

    /// The modules that the report needs, as they are called to users.
    static final String REPORTS = "Reports";

    static final String STATIONS = "Stations";

    /// Those that the token does not see, in the order in which they are missed.
    Set<String> missing() {
        var missing = new LinkedHashSet<String>();
        if (cdrs == null) {
            missing.add(REPORTS);
        }
        if (locations == null) {
            missing.add(STATIONS);
        }
        return missing;
    }
}
