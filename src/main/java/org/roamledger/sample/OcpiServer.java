package org.roamledger.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Answers OCPI 2.2.1 requests of a sender interface, on 127.0.0.1 only.
final class OcpiServer implements AutoCloseable {

    private static final String VERSIONS = "/ocpi/versions";
    private static final String VERSION = "/ocpi/2.2.1";
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";
    private static final int THREADS = 4;
    private static final int SECONDS_TO_FINISH = 2;
    private static final int GENERIC_ERROR = 2_000;
    private static final int BAD_PARAMETERS = 2_001;
    private static final int UNKNOWN = 2_003;

    private final HttpServer server;
    private final ExecutorService workers;
    private final List<Grant> grants;
    private final Map<Grant.Module, Listing> listings;
    private final Map<String, Location> locations = new LinkedHashMap<>();
    private final LocationJson locationJson;
    private final String origin;

    private OcpiServer(
            HttpServer server,
            List<Grant> grants,
            Map<Grant.Module, Listing> listings,
            Landscape landscape) {
        this.server = server;
        this.grants = grants;
        this.listings = listings;
        landscape.locations().forEach(location -> locations.put(location.id(), location));
        locationJson = new LocationJson(landscape.connectors());
        origin = "http://127.0.0.1:" + server.getAddress().getPort();
        workers =
                Executors.newFixedThreadPool(
                        THREADS, Thread.ofPlatform().name("sample-", 0).daemon().factory());
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

    static OcpiServer start(
            HttpServer bound,
            List<Grant> grants,
            Map<Grant.Module, Listing> listings,
            Landscape landscape) {
        return new OcpiServer(bound, grants, listings, landscape);
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
        return URI.create(origin + VERSIONS);
    }

    /// Waits for answers under way, for a short time.
    @Override
    public void close() {
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
            send(exchange, answer(exchange));
        }
    }

    private Answer answer(HttpExchange exchange) {
        if (!exchange.getRequestMethod().equals("GET")) {
            return Answer.error(405, GENERIC_ERROR, "Only GET is supported");
        }
        var grant = grant(exchange.getRequestHeaders().getFirst("Authorization"));
        if (grant == null) {
            return Answer.error(401, BAD_PARAMETERS, "Missing or unknown token");
        }
        var path = exchange.getRequestURI().getPath();
        if (path.equals(VERSIONS)) {
            return versions();
        }
        if (path.equals(VERSION)) {
            return details(grant);
        }
        if (!path.startsWith(VERSION + "/")) {
            return Answer.error(404, GENERIC_ERROR, "Unknown path");
        }
        var parts = path.substring(VERSION.length() + 1).split("/", -1);
        for (var module : Grant.Module.values()) {
            if (module.path.equals(parts[0])) {
                if (!grant.modules().contains(module)) {
                    return Answer.error(404, UNKNOWN, "Module not granted: " + module.path);
                }
                if (parts.length == 1) {
                    return list(module, exchange.getRequestURI().getRawQuery());
                }
                if (parts.length == 2 && module == Grant.Module.LOCATIONS) {
                    return location(parts[1]);
                }
            }
        }
        return Answer.error(404, GENERIC_ERROR, "Unknown path");
    }

    private @Nullable Grant grant(@Nullable String authorization) {
        if (authorization == null) {
            return null;
        }
        return grants.stream()
                .filter(grant -> grant.answers(authorization))
                .findFirst()
                .orElse(null);
    }

    private Answer versions() {
        return Answer.ok(
                Map.of(),
                json -> {
                    json.writeStartArray();
                    json.writeStartObject();
                    json.writeStringProperty("version", "2.2.1");
                    json.writeStringProperty("url", origin + VERSION);
                    json.writeEndObject();
                    json.writeEndArray();
                });
    }

    private Answer details(Grant grant) {
        return Answer.ok(
                Map.of(),
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("version", "2.2.1");
                    json.writeArrayPropertyStart("endpoints");
                    for (var module : grant.modules()) {
                        json.writeStartObject();
                        json.writeStringProperty("identifier", module.path);
                        json.writeStringProperty("role", "SENDER");
                        json.writeStringProperty("url", origin + VERSION + "/" + module.path);
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                });
    }

    private Answer list(Grant.Module module, @Nullable String query) {
        PageRequest request;
        try {
            request = PageRequest.of(query, module == Grant.Module.SESSIONS);
        } catch (BadParameter e) {
            return Answer.error(200, BAD_PARAMETERS, String.valueOf(e.getMessage()));
        }
        var window =
                Objects.requireNonNull(listings.get(module))
                        .window(request.from(), request.until());
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-Total-Count", String.valueOf(window.total()));
        headers.put("X-Limit", String.valueOf(PageRequest.MOST));
        if (request.offset() + request.limit() < window.total()) {
            var next = origin + VERSION + "/" + module.path + "?" + request.next();
            headers.put("Link", "<" + next + ">; rel=\"next\"");
        }
        return Answer.ok(
                headers,
                json -> {
                    json.writeStartArray();
                    if (request.offset() < window.total()) {
                        window.write(request.offset(), request.limit(), json);
                    }
                    json.writeEndArray();
                });
    }

    private Answer location(String id) {
        var location = locations.get(id);
        return location == null
                ? Answer.error(404, UNKNOWN, "Unknown location")
                : Answer.ok(Map.of(), json -> locationJson.write(location, json));
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        var asked = exchange.getRequestHeaders();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        answer.headers().forEach(headers::set);
        for (var name : List.of("X-Request-ID", "X-Correlation-ID")) {
            var id = asked.getFirst(name);
            if (id != null) {
                headers.set(name, id);
            }
        }
        var body = answer.body();
        var encodings = asked.getFirst("Accept-Encoding");
        if (encodings != null && encodings.toLowerCase(Locale.ROOT).contains("gzip")) {
            headers.set("Content-Encoding", "gzip");
            body = zipped(body);
        }
        exchange.sendResponseHeaders(answer.httpStatus(), body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] zipped(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream(body.length / 8 + 64);
        try (var zip = new FastGzip(bytes)) {
            zip.write(body);
        }
        return bytes.toByteArray();
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
