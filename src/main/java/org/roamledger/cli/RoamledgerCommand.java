package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Faults;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.Folders;
import org.roamledger.settings.Tokens;
import org.roamledger.views.ViewFolder;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// The command line. Without a command it opens the window.
@CommandLine.Command(
        name = "roamledger",
        description = "Roaming sessions (CPO view): sync, report, export.",
        mixinStandardHelpOptions = true,
        versionProvider = ApplicationVersion.class,
        subcommands = {
            DemoCommand.class,
            SampleBackendCommand.class,
            SourceCommand.class,
            ConnectionCommand.class,
            SyncCommand.class,
            ImportCommand.class,
            MappingCommand.class,
            StationsCommand.class,
            OrganisationsCommand.class,
            RejectsCommand.class,
            ExportCommand.class,
            SettlementCommand.class,
            DocumentsCommand.class,
            StoreCommand.class,
            SupportCommand.class
        })
public final class RoamledgerCommand implements Callable<Integer> {

    final Output output;
    final Window window;
    final Folders folders;
    final Tokens tokens;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "the store to work on; without it that of the user")
    @Nullable Path store;

    @Option(
            names = "--trial",
            description = "open the window, say when it is seen, and close it: does it work here?")
    private boolean trial;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "a store (.roamledger) or a view (.roamledger-view) to open")
    private @Nullable Path file;

    @Spec private @Nullable CommandSpec spec;

    RoamledgerCommand(Output output, Window window, Folders folders, Tokens tokens) {
        this.output = output;
        this.window = window;
        this.folders = folders;
        this.tokens = tokens;
    }

    /// Runs a command line.
    ///
    /// @param summary where summary objects go
    /// @param words where words go
    /// @param folders where the user keeps store and settings
    /// @param tokens secrets of the user's sources
    /// @return the exit code: 0 done, 1 failed, 2 usage, 3 done but some records were rejected
    public static int run(
            String[] arguments,
            PrintWriter summary,
            PrintWriter words,
            Window window,
            Folders folders,
            Tokens tokens) {
        var output = new Output(summary, words);
        return new CommandLine(new RoamledgerCommand(output, window, folders, tokens))
                .setOut(summary)
                .setErr(words)
                .setParameterExceptionHandler(new WrongUsage(output))
                .setExecutionExceptionHandler(new Unforeseen(output))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments);
    }

    @Override
    public Integer call() {
        var view = file != null && ViewFolder.isView(file) ? file : null;
        if (file != null && view == null) {
            openedByName(file);
        }
        if (!window.isPossible()) {
            output.say(
                    "There is no display to open a window on. The commands work without one:"
                            + " roamledger --help");
            return Command.FAILED;
        }
        try {
            window.open(
                    store == null ? folders.defaultStore() : store,
                    view,
                    trial ? () -> output.say("The window is there.") : null);
            return Command.DONE;
        } catch (ProblemException e) {
            output.say(e.problem());
            return Command.FAILED;
        }
    }

    /// What is no file of ours is a command typed wrong.
    private void openedByName(Path named) {
        if (!Folders.isStore(named)) {
            throw new CommandLine.UnmatchedArgumentException(
                    Objects.requireNonNull(spec).commandLine(), List.of(named.toString()));
        }
        store = named;
    }

    /// The parser's own words and usage for the person, an object for the program if it asked for
    /// one.
    private record WrongUsage(Output output) implements CommandLine.IParameterExceptionHandler {
        @Override
        public int handleParseException(CommandLine.ParameterException fault, String[] arguments) {
            var command = fault.getCommandLine();
            output.say(String.valueOf(fault.getMessage()));
            command.usage(command.getErr());
            if (Arrays.asList(arguments).contains("--json")) {
                output.summarise(
                        Map.of("problem", "usage", "message", String.valueOf(fault.getMessage())));
            }
            return Command.USAGE;
        }
    }

    /// A fault of the application: a reference for the user, the rest for the log.
    private record Unforeseen(Output output) implements CommandLine.IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(
                Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
            var problem = Faults.unexpected(fault);
            LoggerFactory.getLogger(RoamledgerCommand.class).error("{}", problem, fault);
            output.say(problem);
            if (command.getCommand() instanceof Command failed && failed.json) {
                output.summarise(output.summaryOf(problem));
            }
            return Command.FAILED;
        }
    }
}
