package org.roamledger.support;

import org.jspecify.annotations.Nullable;
import org.roamledger.export.WholeFile;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.settings.Folders;
import org.roamledger.settings.Settings;
import org.roamledger.store.SessionStore;
import org.roamledger.store.SourceStatus;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a ZIP for whoever helps a user: the logs, versions, settings and figures of the store. No
/// session, no id, no name of a source and no secret is in it.
public final class SupportArchive {

    private static final int LARGEST_LOG = 6 << 20;
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(tools.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Folders folders;
    private final Redaction redaction;

    /// @param folders where the user keeps settings and logs
    public SupportArchive(Folders folders) {
        this.folders = folders;
        redaction = new Redaction(System.getProperty("user.home", "/home/nobody"));
    }

    /// Where the logs stand.
    public Path logs() {
        return folders.logs();
    }

    /// Writes the archive: the whole file or none.
    ///
    /// @param store absent if there is none that can be opened
    /// @throws ProblemException with [Problem.FolderMissing], [Problem.FileNotWritable],
    ///   [Problem.DiskFull], or [Problem.Cancelled] if the thread is interrupted
    public void write(Path target, @Nullable SessionStore store, Instant now, Progress progress) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "versions.json", json(versions(now)));
            add(zip, "settings.json", json(settings()));
            add(zip, "store.json", json(store == null ? Map.of() : figures(store)));
            var logs = logFiles();
            for (var i = 0; i < logs.size(); i++) {
                progress.step(i, logs.size());
                add(zip, "logs/" + logs.get(i).getFileName(), log(logs.get(i)));
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileUnreadable(folders.logs(), String.valueOf(e.getMessage())), e);
        }
        WholeFile.write(
                target,
                channel -> {
                    for (var rest = ByteBuffer.wrap(bytes.toByteArray()); rest.hasRemaining(); ) {
                        channel.write(rest);
                    }
                });
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private byte[] json(Map<String, ?> object) {
        return redaction.of(JSON.writeValueAsString(object)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> versions(Instant now) {
        var versions = new LinkedHashMap<String, Object>();
        var ours = SupportArchive.class.getPackage().getImplementationVersion();
        versions.put("roamledger", Objects.requireNonNullElse(ours, "development"));
        for (var name :
                List.of("java.version", "java.vendor", "os.name", "os.version", "os.arch")) {
            versions.put(name, System.getProperty(name, ""));
        }
        versions.put("processors", Runtime.getRuntime().availableProcessors());
        versions.put("memory_mib", Runtime.getRuntime().maxMemory() >> 20);
        versions.put("made", now.toString());
        return versions;
    }

    /// What stands in the file, but for the proxy's user; the secrets are in another one.
    private Map<String, String> settings() {
        try {
            var settings = new TreeMap<>(Settings.kept(folders.config()));
            settings.remove("proxyUser");
            return settings;
        } catch (ProblemException e) {
            return Map.of("problem", e.problem().key());
        }
    }

    private static Map<String, Object> figures(SessionStore store) {
        var figures = new LinkedHashMap<String, Object>();
        try {
            figures.put("bytes", Files.size(store.path()));
            figures.put("read_only", store.care().isReadOnly());
            figures.put("place", store.care().place().map(Problem::key).orElse("local"));
            figures.put("backups", store.care().backups().size());
            var counts = store.sessionCounts();
            var rejects = store.rejectCounts();
            var sources = new ArrayList<Map<String, Object>>();
            for (SourceStatus status : store.sources()) {
                var name = status.source().name();
                var source = new LinkedHashMap<String, Object>();
                source.put("protocol", status.source().settings().protocol().name());
                source.put("sessions", counts.getOrDefault(name, 0L));
                source.put("rejects", rejects.getOrDefault(name, 0L));
                source.put("data_as_of", String.valueOf(status.dataAsOf()));
                source.put("problem", String.valueOf(status.problem()));
                sources.add(source);
            }
            figures.put("sources", sources);
        } catch (ProblemException e) {
            figures.put("problem", e.problem().key());
        } catch (IOException e) {
            figures.put("problem", e.getClass().getSimpleName());
        }
        return figures;
    }

    private List<Path> logFiles() throws IOException {
        if (!Files.isDirectory(folders.logs())) {
            return List.of();
        }
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folders.logs(), "*.log")) {
            files.forEach(found::add);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        found.sort(null);
        return found;
    }

    /// Its end, if it is larger than a log can be.
    private byte[] log(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(Math.max(0, Files.size(file) - LARGEST_LOG));
            var text = new String(in.readNBytes(LARGEST_LOG), StandardCharsets.UTF_8);
            return redaction.of(text).getBytes(StandardCharsets.UTF_8);
        }
    }
}
