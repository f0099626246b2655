package org.roamledger.views;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.PrivateFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The exports of a user, the newest first. For one thread at a time.
public final class RecentExports {

    /// More than these are not kept.
    public static final int MOST = 20;

    private static final String LIST = "recent_exports";
    private static final String PROFILE = "profile";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    /// @param folder made when the first export is kept
    public RecentExports(Path folder) {
        file = folder.resolve("recent-exports.json");
    }

    /// What is kept; what cannot be understood is left out.
    ///
    /// @throws ProblemException with [Problem.FileUnreadable]
    public List<RecentExport> read() {
        var exports = new ArrayList<RecentExport>();
        for (var node : nodes()) {
            var export = export(node);
            if (export != null) {
                exports.add(export);
            }
        }
        return List.copyOf(exports);
    }

    /// Puts an export first; an older one to the same file goes.
    ///
    /// @return what is kept now
    /// @throws ProblemException with [Problem.FileUnreadable] or [Problem.FileNotWritable]
    public List<RecentExport> add(RecentExport export) {
        var changed = new ArrayList<RecentExport>();
        changed.add(export);
        read().stream()
                .filter(other -> !other.file().equals(export.file()))
                .limit(MOST - 1)
                .forEach(changed::add);
        write(changed);
        return List.copyOf(changed);
    }

    /// Takes an export off the list; its file stays.
    ///
    /// @return what is kept now
    /// @throws ProblemException as [#add]
    public List<RecentExport> forget(RecentExport export) {
        var changed = new ArrayList<>(read());
        changed.removeIf(other -> other.file().equals(export.file()));
        write(changed);
        return List.copyOf(changed);
    }

    private void write(List<RecentExport> exports) {
        var root = JSON.createObjectNode();
        var list = root.putArray(LIST);
        for (var export : exports) {
            var node = list.addObject();
            node.put("file", export.file().toString());
            node.put("when", export.when().toString());
            node.put("rows", export.rows());
            node.set("view", ViewJson.node(export.view()));
            var profile = export.profile();
            if (profile.own()) {
                ExportProfiles.put(profile, node.putObject(PROFILE));
            } else {
                node.put(PROFILE, profile.name());
            }
        }
        PrivateFile.write(file, JSON.writeValueAsBytes(root));
    }

    private Iterable<JsonNode> nodes() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return JSON.readTree(Files.readAllBytes(file)).path(LIST);
        } catch (JacksonException _) {
            return List.of();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(file, e.getClass().getSimpleName()), e);
        }
    }

    /// @return `null` if it cannot be read
    private @Nullable RecentExport export(JsonNode node) {
        try {
            var written = Path.of(node.path("file").asString());
            return new RecentExport(
                    written,
                    Instant.parse(node.path("when").asString()),
                    node.path("rows").asLong(0),
                    ViewJson.read(node.path("view"), file.toString()),
                    profile(node.path(PROFILE), written));
        } catch (DateTimeException | InvalidPathException | ProblemException _) {
            return null;
        }
    }

    /// What is not known, as in files of before there were profiles, is told by the file's ending.
    private static ExportProfile profile(JsonNode node, Path written) {
        var own = ExportProfiles.profile(node);
        return own != null
                ? own
                : ExportProfile.BUILT_IN.stream()
                        .filter(profile -> profile.name().equals(node.asString("")))
                        .findFirst()
                        .orElseGet(() -> ExportProfile.of(written));
    }
}
