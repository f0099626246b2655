package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.wire.ocpi.OcpiAnswer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;

class TransportTest {

    private static final Map<String, String> SECRET = Map.of("Authorization", "Token s3cret");
    private static final String GOOD = "{\"status_code\": 1000, \"data\": []}";

    private final Quick quick = new Quick();

    @Test
    void givesTheAnswer() {
        try (var server = new FakeServer((exchange, _) -> FakeServer.send(exchange, 200, GOOD))) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
        }
    }

    @Test
    void inflatesTheAnswer() {
        try (var server = new FakeServer((exchange, _) -> sendZipped(exchange, zipped(GOOD)))) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
        }
    }

    @ParameterizedTest
    @CsvSource({"401,TokenRefused", "403,TokenRefused", "404,ServerRefused", "500,ServerRefused"})
    void doesNotInsistWhereItIsRefused(int status, String problem) {
        try (var server =
                new FakeServer((exchange, _) -> FakeServer.send(exchange, status, "{}"))) {
            assertThat(problem(server.url("/x")).getClass().getSimpleName()).isEqualTo(problem);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void asksABusyServerAgain(int status) {
        try (var server =
                new FakeServer(
                        (exchange, number) ->
                                FakeServer.send(exchange, number < 3 ? status : 200, GOOD))) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
        }
    }

    @Test
    void givesUpAfterFiveTries() {
        try (var server = new FakeServer((exchange, _) -> FakeServer.send(exchange, 503, ""))) {
            var url = server.url("/x");
            assertThat(problem(url)).isEqualTo(new Problem.ServerRefused(url.toString(), 503));
            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void waitsLongerFromTryToTryAndNeverLessThanASecond() {
        try (var server = new FakeServer((exchange, _) -> FakeServer.send(exchange, 503, ""))) {
            problem(server.url("/x"));
        }
        assertThat(quick.waits).hasSize(4);
        for (var i = 0; i < 4; i++) {
            assertThat(quick.waits.get(i))
                    .isBetween(Duration.ofSeconds(1L << i), Duration.ofMillis(1_500L << i));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7                             | 7
                    31536000                      | 900
                    Mon, 02 Nov 2099 08:01:00 GMT | 900
                    """)
    void waitsAsLongAsTheServerAsksButNoLongerThanAQuarterOfAnHour(String asked, long seconds) {
        try (var server =
                new FakeServer(
                        (exchange, number) -> {
                            exchange.getResponseHeaders().set("Retry-After", asked);
                            FakeServer.send(exchange, number == 1 ? 429 : 200, GOOD);
                        })) {
            get(server.url("/x"));
        }
        assertThat(quick.waits).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void waitsUntilTheDateThatTheServerNames() {
        try (var server =
                new FakeServer(
                        (exchange, number) -> {
                            exchange.getResponseHeaders()
                                    .set(
                                            "Retry-After",
                                            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                                    ZonedDateTime.now(ZoneOffset.UTC)
                                                            .plusMinutes(5)));
                            FakeServer.send(exchange, number == 1 ? 429 : 200, GOOD);
                        })) {
            get(server.url("/x"));
        }
        assertThat(quick.waits).hasSize(1);
        assertThat(quick.waits.getFirst()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "soon", "0", "Mon, 02 Nov 1970 08:01:00 GMT"})
    void waitsAsUsualWhereTheServerAsksNonsense(String asked) {
        try (var server =
                new FakeServer(
                        (exchange, number) -> {
                            exchange.getResponseHeaders().set("Retry-After", asked);
                            FakeServer.send(exchange, number == 1 ? 429 : 200, GOOD);
                        })) {
            get(server.url("/x"));
        }
        assertThat(quick.waits).hasSize(1);
        assertThat(quick.waits.getFirst())
                .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_500));
    }

    @Test
    void asksAgainWhenTheAnswerEndsTooEarly() {
        try (var server =
                new FakeServer(
                        (exchange, number) ->
                                FakeServer.send(
                                        exchange,
                                        200,
                                        number == 1 ? "{\"data\": [{\"id\"" : GOOD))) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
        }
    }

    @Test
    void asksAgainWhenTheConnectionBreaks() {
        try (var server =
                new FakeServer(
                        (exchange, number) -> {
                            if (number == 1) {
                                exchange.sendResponseHeaders(200, 1_000);
                                exchange.getResponseBody()
                                        .write(GOOD.getBytes(StandardCharsets.UTF_8));
                            } else {
                                FakeServer.send(exchange, 200, GOOD);
                            }
                        })) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
        }
    }

    @Test
    void saysThatTheAnswerEndsTooEarlyAfterAllTries() {
        try (var server =
                new FakeServer((exchange, _) -> FakeServer.send(exchange, 200, "{\"data\": ["))) {
            assertThat(problem(server.url("/x"))).isInstanceOf(Problem.UnreadableAnswer.class);
            assertThat(server.requests()).hasSize(5);
        }
    }

    @Test
    void doesNotAskAgainForWhatIsNoJson() {
        try (var server =
                new FakeServer((exchange, _) -> FakeServer.send(exchange, 200, "{]secret data"))) {
            var problem = problem(server.url("/x"));
            assertThat(problem).isInstanceOf(Problem.UnreadableAnswer.class);
            assertThat(problem.toString()).doesNotContain("secret");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void asksAgainWhenTheZippedAnswerEndsTooEarly() {
        var whole = zipped(GOOD);
        try (var server =
                new FakeServer(
                        (exchange, number) ->
                                sendZipped(
                                        exchange,
                                        number == 1
                                                ? Arrays.copyOf(whole, whole.length / 2)
                                                : whole))) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
        }
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html>Sign in</html>", "application/json, '\n <!DOCTYPE html>'"})
    void recognisesAWebPage(String type, String body) {
        try (var server =
                new FakeServer(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Content-Type", type);
                            FakeServer.send(exchange, 200, body);
                        })) {
            var url = server.url("/x");
            assertThat(problem(url)).isEqualTo(new Problem.WebPageInsteadOfData(url.toString()));
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLarge() {
        try (var server =
                new FakeServer(
                        (exchange, _) -> {
                            exchange.sendResponseHeaders(200, 0);
                            exchange.getResponseBody().write(new byte[200_000]);
                        })) {
            var url = server.url("/x");
            assertThat(problem(url)).isEqualTo(new Problem.AnswerTooLarge(url.toString(), 100_000));
        }
    }

    @Test
    void refusesAnAnswerThatIsTooLargeOnceInflated() {
        var bomb = zipped(" ".repeat(1_000_000));
        assertThat(bomb.length).isLessThan(100_000);
        try (var server = new FakeServer((exchange, _) -> sendZipped(exchange, bomb))) {
            assertThat(problem(server.url("/x"))).isInstanceOf(Problem.AnswerTooLarge.class);
        }
    }

    @Test
    void givesUpOnAnAnswerThatStalls() {
        try (var server =
                new FakeServer(
                        (exchange, _) -> {
                            exchange.sendResponseHeaders(200, 1_000);
                            exchange.getResponseBody().write('{');
                            exchange.getResponseBody().flush();
                            Thread.sleep(10_000);
                        })) {
            assertThat(problem(server.url("/x"))).isInstanceOf(Problem.ServerTooSlow.class);
        }
    }

    @Test
    void givesUpOnAnAnswerThatDribbles() {
        var hurried =
                new TransportSettings(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(400),
                        100_000,
                        1,
                        Duration.ZERO,
                        Duration.ZERO,
                        quick.waits::add,
                        quick.settings().clock());
        try (var server =
                        new FakeServer(
                                (exchange, _) -> {
                                    exchange.sendResponseHeaders(200, 1_000);
                                    for (var i = 0; i < 1_000; i++) {
                                        exchange.getResponseBody().write(' ');
                                        exchange.getResponseBody().flush();
                                        Thread.sleep(50);
                                    }
                                });
                var transport = new Transport(hurried)) {
            var url = server.url("/x");
            var thrown =
                    catchThrowableOfType(
                            ProblemException.class, () -> transport.get(url, SECRET, this::text));
            assertThat(thrown.problem()).isInstanceOf(Problem.ServerTooSlow.class);
        }
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        assertThat(problem(URI.create("http://127.0.0.1:" + port + "/x")))
                .isInstanceOf(Problem.ServerUnreachable.class);
    }

    @Test
    void followsARedirectWithinItsOrigin() {
        try (var server =
                new FakeServer(
                        (exchange, number) -> {
                            exchange.getResponseHeaders().set("Location", "/y?z=1");
                            FakeServer.send(exchange, number == 1 ? 307 : 200, GOOD);
                        })) {
            assertThat(get(server.url("/x"))).isEqualTo(GOOD);
            assertThat(server.requests()).containsExactly("/x", "/y?z=1");
        }
    }

    @Test
    void doesNotCarryTheTokenToAnotherOrigin() {
        try (var elsewhere = new FakeServer((exchange, _) -> FakeServer.send(exchange, 200, GOOD));
                var server =
                        new FakeServer(
                                (exchange, _) -> {
                                    exchange.getResponseHeaders()
                                            .set("Location", elsewhere.url("/y").toString());
                                    FakeServer.send(exchange, 302, "");
                                })) {
            assertThat(problem(server.url("/x")))
                    .isEqualTo(
                            new Problem.RedirectElsewhere(
                                    server.url("/x").toString(), elsewhere.url("/y").toString()));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        try (var server =
                new FakeServer(
                        (exchange, _) -> {
                            exchange.getResponseHeaders().set("Location", "/x");
                            FakeServer.send(exchange, 301, "");
                        })) {
            assertThat(problem(server.url("/x"))).isInstanceOf(Problem.ServerRefused.class);
            assertThat(server.requests()).hasSize(4);
        }
    }

    @Test
    void keepsSecretsOfTheUrlToItself() {
        try (var server = new FakeServer((exchange, _) -> FakeServer.send(exchange, 404, ""))) {
            var url =
                    URI.create(
                            server.url("/x?key=s3cret").toString().replace("://", "://me:s3cret@"));
            assertThat(problem(url).toString()).contains("/x").doesNotContain("s3cret");
        }
    }

    @Test
    void stopsAtOnceWhenItsThreadIsInterrupted() throws InterruptedException {
        try (var server = new FakeServer((_, _) -> Thread.sleep(60_000))) {
            var cancelled = new AtomicBoolean();
            var waiting =
                    Thread.ofPlatform()
                            .start(
                                    () ->
                                            cancelled.set(
                                                    problem(server.url("/x"))
                                                                    instanceof Problem.Cancelled
                                                            && Thread.currentThread()
                                                                    .isInterrupted()));
            while (server.requests().isEmpty()) {
                Thread.sleep(5);
            }
            waiting.interrupt();
            waiting.join(Duration.ofSeconds(5));
            assertThat(cancelled).isTrue();
        }
    }

    @Test
    void stopsWaitingForTheNextTryWhenItsThreadIsInterrupted() {
        var settings =
                quick.settings(
                        duration -> {
                            throw new InterruptedException();
                        });
        try (var server = new FakeServer((exchange, _) -> FakeServer.send(exchange, 503, ""));
                var transport = new Transport(settings)) {
            var url = server.url("/x");
            var thrown =
                    catchThrowableOfType(
                            ProblemException.class, () -> transport.get(url, SECRET, this::text));
            assertThat(thrown.problem()).isEqualTo(new Problem.Cancelled());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private String get(URI url) {
        try (var transport = new Transport(quick.settings())) {
            return transport.get(url, SECRET, this::text);
        }
    }

    private Problem problem(URI url) {
        return catchThrowableOfType(ProblemException.class, () -> get(url)).problem();
    }

    private String text(HttpAnswer answer) {
        OcpiAnswer.read(answer.body(), (_, _) -> {});
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] zipped(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static void sendZipped(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }
}
