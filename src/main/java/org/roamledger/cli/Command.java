package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.Tokens;
import org.roamledger.store.SessionStore;
import org.roamledger.sync.Connections;

import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/// What all commands share: the store they work on, where they speak, and how they end.
abstract class Command implements Callable<Integer> {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int SOME_REJECTED = 3;

    @Option(names = "--json", description = "print one summary object to standard output")
    boolean json;

    @Option(names = "--store", paramLabel = "FILE", description = "the store to work on")
    private @Nullable Path ownStore;

    @ParentCommand @Nullable Object parent;

    /// Does the work and summarises it; the number is the exit code.
    abstract int run(Output output);

    @Override
    public final Integer call() {
        var output = root().output;
        try {
            return run(output);
        } catch (ProblemException e) {
            output.say(e.problem());
            if (json) {
                output.summarise(output.summaryOf(e.problem()));
            }
            return exitCode(e.problem());
        }
    }

    /// What was typed wrong is usage; all else has failed.
    static int exitCode(Problem problem) {
        return switch (problem) {
            case Problem.BadDate _,
                    Problem.BadZone _,
                    Problem.BadMonth _,
                    Problem.BadNetworkRule _,
                    Problem.BadParty _,
                    Problem.BadUrl _,
                    Problem.BadProxy _,
                    Problem.EmptyPeriod _,
                    Problem.ColumnUnknown _,
                    Problem.SettlementFormatUnknown _,
                    Problem.ExportFormatUnknown _,
                    Problem.ExportProfileUnknown _ ->
                    USAGE;
            default -> FAILED;
        };
    }

    void summarise(Output output, Map<String, ?> summary) {
        if (json) {
            output.summarise(summary);
        }
    }

    SessionStore openStore() {
        return SessionStore.open(storePath());
    }

    Path storePath() {
        var store = ownStore == null ? root().store : ownStore;
        return store == null ? root().folders.defaultStore() : store;
    }

    Tokens tokens() {
        return root().tokens;
    }

    /// The way to the sources of a store.
    Connections connections(SessionStore store) {
        return new Connections(root().folders.config(), tokens(), store.path());
    }

    RoamledgerCommand root() {
        var above = Objects.requireNonNull(parent);
        return above instanceof Command command
                ? command.root()
                : above instanceof CommandGroup group
                        ? Objects.requireNonNull(group.parent)
                        : (RoamledgerCommand) above;
    }
}
