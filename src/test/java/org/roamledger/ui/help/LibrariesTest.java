package org.roamledger.ui.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is there at run time, the bill of materials and the list under Help > About tell the same.
class LibrariesTest {

    private static final Path APP = Path.of("target", "app");

    /// Licences that the bill does not call by their SPDX names.
    private static final Map<String, String> SPDX =
            Map.of(
                    "The 3-Clause BSD License", "BSD-3-Clause",
                    "BSD-3", "BSD-3-Clause",
                    "EPL 1.0", "EPL-1.0");

    /// Maven writes no bill while it is offline.
    private static List<JsonNode> components() throws IOException {
        var file = APP.resolve("sbom.cdx.json");
        assumeThat(file).exists();
        var bill = new JsonMapper().readTree(Files.readAllBytes(file));
        assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
        return bill.path("components").valueStream().filter(each -> !isEmptyJar(each)).toList();
    }

    /// There is one without classes beside each of JavaFX that is for a system.
    private static boolean isEmptyJar(JsonNode component) {
        return component.path("group").asString().equals("org.openjfx")
                && !component.path("purl").asString().contains("classifier=");
    }

    private static String sha256(JsonNode component) {
        return component
                .path("hashes")
                .valueStream()
                .filter(hash -> hash.path("alg").asString().equals("SHA-256"))
                .map(hash -> hash.path("content").asString())
                .findFirst()
                .orElse("no SHA-256");
    }

    private static Set<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(each -> each.path("license"))
                .map(each -> each.path("id").asString(each.path("name").asString("")))
                .map(name -> SPDX.getOrDefault(name, name))
                .collect(toSet());
    }

    private static Map<String, String> jarsByHash() throws IOException, NoSuchAlgorithmException {
        var found = new TreeMap<String, String>();
        for (var folder : List.of("lib", "javafx")) {
            try (var jars = Files.list(APP.resolve(folder))) {
                for (var jar : jars.toList()) {
                    var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
                    found.put(HexFormat.of().formatHex(hash), jar.getFileName().toString());
                }
            }
        }
        return found;
    }

    @Test
    void theBillNamesEveryJarByItsHashAndNoOther() throws Exception {
        var billed = components().stream().collect(groupingBy(LibrariesTest::sha256));
        var there = jarsByHash();
        assertThat(there).hasSizeGreaterThan(40);
        var onlyThere = new TreeMap<>(there);
        onlyThere.keySet().removeAll(billed.keySet());
        assertThat(onlyThere.values()).as("jars without a line in the bill").isEmpty();
        var onlyBilled = new TreeMap<>(billed);
        onlyBilled.keySet().removeAll(there.keySet());
        assertThat(onlyBilled.values()).as("lines of the bill without a jar").isEmpty();
    }

    @Test
    void theListNamesEveryArtifactOnceWithItsLicences() throws IOException {
        var listed =
                Library.all().stream()
                        .flatMap(
                                library ->
                                        library.artifacts().stream()
                                                .map(name -> Map.entry(name, library.licences())))
                        .collect(
                                groupingBy(
                                        Map.Entry::getKey,
                                        TreeMap::new,
                                        mapping(each -> Set.copyOf(each.getValue()), toSet())));
        var billed =
                components().stream()
                        .collect(
                                groupingBy(
                                        each -> each.path("name").asString(),
                                        TreeMap::new,
                                        mapping(LibrariesTest::licences, toSet())));
        assertThat(listed).isEqualTo(billed);
    }
}
