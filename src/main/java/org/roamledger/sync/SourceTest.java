package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.store.Protocol;
import org.roamledger.store.Source;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/// Finds out at which step a source fails, without storing anything.
///
/// Runs on the calling thread, for a minute at most; interrupting it ends it soon.
public final class SourceTest {

    private final Connections connections;
    private final TransportSettings settings;

    /// What lies between us and the first session, in this order.
    public enum Step {
        ADDRESS("address"),
        PROXY("proxy"),
        TLS("tls"),
        TOKEN("token"),
        VERSION("version"),
        MODULE("module"),
        FIRST_PAGE("firstPage");

        private final String key;

        Step(String key) {
            this.key = key;
        }

        /// Its name in summaries: never change one.
        public String key() {
            return key;
        }
    }

    /// How a step went.
    ///
    /// @param problem absent if it went well
    public record Outcome(Step step, @Nullable Problem problem) {}

    /// How a test went.
    ///
    /// @param steps those that were taken: up to the one that failed, without those that this
    ///   source does not need
    public record Result(String source, List<Outcome> steps) {

        public boolean ok() {
            return problem() == null;
        }

        /// What the last step failed with; absent if all went well.
        public @Nullable Problem problem() {
            return steps.getLast().problem();
        }
    }

    /// @param settings [TransportSettings#ONCE] where a person waits
    public SourceTest(Connections connections, TransportSettings settings) {
        this.connections = connections;
        this.settings = settings;
    }

    /// Tests a source.
    ///
    /// @param token gives its token, or throws [ProblemException]; not asked for OICP
    /// @throws ProblemException with [Problem.Cancelled] if the thread was interrupted
    public Result test(Source source, Supplier<String> token) {
        var run = new Run(source, token);
        try {
            run.run();
            return run.result(null);
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Cancelled) {
                throw e;
            }
            return run.result(e.problem());
        }
    }

    private final class Run {

        private final Source source;
        private final Supplier<String> token;
        private final Set<Step> needed = EnumSet.allOf(Step.class);
        private Step during = Step.ADDRESS;

        Run(Source source, Supplier<String> token) {
            this.source = source;
            this.token = token;
        }

        void run() {
            var url = Objects.requireNonNull(source.url(), "a source of files is not tested");
            if (!"https".equals(String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT))) {
                needed.remove(Step.TLS);
            }
            var connection = connections.to(source);
            if (connection.proxies().of(url) == null) {
                needed.remove(Step.PROXY);
            }
            try (var transport = new Transport(settings, connection)) {
                if (source.settings().protocol() == Protocol.OICP) {
                    // Its certificate is its token, and there is one version and one module.
                    needed.removeAll(EnumSet.of(Step.TOKEN, Step.VERSION, Step.MODULE));
                    during = Step.FIRST_PAGE;
                    new OicpClient(transport, settings, source).connect();
                } else {
                    ocpi(url, transport);
                }
            }
        }

        private void ocpi(URI url, Transport transport) {
            during = Step.TOKEN;
            var secret = new OcpiToken(token.get());
            during = Step.VERSION;
            var client =
                    new OcpiClient(
                            transport,
                            url,
                            secret,
                            settings.clock(),
                            OcpiToken.Form.BASE64,
                            source.settings().routing());
            var modules = client.connect();
            during = Step.MODULE;
            for (var module : modules.missing()) {
                throw new ProblemException(new Problem.ModuleMissing(source.name(), module));
            }
            during = Step.FIRST_PAGE;
            var cdrs = Objects.requireNonNull(modules.cdrs());
            client.tryList(new ListQuery(cdrs, null, modules.serverTime()));
        }

        Result result(@Nullable Problem problem) {
            var last = problem == null ? Step.FIRST_PAGE : failed(problem);
            var steps = new ArrayList<Outcome>();
            for (var step : Step.values()) {
                if (step == last) {
                    steps.add(new Outcome(step, problem));
                    break;
                }
                if (needed.contains(step)) {
                    steps.add(new Outcome(step, null));
                }
            }
            return new Result(source.name(), List.copyOf(steps));
        }

        /// Most problems tell by themselves what they are about, the others by when they occur.
        private Step failed(Problem problem) {
            return switch (problem) {
                case Problem.ProxyRefused _ -> Step.PROXY;
                case Problem.NoSecureConnection _,
                        Problem.CertificateNotTrusted _,
                        Problem.CertificateUnreadable _,
                        Problem.ClientCertificateRefused _ ->
                        Step.TLS;
                default -> isFirstRequest() ? failedAtFirst(problem) : during;
            };
        }

        private boolean isFirstRequest() {
            return during == Step.VERSION || source.settings().protocol() == Protocol.OICP;
        }

        private Step failedAtFirst(Problem problem) {
            return switch (problem) {
                // A server that is busy or at fault is the right one all the same.
                case Problem.ServerRefused(var _, var status) when status == 429 || status >= 500 ->
                        during;
                case Problem.ServerUnreachable _,
                        Problem.ServerTooSlow _,
                        Problem.ServerRefused _,
                        Problem.WebPageInsteadOfData _,
                        Problem.RedirectElsewhere _ ->
                        Step.ADDRESS;
                case Problem.TokenRefused _ -> Step.TOKEN;
                default -> during;
            };
        }
    }
}
