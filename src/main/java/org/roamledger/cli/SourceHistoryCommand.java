package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.store.SyncRun;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Tells how the syncs of a source went.
@CommandLine.Command(
        name = "history",
        description = "List the last 500 syncs of a source, the newest first.",
        mixinStandardHelpOptions = true)
final class SourceHistoryCommand extends Command {

    @Parameters(paramLabel = "NAME")
    private @Nullable String name;

    @Override
    int run(Output output) {
        var source = Objects.requireNonNull(name);
        List<SyncRun> runs;
        try (var store = openStore()) {
            runs = store.history(source);
        }
        if (runs.isEmpty()) {
            output.say("\"%s\" was not synced yet.".formatted(source));
        }
        runs.forEach(run -> output.say(said(run)));
        var summary = new LinkedHashMap<String, Object>();
        summary.put("source", source);
        summary.put("syncs", runs.stream().map(SourceHistoryCommand::summary).toList());
        summarise(output, summary);
        return DONE;
    }

    private static String said(SyncRun run) {
        var counts = run.counts();
        return String.format(
                Locale.ROOT,
                "%s %s: %,d received, %,d new, %,d changed, %,d unchanged, %,d rejected%s in %.1f"
                        + " s%s",
                run.began(),
                run.scope(),
                run.received(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                counts.rejected(),
                run.gone() == null ? "" : String.format(Locale.ROOT, ", %,d gone", run.gone()),
                run.took().toMillis() / 1000.0,
                run.problem() == null ? "" : ", failed (" + run.problem() + ")");
    }

    private static Map<String, @Nullable Object> summary(SyncRun run) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("began", run.began().toString());
        object.put("seconds", run.took().toMillis() / 1000.0);
        object.put("scope", run.scope());
        object.put("ok", run.problem() == null);
        object.put("received", run.received());
        object.put("new", run.counts().added());
        object.put("changed", run.counts().changed());
        object.put("unchanged", run.counts().unchanged());
        object.put("rejected", run.counts().rejected());
        object.put("gone", run.gone());
        object.put("problem", run.problem());
        return object;
    }
}
