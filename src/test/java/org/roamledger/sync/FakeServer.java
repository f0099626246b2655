package org.roamledger.sync;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A real HTTP server on loopback that answers as a test wants.
final class FakeServer implements AutoCloseable {

    /// Answers one request.
    @FunctionalInterface
    interface Answering {

        /// @param number of the request, from 1
        void answer(HttpExchange exchange, int number) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeServer(Answering answering) {
        this("http", answering, address -> HttpServer.create(address, 0));
    }

    /// Speaks https, with a certificate of [TestCertificates].
    ///
    /// @param wantsClient whether it serves only who shows a certificate of the test's authority
    static FakeServer secure(String certificate, boolean wantsClient, Answering answering) {
        return new FakeServer(
                "https",
                answering,
                address -> {
                    var server = HttpsServer.create(address, 0);
                    server.setHttpsConfigurator(
                            new HttpsConfigurator(TestCertificates.ofServer(certificate)) {
                                @Override
                                public void configure(HttpsParameters parameters) {
                                    var tls = getSSLContext().getDefaultSSLParameters();
                                    tls.setNeedClientAuth(wantsClient);
                                    parameters.setSSLParameters(tls);
                                }
                            });
                    return server;
                });
    }

    private interface Opening {

        HttpServer open(InetSocketAddress address) throws IOException;
    }

    private FakeServer(String scheme, Answering answering, Opening opening) {
        this.scheme = scheme;
        try {
            server = opening.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        requests.add(exchange.getRequestURI().toString());
                        answering.answer(exchange, requests.size());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        server.start();
    }

    URI url(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// Paths and queries that were asked for, in order.
    List<String> requests() {
        return requests;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static @Nullable String query(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        for (var part : query == null ? new String[0] : query.split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
