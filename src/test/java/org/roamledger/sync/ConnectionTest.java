package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.session.NetworkRules;
import org.roamledger.settings.ConnectionSettings;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.settings.Tokens;
import org.roamledger.store.Protocol;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// The way to a server: proxies and certificates.
class ConnectionTest {

    private static final String GOOD = "{\"status_code\": 1000}";
    private static final String BASIC =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("Åsa:hunter2".getBytes(StandardCharsets.UTF_8));

    @TempDir Path folder;
    private final Quick quick = new Quick();
    private final List<String> proxyHeaders = new CopyOnWriteArrayList<>();

    private void answer(HttpExchange exchange, int number) throws IOException {
        proxyHeaders.addAll(
                exchange.getRequestHeaders().keySet().stream()
                        .filter(name -> name.startsWith("Proxy"))
                        .toList());
        FakeServer.send(exchange, 200, GOOD);
    }

    private Tokens tokens() {
        return new Tokens(folder, KeyRing.NONE);
    }

    private String get(URI url, @Nullable Path certificate) {
        var source =
                new Source(
                        "acme",
                        url,
                        null,
                        null,
                        null,
                        new SourceSettings(
                                Protocol.OCPI, NetworkRules.NONE, null, null, certificate));
        var way = new Connections(folder, tokens(), folder.resolve("store")).to(source);
        try (var transport = new Transport(quick.settings(), way)) {
            return transport.get(
                    url,
                    Map.of("Authorization", "Token t"),
                    answer -> new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    private Problem problem(URI url) {
        return problem(url, null);
    }

    private Problem problem(URI url, @Nullable Path certificate) {
        return catchThrowableOfType(ProblemException.class, () -> get(url, certificate)).problem();
    }

    private void use(FakeProxy proxy, @Nullable String user) {
        var settings =
                new ConnectionSettings(
                        new ProxyChoice.Manual("127.0.0.1", proxy.port(), user),
                        TestCertificates.authority());
        settings.save(folder);
    }

    private void trustAuthority() {
        new ConnectionSettings(new ProxyChoice.None(), TestCertificates.authority()).save(folder);
    }

    @ParameterizedTest
    @CsvSource({"http, GET", "https, CONNECT"})
    void aProxyIsUsed(String scheme, String method) {
        try (var server = server(scheme);
                var proxy = new FakeProxy(server.port(), null, 0)) {
            use(proxy, null);
            assertThat(get(URI.create(scheme + "://office.example/x"), null)).isEqualTo(GOOD);
            assertThat(proxy.requests()).hasSize(1);
            assertThat(proxy.requests().getFirst()).startsWith(method);
        }
    }

    private FakeServer server(String scheme) {
        return scheme.equals("http")
                ? new FakeServer(this::answer)
                : FakeServer.secure("office", false, this::answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aProxyIsToldWhoAsksAndNobodyElseIs(String scheme) {
        try (var server = server(scheme);
                var proxy = new FakeProxy(server.port(), BASIC, 407)) {
            tokens().putProxyPassword("hunter2");
            use(proxy, "Åsa");
            assertThat(get(URI.create(scheme + "://office.example/x"), null)).isEqualTo(GOOD);
            assertThat(proxyHeaders).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"http, wrong", "https, wrong", "http,", "https,"})
    void aProxyThatRefusesIsAskedOnce(String scheme, @Nullable String password) {
        try (var server = server(scheme);
                var proxy = new FakeProxy(server.port(), BASIC, 407)) {
            if (password != null) {
                tokens().putProxyPassword(password);
            }
            use(proxy, password == null ? null : "Åsa");
            var problem = problem(URI.create(scheme + "://office.example/x"));
            assertThat(problem).isInstanceOf(Problem.ProxyRefused.class);
            assertThat(problem.toString())
                    .contains(password == null ? "asks for a user" : "does not know the user")
                    .doesNotContain("wrong");
            assertThat(proxy.requests()).hasSize(1);
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aProxyThatClosesTheWayIsNamed() {
        try (var server = server("https");
                var proxy = new FakeProxy(server.port(), null, 403)) {
            use(proxy, null);
            assertThat(problem(URI.create("https://office.example/x")))
                    .isEqualTo(
                            new Problem.ProxyRefused(
                                    "127.0.0.1:" + proxy.port(), "it answers with HTTP 403"));
        }
    }

    @Test
    void aProxyThatIsNotThereIsNamed() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        new ConnectionSettings(new ProxyChoice.Manual("127.0.0.1", port, null), null).save(folder);
        assertThat(problem(URI.create("http://office.example/x")))
                .isInstanceOf(Problem.ProxyRefused.class);
    }

    @Test
    void serversOnThisComputerAreReachedWithoutAProxy() {
        try (var server = server("http");
                var proxy = new FakeProxy(server.port(), null, 403)) {
            use(proxy, null);
            assertThat(get(server.url("/x"), null)).isEqualTo(GOOD);
        }
    }

    @Test
    void anAuthorityOfTheUserIsTrusted() {
        try (var server = server("https")) {
            trustAuthority();
            assertThat(get(server.url("/x"), null)).isEqualTo(GOOD);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "office, false, nobody trusted vouches for it",
        "self, true, it vouches for itself",
        "expired, true, it has expired",
        "elsewhere, true, it was made for another server"
    })
    void aCertificateThatIsNotTrustedIsRefusedWithReasonAndFingerprint(
            String certificate, boolean isAuthorityTrusted, String reason) {
        try (var server = FakeServer.secure(certificate, false, this::answer)) {
            if (isAuthorityTrusted) {
                trustAuthority();
            }
            assertThat(problem(server.url("/x")))
                    .isInstanceOfSatisfying(
                            Problem.CertificateNotTrusted.class,
                            problem -> {
                                assertThat(problem.reason()).startsWith(reason);
                                assertThat(problem.fingerprint())
                                        .isEqualTo(TestCertificates.fingerprint(certificate));
                            });
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void aFileOfNoCertificatesIsNamed() throws IOException {
        var file = Files.writeString(folder.resolve("letter.pem"), "Dear all");
        new ConnectionSettings(new ProxyChoice.None(), file).save(folder);
        assertThat(problem(URI.create("https://office.example/x")))
                .isInstanceOf(Problem.CertificateUnreadable.class);
    }

    @Test
    void theSystemsOwnAuthoritiesAreReadWhereTheyAre() {
        assertThat(
                        Authorities.ofSystem(
                                List.of(folder.resolve("none"), TestCertificates.authority())))
                .anyMatch(one -> one.getSubjectX500Principal().getName().contains("Test Author"));
    }

    @Test
    void aServerThatWantsToKnowUsIsShownTheClientCertificate() {
        try (var server = FakeServer.secure("office", true, this::answer)) {
            trustAuthority();
            tokens().putCertificatePassword(
                            folder.resolve("store"), "acme", TestCertificates.PASSWORD);
            assertThat(get(server.url("/x"), TestCertificates.file("client.p12"))).isEqualTo(GOOD);
        }
    }

    @Test
    void aServerThatWantsToKnowUsRefusesOthers() {
        try (var server = FakeServer.secure("office", true, this::answer)) {
            trustAuthority();
            assertThat(problem(server.url("/x")))
                    .isInstanceOf(Problem.ClientCertificateRefused.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client.p12, the password is wrong",
        "authority.pem, it is no PKCS#12 file",
        "missing, it is not there"
    })
    void aClientCertificateThatCannotBeReadIsNamed(String name, String detail) {
        trustAuthority();
        tokens().putCertificatePassword(folder.resolve("store"), "acme", "canary-4711");
        var file =
                name.equals("missing")
                        ? folder.resolve("missing.p12")
                        : TestCertificates.file(name);
        assertThat(problem(URI.create("https://office.example/x"), file))
                .isEqualTo(new Problem.CertificateUnreadable(file, detail));
    }

    @ParameterizedTest
    @CsvSource({
        "https://office.example/x, proxy.example:3128",
        "http://office.example/x, plain.example:8080",
        "https://sub.exempt.example/x,",
        "https://exempt.example/x,",
        "https://notexempt.example/x, proxy.example:3128",
        "https://localhost/x,"
    })
    void theSystemNamesItsProxiesInItsEnvironment(URI url, @Nullable String proxy) {
        var system =
                new SystemProxies(
                        Map.of(
                                "HTTPS_PROXY", "http://me:p%40ss@proxy.example:3128/",
                                "http_proxy", "plain.example",
                                "no_proxy", "exempt.example, .internal"),
                        null);
        var found = system.of(url);
        assertThat(found == null ? null : found.toString()).isEqualTo(proxy);
    }

    @Test
    void theSystemMayNameAUserForItsProxy() {
        var system = new SystemProxies(Map.of("all_proxy", "http://me:p%40ss@proxy.example"), null);
        assertThat(system.of(URI.create("https://office.example")))
                .isEqualTo(ProxyServer.of("proxy.example", 8080, "me", "p@ss"));
    }
}
