package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SourceStatus;
import org.roamledger.sync.GivenSources;
import org.roamledger.sync.Sync;
import org.roamledger.sync.SyncResult;
import org.roamledger.sync.SyncScope;
import org.roamledger.sync.TransportSettings;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;

/// Syncs sources into the store. A source that fails does not stop the others.
@CommandLine.Command(
        name = "sync",
        description = "Get new and changed sessions from the back offices.",
        mixinStandardHelpOptions = true)
final class SyncCommand extends Command {

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "sources; all if none is named")
    private List<String> names = List.of();

    @Option(names = "--full", description = "read everything again, not only what is new")
    private boolean full;

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "read again what belongs to a month, and list what is gone")
    private @Nullable String month;

    @Override
    int run(Output output) {
        var results = new ArrayList<SyncResult>();
        var scope = scope();
        try (var store = openStore()) {
            GivenSources.bringInto(store);
            var tokens = tokens();
            var sync =
                    new Sync(
                            store,
                            source -> tokens.get(store.path(), source),
                            connections(store),
                            TransportSettings.STANDARD);
            for (var source : sources(store)) {
                var result = sync.sync(source, scope, output.progress(source.name()));
                SyncSummary.say(output, result);
                results.add(result);
            }
        }
        if (results.stream().anyMatch(result -> result.counts().rejected() > 0)) {
            output.say(RejectsCommand.HINT);
        }
        summarise(output, SyncSummary.of(output, results));
        return SyncSummary.exitCode(results);
    }

    private SyncScope scope() {
        if (month != null) {
            return new SyncScope.Month(Texts.month(month));
        }
        return full ? new SyncScope.Everything() : new SyncScope.News();
    }

    private List<Source> sources(SessionStore store) {
        if (!names.isEmpty()) {
            return names.stream().map(name -> backOffice(store, name)).toList();
        }
        var all =
                store.sources().stream()
                        .map(SourceStatus::source)
                        .filter(source -> source.url() != null)
                        .toList();
        if (all.isEmpty()) {
            throw new ProblemException(new Problem.NoSources());
        }
        return all;
    }

    static Source backOffice(SessionStore store, String name) {
        var source = store.source(name).source();
        if (source.url() == null) {
            throw new ProblemException(new Problem.SourceOfFiles(name));
        }
        return source;
    }
}
