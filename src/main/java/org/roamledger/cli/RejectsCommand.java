package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.export.RejectExport;
import org.roamledger.importing.RejectRetry;
import org.roamledger.session.KeptReject;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Lists, retries and exports the records that could not be read.
@CommandLine.Command(
        name = "rejects",
        description = "Look at records that could not be read, and read them again.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RejectsCommand.Listing.class,
            RejectsCommand.Retry.class,
            RejectsCommand.Export.class
        })
final class RejectsCommand extends CommandGroup {

    /// Said where something was rejected.
    static final String HINT = "See what was rejected and why: roamledger rejects list";

    @CommandLine.Command(
            name = "list",
            description = "List the records that could not be read, and why.",
            mixinStandardHelpOptions = true)
    static final class Listing extends Command {

        @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "all sources without it")
        private @Nullable String source;

        @Option(
                names = "--most",
                paramLabel = "N",
                description = "list at most so many, the newest first; 1000 without it")
        private int most = 1_000;

        @Override
        int run(Output output) {
            var listed = new ArrayList<KeptReject>();
            long total;
            try (var store = openStore()) {
                var counts = store.rejectCounts();
                if (most > 0) {
                    store.visitRejects(source, kept -> listed.add(kept) && listed.size() < most);
                }
                total =
                        source == null
                                ? counts.values().stream().mapToLong(Long::longValue).sum()
                                : counts.getOrDefault(source, 0L);
            }
            listed.forEach(kept -> say(output, kept));
            output.say(String.format(Locale.ROOT, "%,d rejected records", total));
            if (total > listed.size()) {
                output.say(String.format(Locale.ROOT, "Listed: the newest %,d", listed.size()));
            }
            var summary = new LinkedHashMap<String, Object>();
            summary.put("total", total);
            summary.put("rejects", listed.stream().map(Listing::summary).toList());
            summarise(output, summary);
            return DONE;
        }

        private static void say(Output output, KeptReject kept) {
            var reject = kept.reject();
            output.say(
                    "%s, %s%s: %s: %s%s"
                            .formatted(
                                    kept.source(),
                                    reject.file() == null ? "" : reject.file() + ", ",
                                    reject.where().text(),
                                    reject.id().isEmpty() ? "no id" : reject.id(),
                                    reject.reason()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '),
                                    reject.field().isEmpty()
                                            ? ""
                                            : ", %s is \"%s\""
                                                    .formatted(reject.field(), reject.value())));
        }

        private static Map<String, @Nullable Object> summary(KeptReject kept) {
            var reject = kept.reject();
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("source", kept.source());
            object.put("file", reject.file());
            object.put("place", reject.where().text());
            object.put("record_id", reject.id());
            object.put("reason", reject.reason().name());
            object.put("field", reject.field());
            object.put("value", reject.value());
            object.put("first_seen", kept.firstSeen().toString());
            object.put("last_seen", kept.lastSeen().toString());
            object.put("form", reject.form() == null ? null : reject.form().name());
            object.put("raw", reject.raw());
            return object;
        }
    }

    @CommandLine.Command(
            name = "retry",
            description =
                    "Read rejected records again: those of a back office from the kept text, rows"
                            + " of a table from their file.",
            mixinStandardHelpOptions = true)
    static final class Retry extends Command {

        @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "all sources without it")
        private @Nullable String source;

        @Override
        int run(Output output) {
            RejectRetry.Outcome outcome;
            try (var store = openStore()) {
                outcome =
                        new RejectRetry(store)
                                .retry(source, _ -> true, output.progress("records read"));
            }
            output.say(
                    String.format(
                            Locale.ROOT,
                            "%,d records read, %,d still rejected, %,d not tried because their file"
                                    + " or source is gone",
                            outcome.read(),
                            outcome.stillRejected(),
                            outcome.notTried()));
            var summary = new LinkedHashMap<String, Object>();
            summary.put("read", outcome.read());
            summary.put("still_rejected", outcome.stillRejected());
            summary.put("not_tried", outcome.notTried());
            summarise(output, summary);
            return outcome.stillRejected() + outcome.notTried() > 0 ? SOME_REJECTED : DONE;
        }
    }

    @CommandLine.Command(
            name = "export",
            description = "Write the rejected records with their texts to a CSV file.",
            mixinStandardHelpOptions = true)
    static final class Export extends Command {

        @Parameters(paramLabel = "SOURCE", arity = "0..1", description = "all sources without it")
        private @Nullable String source;

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "FILE.csv")
        private @Nullable Path out;

        @Override
        int run(Output output) {
            var target = Objects.requireNonNull(out);
            long written;
            try (var store = openStore()) {
                written =
                        RejectExport.write(
                                each ->
                                        store.visitRejects(
                                                source,
                                                kept -> {
                                                    each.accept(kept);
                                                    return true;
                                                }),
                                target,
                                output.progress("rejects written"));
            }
            output.say(String.format(Locale.ROOT, "%s: %,d rejected records", target, written));
            summarise(output, Map.of("file", target.toString(), "rejects", written));
            return DONE;
        }
    }
}
