package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.importing.FileImport;
import org.roamledger.importing.ImportSettings;
import org.roamledger.importing.ImportedFile;
import org.roamledger.importing.MappingFile;
import org.roamledger.importing.StoreMappings;
import org.roamledger.importing.StoreSink;
import org.roamledger.session.Network;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Imports files and folders into the store. A file that fails does not stop the others.
@CommandLine.Command(
        name = "import",
        description =
                "Import reports, lists and station lists (CSV, Excel) and charge detail records"
                        + " of OCPI, Hubject and Gireve from files, folders and ZIP archives.",
        mixinStandardHelpOptions = true)
final class ImportCommand extends Command {

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "files and folders")
    private List<Path> paths = List.of();

    @Option(
            names = "--network",
            paramLabel = "N",
            description = "network of sessions that name none")
    private @Nullable String network;

    @Option(
            names = "--organisation",
            paramLabel = "O",
            description = "owner of stations for which the file names none")
    private @Nullable String organisation;

    @Option(names = "--zone", paramLabel = "ZONE", description = "zone of times that name none")
    private @Nullable String zone;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "how tables are read; remembered for files with the same titles")
    private @Nullable Path mapping;

    @Override
    int run(Output output) {
        var settings =
                new ImportSettings(
                        network == null ? null : Network.of(network),
                        organisation,
                        zone == null ? null : Texts.zone(zone),
                        mapping == null ? null : MappingFile.read(mapping));
        List<ImportedFile> files;
        try (var store = openStore()) {
            try (var sink = new StoreSink(store, settings)) {
                files =
                        new FileImport(settings, sink, new StoreMappings(store))
                                .read(paths, output.progress("bytes read"));
            }
        }
        files.forEach(file -> say(output, file));
        if (files.stream().anyMatch(file -> file.counts().rejected() > 0)) {
            output.say(RejectsCommand.HINT);
        }
        summarise(output, summary(output, files));
        return exitCode(files);
    }

    private static void say(Output output, ImportedFile file) {
        var counts = file.counts();
        if (file.ok() || file.rows() > 0) {
            output.say(
                    String.format(
                            Locale.ROOT,
                            "%s: %,d rows, %,d new, %,d changed, %,d unchanged, %,d rejected",
                            file.file(),
                            file.rows(),
                            counts.added(),
                            counts.changed(),
                            counts.unchanged(),
                            counts.rejected()));
        }
        file.warnings().forEach(output::say);
        if (file.problem() != null) {
            output.say(file.problem());
        }
    }

    private static Map<String, Object> summary(Output output, List<ImportedFile> files) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("files", files.stream().map(file -> summary(output, file)).toList());
        for (var file : files) {
            if (file.problem() != null) {
                output.summaryOf(file.problem()).forEach(summary::putIfAbsent);
            }
        }
        return summary;
    }

    private static Map<String, Object> summary(Output output, ImportedFile file) {
        var counts = file.counts();
        var object = new LinkedHashMap<String, Object>();
        object.put("file", file.file().toString());
        object.put("ok", file.ok());
        object.put("format", file.format());
        object.put("rows", file.rows());
        object.put("new", counts.added());
        object.put("changed", counts.changed());
        object.put("unchanged", counts.unchanged());
        object.put("rejected", counts.rejected());
        object.put("warnings", file.warnings().stream().map(output::summaryOf).toList());
        if (file.problem() != null) {
            object.putAll(output.summaryOf(file.problem()));
        }
        return object;
    }

    private static int exitCode(List<ImportedFile> files) {
        if (files.stream().anyMatch(file -> !file.ok())) {
            return FAILED;
        }
        return files.stream().anyMatch(file -> file.counts().rejected() > 0) ? SOME_REJECTED : DONE;
    }
}
