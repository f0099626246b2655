package org.roamledger.cli;

import org.roamledger.sample.SampleBackOffice;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// Runs the sample back office until the process is ended.
@CommandLine.Command(
        name = "sample-backend",
        description = "Run the sample back office, an OCPI server on this computer.",
        mixinStandardHelpOptions = true)
final class SampleBackendCommand extends Command {

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8089",
            description = "port on 127.0.0.1, 0 for any free one (default: ${DEFAULT-VALUE})")
    private int port;

    @Mixin private SampleOptions sample = new SampleOptions();

    @Mixin private ConductOptions conduct = new ConductOptions();

    @Override
    int run(Output output) {
        var help = conduct.help();
        if (help.isPresent()) {
            output.say(help.get());
            return DONE;
        }
        try (var backOffice =
                SampleBackOffice.start(
                        port,
                        sample.size(),
                        conduct.conduct(),
                        output.progress("sessions made up"))) {
            output.say(
                    String.format(
                            Locale.ROOT,
                            "The sample back office listens at %s with %,d sessions. Stop it with"
                                    + " Ctrl+C.",
                            backOffice.versionsUrl(),
                            backOffice.sessions()));
            output.summarise(summary(backOffice));
            // Ctrl+C ends the process without closing anything; a large sample has files to delete.
            Runtime.getRuntime().addShutdownHook(new Thread(backOffice::close));
            new CountDownLatch(1).await();
            return DONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return DONE;
        }
    }

    private static Map<String, Object> summary(SampleBackOffice backOffice) {
        var object = new LinkedHashMap<String, Object>();
        object.put("versions_url", backOffice.versionsUrl().toString());
        object.put("tokens", backOffice.tokens());
        object.put("sessions", backOffice.sessions());
        return object;
    }
}
