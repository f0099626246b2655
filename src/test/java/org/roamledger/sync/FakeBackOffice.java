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

/// A small OCPI 2.2.1 back office that can be made to behave badly.
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
    List<String> modules = List.of("cdrs", "locations", "tariffs");
    boolean rawToken;
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
                .filter(request -> request.startsWith("/ocpi/2.2.1/" + module))
                .toList();
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
        var base64 = Base64.getEncoder().encodeToString(TOKEN.getBytes(StandardCharsets.UTF_8));
        return ("Token " + (rawToken ? TOKEN : base64))
                .equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private void serve(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestURI().getPath()) {
            case "/ocpi/versions" ->
                    send(
                            exchange,
                            "[{\"version\": \"2.1.1\", \"url\": \"%s\"}, {\"version\": \"2.2.1\", \"url\": \"%s\"}]"
                                    .formatted(url("/ocpi/2.1.1"), url("/ocpi/2.2.1")));
            case "/ocpi/2.2.1" -> send(exchange, details());
            case "/ocpi/2.2.1/cdrs" -> page(exchange, cdrs);
            case "/ocpi/2.2.1/locations" -> page(exchange, locations);
            case "/ocpi/2.2.1/tariffs" -> page(exchange, tariffs);
            default -> FakeServer.send(exchange, 404, "{}");
        }
    }

    private String details() {
        var endpoints = new ArrayList<String>();
        for (var module : modules) {
            for (var role : List.of("RECEIVER", "SENDER")) {
                endpoints.add(
                        "{\"identifier\": \"%s\", \"role\": \"%s\", \"url\": \"%s\"}"
                                .formatted(
                                        module,
                                        role,
                                        role.equals("SENDER")
                                                ? url("/ocpi/2.2.1/" + module)
                                                : url("/wrong")));
            }
        }
        return "{\"version\": \"2.2.1\", \"endpoints\": [%s]}"
                .formatted(String.join(",", endpoints));
    }

    /// Serves the page of a list that is asked for.
    void page(HttpExchange exchange, List<String> list) throws IOException {
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

    @Override
    public void close() {
        server.close();
    }
}
