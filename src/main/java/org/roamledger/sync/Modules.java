package org.roamledger.sync;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a back office offers to a token.
///
/// @param version the OCPI version that is spoken
/// @param endpoints by module, in lower case, as far as the token sees them
/// @param serverTime when the server said so
record Modules(String version, Map<String, URI> endpoints, Instant serverTime) {

    /// The modules that the report needs, as they are called to users.
    static final String REPORTS = "Reports";

    static final String STATIONS = "Stations";

    Modules {
        endpoints = Map.copyOf(endpoints);
    }

    @Nullable URI cdrs() {
        return endpoints.get("cdrs");
    }

    @Nullable URI locations() {
        return endpoints.get("locations");
    }

    @Nullable URI endpoint(String module) {
        return endpoints.get(module.toLowerCase(Locale.ROOT));
    }

    /// OCPI 2.1.1 has no roles, no message routing, no owner in its records and no session in its
    /// CDRs.
    boolean isOldest() {
        return version.equals("2.1.1");
    }

    /// Those that the token does not see, in the order in which they are missed.
    Set<String> missing() {
        var missing = new LinkedHashSet<String>();
        if (cdrs() == null) {
            missing.add(REPORTS);
        }
        if (locations() == null) {
            missing.add(STATIONS);
        }
        return missing;
    }
}
