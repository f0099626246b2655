package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.store.Protocol;
import org.roamledger.store.Routing;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;
import org.roamledger.sync.Connections;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Changes a source; what is not named stays.
@CommandLine.Command(
        name = "edit",
        description =
                "Change a source. What is not named stays; an empty value, as --network=, takes"
                        + " away what is there.",
        mixinStandardHelpOptions = true)
final class SourceEditCommand extends Command {

    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME")
    private @Nullable String name;

    @Option(names = "--url", paramLabel = "URL", description = "address of its server")
    private @Nullable String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "file that holds another token on its first line")
    private @Nullable Path tokenFile;

    @Option(names = "--operator", paramLabel = "ID", description = "OperatorID, of OICP alone")
    private @Nullable String operator;

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "PKCS#12 file by which the server knows us")
    private @Nullable Path certificate;

    @Option(
            names = "--certificate-password-file",
            paramLabel = "FILE",
            description = "file that holds its password on its first line")
    private @Nullable Path certificatePasswordFile;

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
            description = "takes the place of all rules there are; repeatable")
    private @Nullable List<String> networkRules;

    @Option(names = "--from-party", paramLabel = "PARTY", description = "your own party")
    private @Nullable String fromParty;

    @Option(names = "--to-party", paramLabel = "PARTY", description = "the party that is asked")
    private @Nullable String toParty;

    @Override
    int run(Output output) {
        var source = Objects.requireNonNull(name);
        var token = tokenFile == null ? null : SecretFile.read(tokenFile);
        var password =
                certificatePasswordFile == null ? null : SecretFile.read(certificatePasswordFile);
        if (certificate != null) {
            Connections.checkClientCertificate(certificate, password == null ? "" : password);
        }
        boolean anew;
        try (var store = openStore()) {
            var before = SyncCommand.backOffice(store, source);
            checkKind(before.settings().protocol());
            var after = changed(before);
            anew =
                    store.changeSource(
                            after,
                            () -> {
                                if (token != null) {
                                    tokens().put(store.path(), source, token);
                                }
                                if (password != null || certificate != null) {
                                    tokens().putCertificatePassword(
                                                    store.path(),
                                                    source,
                                                    password == null ? "" : password);
                                }
                            });
        }
        output.say(
                "Changed source \"%s\".%s"
                        .formatted(
                                source, anew ? " The next sync reads it from the beginning." : ""));
        summarise(output, Map.of("changed", source, "reads_anew", anew));
        return DONE;
    }

    private void checkKind(Protocol protocol) {
        var other =
                switch (protocol) {
                    case OCPI -> operator == null ? null : "--operator";
                    case OICP -> tokenFile == null ? null : "--token-file";
                };
        if (other != null) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "%s: %s sources have none".formatted(other, protocol));
        }
    }

    private Source changed(Source before) {
        return new Source(
                before.name(),
                url == null ? before.url() : Source.url(url),
                network == null ? before.network() : network.isEmpty() ? null : Network.of(network),
                organisation == null ? before.organisation() : orNull(organisation),
                zone == null ? before.zone() : zone.isEmpty() ? null : Texts.zone(zone),
                changed(before.settings()));
    }

    private SourceSettings changed(SourceSettings before) {
        return new SourceSettings(
                before.protocol(),
                networkRules == null
                        ? before.networkRules()
                        : SourceSettings.networkRules(String.join("\n", networkRules)),
                routing(before.routing()),
                operator == null ? before.operator() : orNull(operator),
                certificate == null ? before.clientCertificate() : certificate);
    }

    private @Nullable Routing routing(@Nullable Routing before) {
        if (fromParty == null && toParty == null) {
            return before;
        }
        var from = before == null ? null : before.from().asSent();
        var to = before == null || before.to() == null ? null : before.to().asSent();
        return Routing.of(
                fromParty == null ? from : orNull(fromParty),
                toParty == null ? to : orNull(toParty));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
