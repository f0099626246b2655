package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.importing.ImportSettings;
import org.roamledger.importing.MappingBook;
import org.roamledger.importing.MappingFile;
import org.roamledger.importing.TableLook;
import org.roamledger.store.SavedMapping;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Guesses, lists and forgets how files are read.
@CommandLine.Command(
        name = "mapping",
        description = "Guess, list and remove mappings: how the columns of files are read.",
        mixinStandardHelpOptions = true,
        subcommands = {
            MappingCommand.Guess.class,
            MappingCommand.Listing.class,
            MappingCommand.Remove.class
        })
final class MappingCommand extends CommandGroup {

    @CommandLine.Command(
            name = "guess",
            description = "Guess the mapping of a file, to be edited and given to import.",
            mixinStandardHelpOptions = true)
    static final class Guess extends Command {

        @Parameters(paramLabel = "FILE", description = "a table as CSV or XLSX")
        private @Nullable Path file;

        @Option(
                names = "--out",
                paramLabel = "MAPPING.json",
                required = true,
                description = "where the mapping is written")
        private @Nullable Path out;

        @Override
        int run(Output output) {
            var look =
                    new TableLook(
                            Objects.requireNonNull(file), ImportSettings.NONE, MappingBook.EMPTY);
            var preview = look.preview();
            var mapping = preview.mapping();
            MappingFile.writeNew(mapping, Objects.requireNonNull(out));
            var open = mapping.openQuestions().stream().map(Enum::name).toList();
            output.say(
                    String.format(
                            Locale.ROOT,
                            "%s: %d of %d columns recognised.",
                            out,
                            mapping.read().count(),
                            preview.headers().size()));
            if (!open.isEmpty()) {
                output.say("Still to be answered in it: " + questions(output, open) + ".");
            }
            summarise(
                    output,
                    Map.of(
                            "mapping",
                            out.toString(),
                            "columns",
                            preview.headers().size(),
                            "recognised",
                            mapping.read().count(),
                            "open",
                            open.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList()));
            return DONE;
        }

        private static String questions(Output output, List<String> open) {
            return open.stream().map(output::question).collect(Collectors.joining(", "));
        }
    }

    @CommandLine.Command(
            name = "list",
            description = "List the mappings that are remembered.",
            mixinStandardHelpOptions = true)
    static final class Listing extends Command {

        @Override
        int run(Output output) {
            List<String> names;
            try (var store = openStore()) {
                names = store.mappings().stream().map(SavedMapping::name).distinct().toList();
            }
            names.forEach(output::say);
            summarise(output, Map.of("mappings", names));
            return DONE;
        }
    }

    @CommandLine.Command(
            name = "remove",
            description = "Forget a mapping. What was imported by it stays.",
            mixinStandardHelpOptions = true)
    static final class Remove extends Command {

        @Parameters(paramLabel = "NAME")
        private @Nullable String name;

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                store.removeMapping(Objects.requireNonNull(name));
            }
            output.say("Removed mapping \"%s\".".formatted(name));
            summarise(output, Map.of("removed", Objects.requireNonNull(name)));
            return DONE;
        }
    }
}
