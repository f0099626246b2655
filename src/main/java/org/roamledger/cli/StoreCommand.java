package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.store.Backup;
import org.roamledger.store.StoreClaim;
import org.roamledger.store.StoreRescue;

import picocli.CommandLine;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Checks the store, backs it up, and puts a backup back.
@CommandLine.Command(
        name = "store",
        description = "Check the store, back it up, list backups and restore one.",
        mixinStandardHelpOptions = true,
        subcommands = {
            StoreCommand.Check.class,
            StoreCommand.BackUp.class,
            StoreCommand.Listing.class,
            StoreCommand.Restore.class
        })
final class StoreCommand extends CommandGroup {

    private static Map<String, Object> summary(Backup backup) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("file", backup.file().toString());
        summary.put("when", backup.when().toString());
        summary.put("bytes", backup.bytes());
        summary.put("kind", backup.kind().name());
        return summary;
    }

    private static String line(Backup backup) {
        return "%s  %,12d bytes  %s"
                .formatted(
                        backup.when(),
                        backup.bytes(),
                        backup.file() + (backup.kind() == Backup.Kind.UPGRADE ? " (upgrade)" : ""));
    }

    @CommandLine.Command(
            name = "check",
            description = "Look for damage, thoroughly. Exit code 1 if there is any.",
            mixinStandardHelpOptions = true)
    static final class Check extends Command {

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                var check = store.care().check(true, output.progress("check"));
                if (check.damage() != null) {
                    throw new ProblemException(check.damage());
                }
                output.say(
                        check.compared()
                                ? "The store is sound: every byte is as it was closed."
                                : "The store is sound: its parts hang together. It was not closed"
                                        + " by all who had it open, so bytes were not compared.");
                summarise(
                        output,
                        Map.of("store", store.path().toString(), "compared", check.compared()));
                return DONE;
            }
        }
    }

    @CommandLine.Command(
            name = "backup",
            description = "Make a backup, also while a window or a sync has the store open.",
            mixinStandardHelpOptions = true)
    static final class BackUp extends Command {

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                var backup = store.care().backUp(output.progress("backup"));
                output.say(line(backup));
                summarise(output, summary(backup));
                return DONE;
            }
        }
    }

    @CommandLine.Command(
            name = "backups",
            description = "List the backups, the newest first.",
            mixinStandardHelpOptions = true)
    static final class Listing extends Command {

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                var backups = store.care().backups();
                if (backups.isEmpty()) {
                    output.say("There is no backup.");
                }
                backups.forEach(backup -> output.say(line(backup)));
                summarise(
                        output,
                        Map.of("backups", backups.stream().map(StoreCommand::summary).toList()));
                return DONE;
            }
        }
    }

    /// Works on a store that cannot be opened any more, too.
    @CommandLine.Command(
            name = "restore",
            description =
                    "Put a backup in the place of the store, which is kept beside it. Of a damaged"
                            + " store, the newest sound backup without being told which.",
            mixinStandardHelpOptions = true)
    static final class Restore extends Command {

        @Parameters(
                paramLabel = "FILE",
                arity = "0..1",
                description = "the backup; else the newest")
        private @Nullable Path file;

        @Override
        int run(Output output) {
            var path = storePath();
            try (var claim =
                    StoreClaim.take(path)
                            .orElseThrow(
                                    () -> new ProblemException(new Problem.StoreInUse(path)))) {
                Objects.requireNonNull(claim);
                var opened = StoreRescue.open(path, Clock.systemUTC());
                try (var store = opened.store()) {
                    if (opened.told() != null) {
                        output.say(opened.told());
                        if (file == null) {
                            summarise(output, output.summaryOf(opened.told()));
                            return DONE;
                        }
                    }
                    var backup = file == null ? newest(store.care().backups()) : file;
                    var aside = store.care().restore(backup);
                    output.say(
                            "Restored %s. What was there before is kept as %s. Sync to get what came"
                                            .formatted(backup, aside)
                                    + " since.");
                    summarise(
                            output,
                            Map.of("restored", backup.toString(), "kept", aside.toString()));
                    return DONE;
                }
            }
        }

        private Path newest(List<Backup> backups) {
            if (backups.isEmpty()) {
                throw new ProblemException(new Problem.NoBackup(storePath()));
            }
            return backups.getFirst().file();
        }
    }
}
