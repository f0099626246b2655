package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.ConnectionSettings;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.settings.Tokens;
import org.roamledger.store.Source;
import org.roamledger.sync.SourceTest.Outcome;
import org.roamledger.sync.SourceTest.Result;
import org.roamledger.sync.SourceTest.Step;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/// Each step can be the one that fails.
class SourceTestTest {

    @TempDir Path folder;
    private final FakeBackOffice office = new FakeBackOffice().withCdrs(3);
    private final Quick quick = new Quick();

    @AfterEach
    void close() {
        office.close();
    }

    private Result test() {
        return test(office.versions(), FakeBackOffice.TOKEN);
    }

    private Result test(URI url, String token) {
        var connections =
                new Connections(folder, new Tokens(folder, KeyRing.NONE), folder.resolve("store"));
        return new SourceTest(connections, quick.settings())
                .test(new Source("acme", url, null, null, null), () -> token);
    }

    private static void assertFails(Result result, Step step, Class<? extends Problem> problem) {
        assertThat(result.ok()).isFalse();
        assertThat(result.steps().getLast().step()).isEqualTo(step);
        assertThat(result.problem()).isInstanceOf(problem);
        assertThat(result.steps().subList(0, result.steps().size() - 1))
                .allMatch(outcome -> outcome.problem() == null);
    }

    @Test
    void aSourceThatWorksPassesEveryStepItNeeds() {
        var result = test();
        assertThat(result.ok()).isTrue();
        assertThat(result.steps().stream().map(Outcome::step))
                .containsExactly(
                        Step.ADDRESS, Step.TOKEN, Step.VERSION, Step.MODULE, Step.FIRST_PAGE);
        assertThat(office.requests("cdrs")).singleElement().asString().contains("limit=1");
    }

    @Test
    void theAddressMayBeWrong() {
        assertFails(
                test(URI.create("http://127.0.0.1:9/ocpi"), "t"),
                Step.ADDRESS,
                Problem.ServerUnreachable.class);
        try (var server = new FakeServer((exchange, _) -> FakeServer.send(exchange, 404, "{}"))) {
            assertFails(test(server.url("/x"), "t"), Step.ADDRESS, Problem.ServerRefused.class);
        }
    }

    @Test
    void theProxyMayRefuse() {
        try (var proxy = new FakeProxy(0, null, 407)) {
            new ConnectionSettings(new ProxyChoice.Manual("127.0.0.1", proxy.port(), null), null)
                    .save(folder);
            assertFails(
                    test(URI.create("https://office.example/ocpi"), "t"),
                    Step.PROXY,
                    Problem.ProxyRefused.class);
        }
    }

    @Test
    void theCertificateMayNotBeTrusted() {
        try (var server =
                FakeServer.secure(
                        "self", false, (exchange, _) -> FakeServer.send(exchange, 200, ""))) {
            assertFails(
                    test(server.url("/ocpi"), "t"), Step.TLS, Problem.CertificateNotTrusted.class);
        }
    }

    @Test
    void theTokenMayBeWrong() {
        assertFails(test(office.versions(), "wrong"), Step.TOKEN, Problem.TokenRefused.class);
    }

    @Test
    void theTokenMayBeMissing() {
        var result =
                new SourceTest(Connections.DIRECT, quick.settings())
                        .test(
                                new Source("acme", office.versions(), null, null, null),
                                () -> {
                                    throw new ProblemException(new Problem.TokenMissing("acme"));
                                });
        assertFails(result, Step.TOKEN, Problem.TokenMissing.class);
    }

    @Test
    void theVersionMayNotBeKnown() {
        office.fault =
                (exchange, _) -> {
                    FakeBackOffice.send(exchange, "[{\"version\": \"9.9\", \"url\": \"/x\"}]");
                    return true;
                };
        assertFails(test(), Step.VERSION, Problem.NoMutualVersion.class);
    }

    @Test
    void aModuleMayBeMissing() {
        office.modules = List.of("cdrs", "tariffs");
        assertFails(test(), Step.MODULE, Problem.ModuleMissing.class);
    }

    @Test
    void theFirstPageMayNotCome() {
        office.fault =
                (exchange, _) -> {
                    var cdrs = exchange.getRequestURI().getPath().endsWith("/cdrs");
                    if (cdrs) {
                        FakeServer.send(exchange, 500, "");
                    }
                    return cdrs;
                };
        assertFails(test(), Step.FIRST_PAGE, Problem.ServerRefused.class);
    }

    @Test
    void aServerThatIsAtFaultIsNotAtTheWrongAddress() {
        office.fault =
                (exchange, _) -> {
                    FakeServer.send(exchange, 503, "");
                    return true;
                };
        assertFails(test(), Step.VERSION, Problem.ServerRefused.class);
    }
}
