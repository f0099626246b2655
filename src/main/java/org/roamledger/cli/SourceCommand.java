package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.NetworkRules;
import org.roamledger.store.Protocol;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;
import org.roamledger.store.SourceStatus;
import org.roamledger.sync.GivenSources;

import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Adds, lists, tests and removes sources.
@CommandLine.Command(
        name = "source",
        description =
                "Add, list, change, test and remove sources of sessions, and see how their syncs"
                        + " went.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SourceCommand.Add.class,
            SourceCommand.Listing.class,
            SourceEditCommand.class,
            SourceCommand.Remove.class,
            SourceTestCommand.class,
            SourceHistoryCommand.class
        })
final class SourceCommand extends CommandGroup {

    @CommandLine.Command(
            name = "add",
            description = "Add an OCPI back office or an OICP endpoint as a source.",
            mixinStandardHelpOptions = true)
    static final class Add extends Command {

        @Parameters(paramLabel = "NAME", description = "a name of your choice")
        private @Nullable String name;

        @ArgGroup(multiplicity = "1")
        private Server server = new Server();

        @Mixin private SourceOptions options = new SourceOptions();

        /// What is asked: one of the two.
        private static final class Server {

            @ArgGroup(exclusive = false)
            private @Nullable Ocpi ocpi;

            @ArgGroup(exclusive = false)
            private @Nullable Oicp oicp;
        }

        private static final class Ocpi {

            @Option(
                    names = "--ocpi",
                    paramLabel = "URL",
                    required = true,
                    description = "OCPI versions URL")
            private String url = "";

            @Option(
                    names = "--token-file",
                    paramLabel = "FILE",
                    required = true,
                    description = "file that holds the token on its first line")
            private Path tokenFile = Path.of("");
        }

        private static final class Oicp {

            @Option(
                    names = "--oicp",
                    paramLabel = "URL",
                    required = true,
                    description = "endpoint that answers with pages of OICP charge detail records")
            private String url = "";

            @Option(
                    names = "--operator",
                    paramLabel = "ID",
                    description = "OperatorID whose records are asked for")
            private @Nullable String operator;
        }

        @Override
        int run(Output output) {
            var url = Source.url(server.ocpi == null ? oicp().url : server.ocpi.url);
            var plain = new Source(Objects.requireNonNull(name), url, null, null, null, settings());
            var source = options.changed(plain);
            var token = server.ocpi == null ? null : SecretFile.read(server.ocpi.tokenFile);
            var password = options.certificatePassword();
            try (var store = openStore()) {
                store.addSource(source, () -> keep(store, source.name(), token, password));
            }
            output.say("Added source \"%s\".".formatted(source.name()));
            summarise(output, Map.of("added", source.name()));
            return DONE;
        }

        private Oicp oicp() {
            return Objects.requireNonNull(server.oicp);
        }

        private SourceSettings settings() {
            return server.ocpi != null
                    ? SourceSettings.OCPI
                    : new SourceSettings(
                            Protocol.OICP, NetworkRules.NONE, null, oicp().operator, null);
        }

        private void keep(
                SessionStore store,
                String source,
                @Nullable String token,
                @Nullable String certificatePassword) {
            if (token != null) {
                tokens().put(store.path(), source, token);
            }
            if (certificatePassword != null) {
                tokens().putCertificatePassword(store.path(), source, certificatePassword);
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
                GivenSources.bringInto(store);
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
            tokens().isKeyInRing().map(Listing::saidOfKey).ifPresent(output::say);
            summarise(output, Map.of("sources", sources.stream().map(Listing::summary).toList()));
            return DONE;
        }

        private static String saidOfKey(boolean inRing) {
            return "Tokens are encrypted with a key kept in "
                    + (inRing ? "the system's key ring." : "a file only you can read.");
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
