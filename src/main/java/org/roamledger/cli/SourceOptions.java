package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Network;
import org.roamledger.store.Routing;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;
import org.roamledger.sync.Connections;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;

/// The options by which a source is told how it is asked and read, whatever it speaks. What is not
/// named stays as it was; an empty value takes away what was there.
final class SourceOptions {

    @Option(
            names = "--client-certificate",
            paramLabel = "FILE",
            description = "PKCS#12 file by which the server knows us; OICP needs it")
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
            description =
                    "network of some of its sessions, field:NAME or provider:ID=NETWORK;"
                            + " repeatable, and in place of all rules there are")
    private @Nullable List<String> networkRules;

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

    /// Reads the password of the client certificate, and sees whether it opens a certificate that
    /// is named with it.
    ///
    /// @return absent if neither a certificate nor a password is named; empty for one without
    @Nullable String certificatePassword() {
        var read =
                certificatePasswordFile == null ? null : SecretFile.read(certificatePasswordFile);
        if (certificate == null) {
            return read;
        }
        var password = read == null ? "" : read;
        Connections.checkClientCertificate(certificate, password);
        return password;
    }

    Source changed(Source before) {
        var settings = before.settings();
        return new Source(
                before.name(),
                before.url(),
                network == null ? before.network() : network.isEmpty() ? null : Network.of(network),
                organisation == null ? before.organisation() : orNull(organisation),
                zone == null ? before.zone() : zone.isEmpty() ? null : Texts.zone(zone),
                new SourceSettings(
                        settings.protocol(),
                        networkRules == null
                                ? settings.networkRules()
                                : SourceSettings.networkRules(String.join("\n", networkRules)),
                        routing(settings.routing()),
                        settings.operator(),
                        certificate == null ? settings.clientCertificate() : certificate));
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

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
