package org.roamledger.cli;

import org.jspecify.annotations.Nullable;
import org.roamledger.store.Protocol;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
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

    @Mixin private SourceOptions options = new SourceOptions();

    @Override
    int run(Output output) {
        var source = Objects.requireNonNull(name);
        var token = tokenFile == null ? null : SecretFile.read(tokenFile);
        var password = options.certificatePassword();
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
                                if (password != null) {
                                    tokens().putCertificatePassword(store.path(), source, password);
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
        var after = options.changed(before);
        var settings = after.settings();
        return new Source(
                after.name(),
                url == null ? after.url() : Source.url(url),
                after.network(),
                after.organisation(),
                after.zone(),
                new SourceSettings(
                        settings.protocol(),
                        settings.networkRules(),
                        settings.routing(),
                        operator == null ? settings.operator() : SourceOptions.orNull(operator),
                        settings.clientCertificate()));
    }
}
