package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;

/// Gets answers from a server that may be slow, overloaded, cut off or not the right one.
///
/// Waits on the calling thread; interrupting it ends the request at once. Redirects are followed by
/// hand, because the token must not leave its origin.
final class Transport implements AutoCloseable {

    /// Statuses that pass by themselves.
    static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 3;
    private static final int BUFFER = 1 << 16;

    /// Whatever fails, a server is asked once a second at most.
    private static final Duration LEAST_WAIT = Duration.ofSeconds(1);

    private final TransportSettings settings;
    private final Connection connection;
    private final HttpClient client;
    private boolean failing;

    Transport(TransportSettings settings) {
        this(settings, Connection.DIRECT);
    }

    Transport(TransportSettings settings, Connection connection) {
        this.settings = settings;
        this.connection = connection;
        var builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .proxy(connection.proxies().selector())
                        .connectTimeout(settings.connect());
        if (connection.tls() != null) {
            builder.sslContext(connection.tls());
        }
        client = builder.build();
    }

    /// Makes something of an answer.
    ///
    /// It may throw [JacksonException] if the answer is not readable, and is then asked again with
    /// the answer of another try if this one ended too early.
    @FunctionalInterface
    interface Reader<T> {

        T read(HttpAnswer answer);
    }

    /// Asks until there is an answer that can be read, or all tries are used up.
    ///
    /// @throws ProblemException if there is none, or with [Problem.Cancelled] if the thread was
    ///   interrupted, whose flag then stays set
    <T> T get(URI url, Map<String, String> headers, Reader<T> reader) {
        return ask(new Question(url, headers, null, false), reader);
    }

    /// As [#get], from a server that has taken the token before: HTTP 500 then is no way of
    /// refusing it, but a fault that may pass.
    <T> T getAgain(URI url, Map<String, String> headers, Reader<T> reader) {
        return ask(new Question(url, headers, null, true), reader);
    }

    /// As [#get], for servers that want a question in JSON. It must change nothing there, since it
    /// may be sent more than once.
    <T> T post(URI url, Map<String, String> headers, byte[] json, Reader<T> reader) {
        return ask(new Question(url, headers, json, true), reader);
    }

