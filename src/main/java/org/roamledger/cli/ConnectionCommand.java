package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.settings.ConnectionSettings;
import org.roamledger.settings.Policy;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.sync.Connections;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Objects;

/// Shows and changes how this computer reaches servers.
@CommandLine.Command(
        name = "connection",
        description = "Show or change how servers are reached: proxy and trusted certificates.",
        mixinStandardHelpOptions = true)
final class ConnectionCommand extends Command {

    private static final String GIVEN = " (set by the administrator)";

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--proxy", paramLabel = "P", description = "system, none, or HOST:PORT")
    private @Nullable String proxy;

    @Option(names = "--proxy-user", paramLabel = "U", description = "user whom the proxy knows")
    private @Nullable String proxyUser;

    @Option(
            names = "--proxy-password-file",
            paramLabel = "FILE",
            description = "file that holds the user's password on its first line")
    private @Nullable Path passwordFile;

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "PEM file of authorities to trust besides those of Java and the system; none"
                            + " trusts no others")
    private @Nullable Path authorities;

    @Override
    int run(Output output) {
        if ((proxyUser == null) != (passwordFile == null) || (proxyUser != null && proxy == null)) {
            throw new CommandLine.ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "--proxy-user and --proxy-password-file belong together, and to --proxy");
        }
        var folder = root().folders.config();
        if (proxy != null || authorities != null) {
            Connections.change(
                    folder,
                    tokens(),
                    changed(ConnectionSettings.in(folder)),
                    passwordFile == null ? null : SecretFile.read(passwordFile));
        }
        say(output, ConnectionSettings.in(folder));
        return DONE;
    }

    private ConnectionSettings changed(ConnectionSettings settings) {
        var chosen = proxy == null ? settings.proxy() : ProxyChoice.parse(proxy, proxyUser);
        if (authorities == null) {
            return new ConnectionSettings(chosen, settings.authorities());
        }
        if (authorities.toString().equals("none")) {
            return new ConnectionSettings(chosen, null);
        }
        return new ConnectionSettings(chosen, authorities.toAbsolutePath().normalize());
    }

    private void say(Output output, ConnectionSettings settings) {
        var policy = Policy.ofSystem();
        var user = settings.proxy() instanceof ProxyChoice.Manual manual ? manual.user() : null;
        output.say(
                "Proxy: %s%s%s"
                        .formatted(
                                settings.proxy().text(),
                                user == null ? "" : ", user " + user,
                                policy.proxy() == null ? "" : GIVEN));
        output.say(
                "Trusted: the authorities of Java and of the system"
                        + (settings.authorities() == null
                                ? ""
                                : ", and those in " + settings.authorities())
                        + (policy.authorities() == null ? "" : GIVEN));
        var summary = new LinkedHashMap<String, @Nullable Object>();
        summary.put("proxy", settings.proxy().text());
        summary.put("proxy_user", user);
        summary.put(
                "ca", settings.authorities() == null ? null : settings.authorities().toString());
        summary.put("proxy_given", policy.proxy() != null);
        summary.put("ca_given", policy.authorities() != null);
        summarise(output, summary);
    }
}
