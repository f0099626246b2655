package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.sync.SourceTest;
import org.roamledger.sync.SourceTest.Outcome;
import org.roamledger.sync.TransportSettings;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// Says at which step a source fails.
@CommandLine.Command(
        name = "test",
        description = "Find out at which step a source fails. Nothing is stored.",
        mixinStandardHelpOptions = true)
final class SourceTestCommand extends Command {

    @Parameters(paramLabel = "NAME")
    private @Nullable String name;

    @Override
    int run(Output output) {
        SourceTest.Result result;
        try (var store = openStore()) {
            var source = SyncCommand.backOffice(store, Objects.requireNonNull(name));
            result =
                    new SourceTest(connections(store), TransportSettings.ONCE)
                            .test(source, () -> tokens().get(store.path(), source.name()));
        }
        for (var outcome : result.steps()) {
            output.say(
                    outcome.step().key()
                            + ": "
                            + (outcome.problem() == null
                                    ? "ok"
                                    : "failed. " + output.text(outcome.problem())));
        }
        var summary = new LinkedHashMap<String, Object>();
        summary.put("source", result.source());
        summary.put("ok", result.ok());
        summary.put("steps", result.steps().stream().map(step -> summary(output, step)).toList());
        summarise(output, summary);
        return result.ok() ? DONE : FAILED;
    }

    private static Map<String, Object> summary(Output output, Outcome outcome) {
        var object = new LinkedHashMap<String, Object>();
        object.put("step", outcome.step().key());
        object.put("ok", outcome.problem() == null);
        if (outcome.problem() != null) {
            object.putAll(output.summaryOf(outcome.problem()));
        }
        return object;
    }
}
