package org.roamledger.cli;

import org.roamledger.store.GoneSession;
import org.roamledger.sync.SyncResult;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Tells what syncs did: in words, and as the contract's summary.
final class SyncSummary {

    private SyncSummary() {}

    static void say(Output output, SyncResult result) {
        var counts = result.counts();
        output.say(
                String.format(
                        Locale.ROOT,
                        "%s: %,d received, %,d new, %,d changed, %,d unchanged, %,d rejected in"
                                + " %.1f s",
                        result.name(),
                        result.received(),
                        counts.added(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.rejected(),
                        result.took().toMillis() / 1000.0));
        result.warnings().forEach(output::say);
        if (result.problem() != null) {
            output.say(result.problem());
        }
    }

    static Map<String, Object> of(Output output, List<SyncResult> results) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("sources", results.stream().map(result -> of(output, result)).toList());
        for (var result : results) {
            if (result.problem() != null) {
                output.summaryOf(result.problem()).forEach(summary::putIfAbsent);
            }
        }
        return summary;
    }

    private static Map<String, Object> of(Output output, SyncResult result) {
        var counts = result.counts();
        var object = new LinkedHashMap<String, Object>();
        object.put("name", result.name());
        object.put("ok", result.ok());
        object.put("pages", result.pages());
        object.put("received", result.received());
        object.put("new", counts.added());
        object.put("changed", counts.changed());
        object.put("unchanged", counts.unchanged());
        object.put("rejected", counts.rejected());
        object.put("seconds", result.took().toMillis() / 1000.0);
        object.put("notes", result.notes().stream().map(output::summaryOf).toList());
        object.put("gone", result.gone().stream().map(GoneSession::cdrId).toList());
        if (result.problem() != null) {
            object.putAll(output.summaryOf(result.problem()));
        }
        return object;
    }

    static int exitCode(List<SyncResult> results) {
        if (results.stream().anyMatch(result -> !result.ok())) {
            return Command.FAILED;
        }
        return results.stream().anyMatch(result -> result.counts().rejected() > 0)
                ? Command.SOME_REJECTED
                : Command.DONE;
    }
}
