package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.ProblemException;
import org.roamledger.store.SessionStore;
import org.roamledger.support.SupportArchive;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;

/// Writes an archive for support, also if the store cannot be opened.
@CommandLine.Command(
        name = "support",
        description =
                "Write a ZIP for support: logs, versions, settings and figures of the store. No"
                        + " session, no id and no token is in it.",
        mixinStandardHelpOptions = true)
final class SupportCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "the archive, as roamledger-support.zip")
    private @Nullable Path file;

    @Override
    int run(Output output) {
        var target = Objects.requireNonNull(file).toAbsolutePath();
        try (var store = store(output)) {
            new SupportArchive(root().folders)
                    .write(target, store, Clock.systemUTC().instant(), output.progress("support"));
        }
        output.say("Written: " + target);
        summarise(output, Map.of("file", target.toString()));
        return DONE;
    }

    private @Nullable SessionStore store(Output output) {
        try {
            return openStore();
        } catch (ProblemException e) {
            output.say(e.problem());
            return null;
        }
    }
}
