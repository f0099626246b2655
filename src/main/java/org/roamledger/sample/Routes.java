package org.roamledger.sample;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Answers the requests of a sender interface: versions, credentials, lists and locations.
///
/// Safe for threads.
final class Routes {

    static final String VERSIONS = "/ocpi/versions";

    private static final String ROOT = "/ocpi/";
    private static final String CREDENTIALS = "credentials";

    private final String origin;
    private final List<Grant> grants;
    private final Map<OcpiVersion, Modules> versions;
    private final Envelope envelope;
    private final int mostPerPage;

    /// @param origin scheme, host and port
    /// @param versions in the order in which they are offered
    Routes(
            String origin,
            List<Grant> grants,
            Map<OcpiVersion, Modules> versions,
            Envelope envelope,
            int mostPerPage) {
        this.origin = origin;
        this.grants = grants;
        this.versions = versions;
        this.envelope = envelope;
        this.mostPerPage = mostPerPage;
    }

    Answer answer(Request request) {
        if (!request.method().equals("GET")) {
            return envelope.error(405, Envelope.GENERIC_ERROR, "Only GET is supported");
        }
        var grant = grant(request.authorization());
        if (grant == null) {
            return envelope.error(401, Envelope.BAD_PARAMETERS, "Missing or unknown token");
        }
        if (request.path().equals(VERSIONS)) {
            return versions();
        }
        var parts = request.path().split("/", -1);
        for (var version : versions.keySet()) {
            if (request.path().equals(ROOT + version.number())
                    || request.path().startsWith(ROOT + version.number() + "/")) {
                return answer(version, List.of(parts).subList(3, parts.length), request, grant);
            }
        }
        return unknownPath();
    }

    private Answer answer(OcpiVersion version, List<String> path, Request request, Grant grant) {
        if (path.isEmpty()) {
            return details(version, grant);
        }
        if (path.equals(List.of(CREDENTIALS))) {
            return credentials(version, grant);
        }
        for (var module : Grant.Module.values()) {
            if (module.path.equals(path.getFirst())) {
                if (!grant.modules().contains(module)) {
                    return envelope.error(
                            404, Envelope.UNKNOWN, "Module not granted: " + module.path);
                }
                if (path.size() == 1) {
                    return list(version, module, request.query());
                }
                if (path.size() == 2 && module == Grant.Module.LOCATIONS) {
                    return location(version, path.getLast());
                }
            }
        }
        return unknownPath();
    }

    private @Nullable Grant grant(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        return grants.stream()
                .filter(grant -> grant.answers(authorization))
                .findFirst()
                .orElse(null);
    }

    private Answer versions() {
        return envelope.ok(
                Map.of(),
                json -> {
                    json.writeStartArray();
                    for (var version : versions.keySet()) {
                        json.writeStartObject();
                        json.writeStringProperty("version", version.number());
                        json.writeStringProperty("url", url(version));
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    private Answer details(OcpiVersion version, Grant grant) {
        return envelope.ok(
                Map.of(),
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("version", version.number());
                    json.writeArrayPropertyStart("endpoints");
                    var names = new ArrayList<String>();
                    names.add(CREDENTIALS);
                    grant.modules().forEach(module -> names.add(module.path));
                    for (var name : names) {
                        json.writeStartObject();
                        json.writeStringProperty("identifier", name);
                        if (!version.isBefore(OcpiVersion.V2_2)) {
                            json.writeStringProperty("role", "SENDER");
                        }
                        json.writeStringProperty("url", url(version) + "/" + name);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    private Answer credentials(OcpiVersion version, Grant grant) {
        return envelope.ok(
                Map.of(),
                json -> CredentialsJson.write(version, grant.token(), origin + VERSIONS, json));
    }

    private Answer list(OcpiVersion version, Grant.Module module, @Nullable String query) {
        PageRequest request;
        try {
            request = PageRequest.of(query, module == Grant.Module.SESSIONS, mostPerPage);
        } catch (BadParameter e) {
            return envelope.error(200, Envelope.BAD_PARAMETERS, String.valueOf(e.getMessage()));
        }
        var window = modules(version).window(module, request.from(), request.until());
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Total-Count", String.valueOf(window.total()));
        headers.put("X-Limit", String.valueOf(mostPerPage));
        if (request.offset() + request.limit() < window.total()) {
            var next = url(version) + "/" + module.path + "?" + request.next();
            headers.put("Link", "<" + next + ">; rel=\"next\"");
        }
        return envelope.ok(
                headers,
                json -> {
                    json.writeStartArray();
                    if (request.offset() < window.total()) {
                        window.write(request.offset(), request.limit(), json);
                    }
                    json.writeEndArray();
                });
    }

    private Answer location(OcpiVersion version, String id) {
        var location = modules(version).location(id);
        return location == null
                ? envelope.error(404, Envelope.UNKNOWN, "Unknown location")
                : envelope.ok(Map.of(), location);
    }

    private Modules modules(OcpiVersion version) {
        return Objects.requireNonNull(versions.get(version));
    }

    private String url(OcpiVersion version) {
        return origin + ROOT + version.number();
    }

    private Answer unknownPath() {
        return envelope.error(404, Envelope.GENERIC_ERROR, "Unknown path");
    }
}
