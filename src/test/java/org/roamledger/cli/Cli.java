package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.settings.Folders;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.Tokens;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs command lines in this process, on a store and folders of their own and without a display.
final class Cli {

    /// How a command line ended.
    ///
    /// @param summary what went to standard output
    /// @param words what went to standard error
    record Outcome(int exit, String summary, String words) {

        JsonNode json() {
            return new JsonMapper().readTree(summary);
        }
    }

    private static final Window NO_DISPLAY =
            new Window() {
                @Override
                public boolean isPossible() {
                    return false;
                }

                @Override
                public void open(Path store, @Nullable Path view, @Nullable Runnable painted) {
                    throw new AssertionError("there is no display");
                }

                @Override
                public void openSample(SampleData sample) {
                    throw new AssertionError("there is no display");
                }
            };

    final Path folder;
    final Path store;

    Cli(Path folder) {
        this.folder = folder;
        store = folder.resolve("test.roamledger");
    }

    /// Runs a command on the store of this test, with a summary.
    Outcome run(String... arguments) {
        var all = new ArrayList<>(List.of("--store", store.toString()));
        all.addAll(List.of(arguments));
        all.add("--json");
        return runExactly(all.toArray(String[]::new));
    }

    Outcome runExactly(String... arguments) {
        var summary = new StringWriter();
        var words = new StringWriter();
        var exit =
                RoamledgerCommand.run(
                        arguments,
                        new PrintWriter(summary, true),
                        new PrintWriter(words, true),
                        NO_DISPLAY,
                        folders(),
                        new Tokens(folders().config(), KeyRing.NONE));
        return new Outcome(exit, summary.toString(), words.toString());
    }

    Folders folders() {
        return new Folders(
                folder.resolve("data"), folder.resolve("config"), folder.resolve("logs"));
    }

    /// Adds a source by a token file, as a user does.
    Outcome addSource(String name, String url, String token) throws Exception {
        var file = Files.writeString(folder.resolve(name + ".token"), token + "\n");
        return run("source", "add", name, "--ocpi", url, "--token-file", file.toString());
    }
}
