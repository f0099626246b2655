package org.roamledger.sync;

import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// A small OCPI back office that can be made to behave badly.
final class FakeBackOffice implements AutoCloseable {

    static final String TOKEN = "s3cret-token";

    /// Answers a request in place of the back office.
    @FunctionalInterface
    interface Fault {

        /// Answers, or returns `false` to let the back office answer.
        ///
        /// @param time how often this URL was asked for, from 1
        boolean answers(HttpExchange exchange, int time) throws IOException, InterruptedException;
    }

    final List<String> cdrs = new ArrayList<>();
    final List<String> locations = new ArrayList<>();
    final List<String> tariffs = new ArrayList<>();
    final List<String> sessions = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    String credentials = "null";
    String version = "2.2.1";
    List<String> modules = List.of("cdrs", "locations", "tariffs");
    boolean rawToken;
    boolean versionsForAll;

    /// Whether it heeds `date_from` and `date_to`.
    boolean filters;

    int refusal = 401;
    String refusalBody = "{}";
    int mostOnAPage = 10;
    boolean links = true;
    boolean totals = true;
    Fault fault = (_, _) -> false;

    private final FakeServer server = new FakeServer(this::answer);
    private final ConcurrentMap<String, Integer> times = new ConcurrentHashMap<>();

    URI versions() {
        return server.url("/ocpi/versions");
    }

    URI url(String path) {
        return server.url(path);
    }

    /// Paths and queries that were asked for below a module, in order.
    List<String> requests(String module) {
        return server.requests().stream()
                .filter(request -> request.startsWith("/ocpi/" + version + "/" + module))
                .toList();
    }

    /// Paths and queries of all requests, in order.
    List<String> all() {
        return server.requests();
    }

    /// A CDR with an id; all else is the same.
    static String cdr(String id) {
        return """
        {"country_code": "SE", "party_id": "ABC", "id": "%s",
         "start_date_time": "2026-10-01T10:00:00Z", "end_date_time": "2026-10-01T10:30:00Z",
         "cdr_token": {"country_code": "DE", "party_id": "8EO", "type": "RFID"},
         "auth_method": "WHITELIST", "cdr_location": {"evse_uid": "u1", "evse_id": "SE*ABC*E1"},
         "currency": "SEK", "total_cost": {"excl_vat": 80.00, "incl_vat": 100.00},
         "total_energy": 10.5, "last_updated": "2026-10-01T10:30:00Z"}
        """
                .formatted(id);
    }

    /// Fills the list of CDRs with ids from 1.
    FakeBackOffice withCdrs(int count) {
        for (var id = 1; id <= count; id++) {
            cdrs.add(cdr("c" + id));
        }
        return this;
    }

    static void send(HttpExchange exchange, String data) throws IOException {
        FakeServer.send(exchange, 200, "{\"status_code\": 1000, \"data\": %s}".formatted(data));
    }

    private void answer(HttpExchange exchange, int number)
            throws IOException, InterruptedException {
        var time = times.merge(exchange.getRequestURI().toString(), 1, Integer::sum);
        if (!isAllowed(exchange)) {
            FakeServer.send(exchange, refusal, refusalBody);
        } else if (!fault.answers(exchange, time)) {
            serve(exchange);
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        if (versionsForAll && exchange.getRequestURI().getPath().endsWith("/versions")) {
            return true;
        }
        var base64 = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        return ("Token " + (rawToken ? TOKEN : base64))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var base = "/ocpi/" + version;
        if (path.equals("/ocpi/versions")) {
            send(
                    exchange,
                    "[{\"version\": \"2.0\", \"url\": \"%s\"}, {\"version\": \"%s\", \"url\": \"%s\"}]"
                            .formatted(url("/ocpi/2.0"), version, url(base)));
        } else if (path.equals(base)) {
            send(exchange, details());
        } else if (path.equals(base + "/cdrs")) {
            page(exchange, cdrs);
        } else if (path.equals(base + "/locations")) {
            page(exchange, locations);
        } else if (path.equals(base + "/tariffs")) {
            page(exchange, tariffs);
        } else if (path.equals(base + "/sessions")) {
            page(exchange, sessions);
        } else if (path.equals(base + "/tokens")) {
            page(exchange, tokens);
        } else if (path.equals(base + "/credentials")) {
            send(exchange, credentials);
        } else {
            FakeServer.send(exchange, 404, "{}");
        }
    }

    private String details() {
        var endpoints = new ArrayList<String>();
        for (var module : modules) {
            var url = url("/ocpi/" + version + "/" + module);
            if (version.equals("2.1.1")) {
                endpoints.add("{\"identifier\": \"%s\", \"url\": \"%s\"}".formatted(module, url));
            } else {
                endpoints.add(
                        "{\"identifier\": \"%s\", \"role\": \"RECEIVER\", \"url\": \"%s\"}"
                                .formatted(module, url("/wrong")));
                endpoints.add(
                        "{\"identifier\": \"%s\", \"role\": \"SENDER\", \"url\": \"%s\"}"
                                .formatted(module, url));
            }
        }
        return "{\"version\": \"%s\", \"endpoints\": [%s]}"
                .formatted(version, String.join(",", endpoints));
    }

    /// Serves the page of a list that is asked for.
    void page(HttpExchange exchange, List<String> all) throws IOException {
        var list = all;
        if (filters) {
            var from = FakeServer.query(exchange, "date_from");
            var to = FakeServer.query(exchange, "date_to");
            list =
                    all.stream()
                            .filter(object -> from == null || updated(object).compareTo(from) >= 0)
                            .filter(object -> to == null || updated(object).compareTo(to) < 0)
                            .toList();
        }
        var offset = Integer.parseInt(String.valueOf(FakeServer.query(exchange, "offset")));
        var limit =
                Math.min(
                        mostOnAPage,
                        Integer.parseInt(String.valueOf(FakeServer.query(exchange, "limit"))));
        var end = Math.min(list.size(), offset + limit);
        if (totals) {
            exchange.getResponseHeaders().set("X-Total-Count", String.valueOf(list.size()));
        }
        if (links && end < list.size()) {
            exchange.getResponseHeaders()
                    .set(
                            "Link",
                            "<http://behind.proxy:8080/cdrs?offset=%d&limit=%d>; rel=\"next\""
                                    .formatted(end, limit));
        }
        send(exchange, "[" + String.join(",", list.subList(Math.min(offset, end), end)) + "]");
    }

    private static String updated(String object) {
        return object.replaceFirst("(?s).*\"last_updated\": \"", "");
    }

    @Override
    public void close() {
        server.close();
    }
}
