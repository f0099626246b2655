package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.Network;
import org.roamledger.store.Protocol;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;
import org.roamledger.store.SourceStatus;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Adds, lists and removes sources.
@CommandLine.Command(
        name = "source",
        description = "Add, list and remove sources of sessions.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SourceCommand.Add.class,
            SourceCommand.Listing.class,
            SourceCommand.Remove.class
        })
final class SourceCommand extends CommandGroup {

    @CommandLine.Command(
            name = "add",
            description = "Add an OCPI back office as a source.",
            mixinStandardHelpOptions = true)
    static final class Add extends Command {

        @Parameters(paramLabel = "NAME", description = "a name of your choice")
        private @Nullable String name;

        @Option(
                names = "--ocpi",
                paramLabel = "URL",
                required = true,
                description = "OCPI versions URL")
        private @Nullable String url;

        @Option(
                names = "--token-file",
                paramLabel = "FILE",
                required = true,
                description = "file that holds the token on its first line")
        private @Nullable Path tokenFile;

        @Option(names = "--network", paramLabel = "N", description = "network of all its sessions")
        private @Nullable String network;

        @Option(
                names = "--organisation",
                paramLabel = "O",
                description = "owner of stations for which the back office names none")
        private @Nullable String organisation;

        @Option(names = "--zone", paramLabel = "ZONE", description = "zone of its stations")
        private @Nullable String zone;

        @Option(
                names = "--network-rule",
                paramLabel = "RULE",
                description =
                        "network of some of its sessions, field:NAME or provider:ID=NETWORK;"
                                + " repeatable")
        private List<String> networkRules = List.of();

        @Option(
                names = "--from-party",
                paramLabel = "PARTY",
                description = "your own party, such as SE*ABC, where a hub wants to know it")
        private @Nullable String fromParty;

        @Option(
                names = "--to-party",
                paramLabel = "PARTY",
                description = "the party that is asked; for all parties of a hub, the hub itself")
        private @Nullable String toParty;

        @Override
        int run(Output output) {
            var source =
                    new Source(
                            Objects.requireNonNull(name),
                            Source.url(Objects.requireNonNull(url)),
                            network == null ? null : Network.of(network),
                            organisation,
                            zone == null ? null : Texts.zone(zone),
                            new SourceSettings(
                                    Protocol.OCPI,
                                    Texts.networkRules(networkRules),
                                    Texts.routing(fromParty, toParty)));
            var token = readToken(Objects.requireNonNull(tokenFile));
            try (var store = openStore()) {
                store.addSource(source, () -> tokens().put(store.path(), source.name(), token));
            }
            output.say("Added source \"%s\".".formatted(source.name()));
            summarise(output, Map.of("added", source.name()));
            return DONE;
        }

        private static String readToken(Path file) {
            try {
                var token = Files.readString(file).lines().findFirst().orElse("").strip();
                if (token.isEmpty()) {
                    throw new ProblemException(new Problem.TokenFileUnreadable(file));
                }
                return token;
            } catch (IOException e) {
                throw new ProblemException(new Problem.TokenFileUnreadable(file), e);
            }
        }
    }

    @CommandLine.Command(
            name = "list",
            description = "List the sources and how current their data is.",
            mixinStandardHelpOptions = true)
    static final class Listing extends Command {

        @Override
        int run(Output output) {
            List<SourceStatus> sources;
            try (var store = openStore()) {
                sources = store.sources();
            }
            for (var status : sources) {
                output.say(
                        "%s: %s, data as of %s%s"
                                .formatted(
                                        status.source().name(),
                                        status.source().url() == null
                                                ? "imported files"
                                                : status.source().url(),
                                        status.dataAsOf() == null ? "never" : status.dataAsOf(),
                                        status.problem() == null
                                                ? ""
                                                : ", last sync failed (" + status.problem() + ")"));
            }
            summarise(output, Map.of("sources", sources.stream().map(Listing::summary).toList()));
            return DONE;
        }

        private static Map<String, @Nullable Object> summary(SourceStatus status) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("name", status.source().name());
            object.put("url", text(status.source().url()));
            object.put(
                    "network",
                    status.source().network() == null ? null : status.source().network().label());
            object.put("organisation", status.source().organisation());
            object.put("zone", text(status.source().zone()));
            var settings = status.source().settings();
            var routing = settings.routing();
            object.put("network_rules", settings.networkRules().text().lines().toList());
            object.put("from_party", routing == null ? null : routing.from().asSent());
            object.put(
                    "to_party",
                    routing == null || routing.to() == null ? null : routing.to().asSent());
            object.put("data_as_of", text(status.dataAsOf()));
            object.put("problem", status.problem());
            object.put("missing_modules", status.missingModules());
            return object;
        }

        private static @Nullable String text(@Nullable Object value) {
            return value == null ? null : value.toString();
        }
    }

    @CommandLine.Command(
            name = "remove",
            description = "Remove a source. The sessions it delivered stay in the store.",
            mixinStandardHelpOptions = true)
    static final class Remove extends Command {

        @Parameters(paramLabel = "NAME")
        private @Nullable String name;

        @Override
        int run(Output output) {
            try (var store = openStore()) {
                store.removeSource(Objects.requireNonNull(name));
                tokens().remove(store.path(), Objects.requireNonNull(name));
            }
            output.say("Removed source \"%s\". Its sessions stay in the store.".formatted(name));
            summarise(output, Map.of("removed", Objects.requireNonNull(name)));
            return DONE;
        }
    }
}
