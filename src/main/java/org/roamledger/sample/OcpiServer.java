package org.roamledger.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Listens on 127.0.0.1 only, and passes requests on.
final class OcpiServer implements AutoCloseable {

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int SECONDS_TO_FINISH = 2;

    private final HttpServer server;
    private final Function<Request, Answer> answers;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Sender sender = new Sender(closing);
    private final ExecutorService workers =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().name("sample-", 0).daemon().factory());

    private OcpiServer(HttpServer server, Function<Request, Answer> answers) {
        this.server = server;
        this.answers = answers;
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Takes the port, so that a port in use is known before the database is filled.
    ///
    /// @param port 0 for any free one
    /// @throws ProblemException with [Problem.PortTaken]
    static HttpServer bind(int port) {
        // Without it, each answer waits 40 ms for the client to confirm its headers. The JDK's
        // server reads it once, and has no other way to be told.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            var loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            return HttpServer.create(new InetSocketAddress(loopback, port), 0);
        } catch (BindException e) {
            throw new ProblemException(new Problem.PortTaken(port), e);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.ServerUnreachable(
                            "http://127.0.0.1:" + port, String.valueOf(e.getMessage())),
                    e);
        }
    }

    /// Answers until it is closed.
    static OcpiServer start(HttpServer bound, Function<Request, Answer> answers) {
        return new OcpiServer(bound, answers);
    }

    /// Scheme, host and port.
    static String origin(HttpServer bound) {
        return "http://127.0.0.1:" + bound.getAddress().getPort();
    }

    /// Lets go of the port.
    static void stop(HttpServer server) {
        // The JDK's server forgets that its thread was interrupted.
        var interrupted = Thread.interrupted();
        server.stop(0);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    URI versionsUrl() {
        return URI.create(origin(server) + Routes.VERSIONS);
    }

    /// Waits for answers under way, for a short time.
    @Override
    public void close() {
        closing.countDown();
        stop(server);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request =
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            exchange.getRequestURI().getRawQuery(),
                            exchange.getRequestHeaders().getFirst("Authorization"));
            sender.send(exchange, answers.apply(request));
        }
    }
}
