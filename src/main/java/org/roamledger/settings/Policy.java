package org.roamledger.settings;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What an administrator sets for everybody on a workstation, in a file that users cannot change.
/// It goes before what a user chose.
///
/// @param proxy absent if users choose
/// @param authorities PEM file; absent if users choose
/// @param sources that every store has
/// @param updateNotice whether a person may be told of a newer version
public record Policy(
        @Nullable ProxyChoice proxy,
        @Nullable Path authorities,
        List<GivenSource> sources,
        boolean updateNotice) {

    /// Nothing is set.
    public static final Policy NONE = new Policy(null, null, List.of(), true);

    private static final String FILE = "policy.json";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> KNOWN = Set.of("proxy", "ca", "sources", "updateNotice");
    private static final Set<String> KNOWN_OF_SOURCE =
            Set.of("name", "url", "network", "organisation", "zone");

    /// An OCPI back office. Its token is each user's own.
    ///
    /// @param network as it is written in a file: `HUBJECT`
    public record GivenSource(
            String name,
            String url,
            @Nullable String network,
            @Nullable String organisation,
            @Nullable String zone) {}

    public Policy {
        sources = List.copyOf(sources);
    }

    /// The policy of this workstation.
    ///
    /// @throws ProblemException with [Problem.PolicyUnusable]: to go on without it would be against
    ///   what an administrator wants
    public static Policy ofSystem() {
        var told = System.getProperty("roamledger.policy");
        return read(
                told == null ? file(OperatingSystem.current(), System.getenv()) : Path.of(told));
    }

    /// Where it stands.
    static Path file(OperatingSystem system, Map<String, String> environment) {
        return switch (system) {
            case WINDOWS ->
                    Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"))
                            .resolve("Roamledger")
                            .resolve(FILE);
            case MAC -> Path.of("/Library/Application Support/Roamledger").resolve(FILE);
            case LINUX -> Path.of("/etc/roamledger").resolve(FILE);
        };
    }

    /// @param file need not be there
    static Policy read(Path file) {
        if (!Files.exists(file)) {
            return NONE;
        }
        try {
            return new Reading(file).policy(JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException | JacksonException e) {
            throw unusable(file, "", e.getClass().getSimpleName());
        }
    }

    private static ProblemException unusable(Path file, String place, String detail) {
        return new ProblemException(new Problem.PolicyUnusable(file, place, detail));
    }

    private record Reading(Path file) {

        Policy policy(JsonNode root) {
            onlyKnown(root, "", KNOWN);
            var ca = text(root, "", "ca");
            var sources = new ArrayList<GivenSource>();
            for (var source : root.path("sources")) {
                var place = "sources[" + sources.size() + "]";
                onlyKnown(source, place, KNOWN_OF_SOURCE);
                sources.add(
                        new GivenSource(
                                needed(source, place, "name"),
                                needed(source, place, "url"),
                                text(source, place, "network"),
                                text(source, place, "organisation"),
                                text(source, place, "zone")));
            }
            return new Policy(
                    proxy(root),
                    ca == null ? null : Path.of(ca),
                    sources,
                    root.path("updateNotice").asBoolean(true));
        }

        private @Nullable ProxyChoice proxy(JsonNode root) {
            var proxy = text(root, "", "proxy");
            try {
                return proxy == null ? null : ProxyChoice.parse(proxy, null);
            } catch (ProblemException _) {
                throw unusable(file, "proxy", "system, none, or HOST:PORT");
            }
        }

        /// A word that is not understood may be the one that matters.
        private void onlyKnown(JsonNode node, String place, Set<String> known) {
            if (!node.isObject()) {
                throw unusable(file, place, "no object");
            }
            for (var name : node.propertyNames()) {
                if (!known.contains(name)) {
                    throw unusable(file, at(place, name), "unknown");
                }
            }
        }

        private String needed(JsonNode node, String place, String name) {
            var text = text(node, place, name);
            if (text == null) {
                throw unusable(file, at(place, name), "missing");
            }
            return text;
        }

        private @Nullable String text(JsonNode node, String place, String name) {
            var value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                return null;
            }
            if (!value.isString()) {
                throw unusable(file, at(place, name), "no text");
            }
            return value.stringValue();
        }

        private static String at(String place, String name) {
            return place.isEmpty() ? name : place + "." + name;
        }
    }
}