    /// @param json what is posted; absent gets
    /// @param known whether the server has taken the token before
    private record Question(
            URI url, Map<String, String> headers, byte @Nullable [] json, boolean known) {

        Question at(URI other) {
            return new Question(other, headers, json, known);
        }

        HttpRequest request(@Nullable ProxyServer proxy) {
            var request = HttpRequest.newBuilder(url).header("Accept-Encoding", "gzip");
            headers.forEach(request::header);
            if (json != null) {
                request.header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json));
            }
            if (proxy != null && proxy.authorization() != null) {
                // Told at once: a proxy that refuses it is not asked again and again. The client
                // takes care that it goes no further than the proxy.
                request.header("Proxy-Authorization", proxy.authorization());
            }
            return request.build();
        }
    }

    private <T> T ask(Question question, Reader<T> reader) {
        if (failing) {
            settings.sleep(LEAST_WAIT);
        }
        for (var failures = 1; ; failures++) {
            try {
                var read = read(answer(question), reader);
                failing = false;
                return read;
            } catch (FailedTry failed) {
                if (!failed.again() || failures >= settings.tries()) {
                    failing = failed.again();
                    throw new ProblemException(failed.problem(), failed.getCause());
                }
                pause(failed.asked(), failures);
            }
        }
    }

    /// Ends all requests.
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static <T> T read(HttpAnswer answer, Reader<T> reader) throws FailedTry {
        if (answer.isWebPage()) {
            throw FailedTry.forGood(
                    new Problem.WebPageInsteadOfData(Origins.shown(answer.url())), null);
        }
        try {
            return reader.read(answer);
        } catch (UnexpectedEndOfInputException e) {
            throw FailedTry.forNow(unreadable(answer.url(), "it ends too early"), null, e);
        } catch (JacksonException e) {
            var place = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
            throw FailedTry.forGood(
                    unreadable(answer.url(), "it is no JSON at byte " + place), null);
        }
    }

    private HttpAnswer answer(Question question) throws FailedTry {
        var url = question.url();
        var at = url;
        var answer = exchange(question);
        for (var hops = 0; REDIRECTS.contains(answer.status()); hops++) {
            if (hops == MOST_REDIRECTS) {
                throw FailedTry.forGood(refused(at, answer), null);
            }
            var target = target(answer);
            if (!Origins.same(url, target)) {
                throw FailedTry.forGood(
                        new Problem.RedirectElsewhere(Origins.shown(at), Origins.shown(target)),
                        null);
            }
            at = target;
            answer = exchange(question.at(at));
        }
        var proxy = connection.proxies().of(at);
        if (answer.status() == 407 && proxy != null) {
            throw FailedTry.forGood(
                    new Problem.ProxyRefused(
                            proxy.toString(),
                            proxy.authorization() == null
                                    ? "it asks for a user and a password (HTTP 407)"
                                    : "it does not know the user or the password (HTTP 407)"),
                    null);
        }
        if (answer.status() == 401 || answer.status() == 403) {
            throw FailedTry.forGood(
                    new Problem.TokenRefused(Origins.shown(at), answer.status()), null);
        }
        if (BUSY.contains(answer.status()) || (answer.status() == 500 && question.known())) {
            throw FailedTry.forNow(refused(at, answer), asked(answer), null);
        }
        if (answer.status() < 200 || answer.status() > 299) {
            throw FailedTry.forGood(refused(at, answer), null);
        }
        return answer;
    }

    private static URI target(HttpAnswer answer) throws FailedTry {
        try {
            return answer.url()
                    .resolve(URI.create(answer.headers().firstValue("Location").orElse("")));
        } catch (IllegalArgumentException e) {
            throw FailedTry.forGood(refused(answer.url(), answer), e);
        }
    }

    private HttpAnswer exchange(Question question) throws FailedTry {
        var url = question.url();
        var receiver = new BodyReceiver(settings.pageBytes());
        var pending = client.sendAsync(question.request(connection.proxies().of(url)), receiver);
        var done = false;
        try {
            var response = await(url, pending, receiver);
            done = true;
            return new HttpAnswer(url, response.statusCode(), response.headers(), body(response));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        } finally {
            if (!done) {
                receiver.stop();
                pending.cancel(true);
            }
        }
    }

    private HttpResponse<byte[]> await(
            URI url, CompletableFuture<HttpResponse<byte[]>> pending, BodyReceiver receiver)
            throws InterruptedException, FailedTry {
        var start = System.nanoTime();
        while (true) {
            var now = System.nanoTime();
            var silence = receiver.begun() ? settings.idle() : beforeHeaders();
            var left =
                    Math.min(
                            silence.toNanos() - (now - receiver.lastSign()),
                            settings.total().toNanos() - (now - start));
            if (left <= 0) {
                throw FailedTry.forNow(
                        new Problem.ServerTooSlow(
                                Origins.shown(url), Duration.ofNanos(now - start)),
                        null,
                        null);
            }
            try {
                // Never longer than the idle time, which counts as soon as the answer begins.
                return pending.get(Math.min(left, settings.idle().toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                // Something may have arrived meanwhile, so the time that is left is counted anew.
            } catch (ExecutionException e) {
                throw understood(url, receiver, e.getCause() == null ? e : e.getCause());
            }
        }
    }

    private Duration beforeHeaders() {
        return settings.connect().plus(settings.headers());
    }

    private FailedTry understood(URI url, BodyReceiver receiver, Throwable fault) {
        if (receiver.tooLarge()) {
            return tooLarge(url);
        }
        var refusal = ConnectionFaults.refusal(url, connection.proxies().of(url), fault);
        if (refusal != null) {
            return FailedTry.forGood(refusal, fault);
        }
        if (fault instanceof HttpConnectTimeoutException) {
            return FailedTry.forNow(
                    new Problem.ServerUnreachable(Origins.shown(url), "no connection in time"),
                    null,
                    fault);
        }
        if (fault instanceof IOException) {
            return FailedTry.forNow(
                    receiver.begun()
                            ? unreadable(url, "it ends too early")
                            : new Problem.ServerUnreachable(
                                    Origins.shown(url), ConnectionFaults.words(fault)),
                    null,
                    fault);
        }
        throw new IllegalStateException("request failed", fault);
    }

    private byte[] body(HttpResponse<byte[]> response) throws FailedTry {
        var encoding = response.headers().firstValue("Content-Encoding").orElse("");
        if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
            return response.body();
        }
        try (var inflating = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            var whole = new ByteArrayOutputStream(response.body().length * 4);
            var buffer = new byte[BUFFER];
            for (var read = inflating.read(buffer); read >= 0; read = inflating.read(buffer)) {
                if (whole.size() + (long) read > settings.pageBytes()) {
                    throw tooLarge(response.uri());
                }
                whole.write(buffer, 0, read);
            }
            return whole.toByteArray();
        } catch (EOFException e) {
            throw FailedTry.forNow(unreadable(response.uri(), "it ends too early"), null, e);
        } catch (IOException e) {
            throw FailedTry.forGood(unreadable(response.uri(), "it cannot be inflated"), e);
        }
    }

    private FailedTry tooLarge(URI url) {
        return FailedTry.forGood(
                new Problem.AnswerTooLarge(Origins.shown(url), settings.pageBytes()), null);
    }

    private static Problem unreadable(URI url, String detail) {
        return new Problem.UnreadableAnswer(Origins.shown(url), detail);
    }

    private static Problem refused(URI url, HttpAnswer answer) {
        return new Problem.ServerRefused(Origins.shown(url), answer.status());
    }

    /// How long the server asks to wait: seconds or a date (RFC 9110, section 10.2.3).
    private @Nullable Duration asked(HttpAnswer answer) {
        var text = answer.headers().firstValue("Retry-After").orElse("").strip();
        if (text.matches("[0-9]{1,18}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        var date = HttpAnswer.httpDate(text);
        if (date == null) {
            return null;
        }
        var now = answer.serverTime();
        return Duration.between(now == null ? settings.clock().instant() : now, date);
    }

    private void pause(@Nullable Duration asked, int failures) {
        Duration wait;
        if (asked != null && asked.isPositive()) {
            wait = asked.compareTo(settings.longestWait()) < 0 ? asked : settings.longestWait();
            wait = wait.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : wait;
        } else {
            // Jitter only lengthens, so that a failing server is never asked more than once a
            // back-off.
            var doubled = settings.backoff().multipliedBy(1L << (failures - 1));
            var jitter = ThreadLocalRandom.current().nextLong(doubled.toMillis() / 2 + 1);
            wait = doubled.plusMillis(jitter);
        }
        settings.sleep(wait);
    }
}
