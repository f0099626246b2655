package org.roamledger.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.roamledger.mutation.LeanServer;
import org.roamledger.mutation.Mutation;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/// A back office in a process of its own, whose pages of a thousand CDRs were written and
/// compressed before the first request. What it costs is copying bytes.
///
/// A request without `date_from` gets the first pages, one with it all later ones: so a second sync
/// brings nothing but new sessions.
final class PreparedPages {

    static final int SIZE = 1_000;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CDRS = "/ocpi/2.2.1/cdrs";
    private static final int DAYS = 400;

    private final SampleBackOffice office;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(1);
    private final Map<String, byte[]> rest = new HashMap<>();
    private final List<byte[]> first = new ArrayList<>();
    private final List<byte[]> second = new ArrayList<>();

    private PreparedPages(SampleBackOffice office) {
        this.office = office;
    }

    /// Prints its URL and serves until it is killed.
    ///
    /// @param args pages of the first sync, and of the second
    public static void main(String[] args) throws Exception {
        var size = new SampleSize(2, SIZE, LocalDate.of(2026, 11, 1));
        try (var office = SampleBackOffice.start(0, size, Progress.NONE)) {
            var pages = new PreparedPages(office);
            var server = new LeanServer(pages::answer);
            pages.prepare(server, Integer.parseInt(args[0]), Integer.parseInt(args[1]));
            System.out.println(server.url("/ocpi/versions"));
            new CountDownLatch(1).await();
        }
    }

    private byte[] answer(String target) {
        if (!target.startsWith(CDRS)) {
            return Objects.requireNonNull(rest.get(target.replaceFirst("\\?.*", "")));
        }
        var offset = Integer.parseInt(target.replaceFirst(".*[?&]offset=(\\d+).*", "$1"));
        return (target.contains("date_from=") ? second : first).get(offset / SIZE);
    }

    private void prepare(LeanServer server, int firstPages, int secondPages) throws Exception {
        for (var path :
                List.of(
                        "/ocpi/versions",
                        "/ocpi/2.2.1",
                        "/ocpi/2.2.1/tariffs",
                        "/ocpi/2.2.1/locations")) {
            var moved =
                    get(path + "?limit=1000")
                            .replace(
                                    "http://127.0.0.1:" + office.versionsUrl().getPort(),
                                    server.url("").toString());
            rest.put(path, LeanServer.answer(200, Map.of(), moved.getBytes(UTF_8)));
        }
        var template = (ObjectNode) JSON.readTree(get(CDRS + "?limit=1000"));
        fill(first, firstPages, template);
        fill(second, secondPages, template);
    }

    private String get(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(office.versionsUrl().resolve(path))
                        .header("Authorization", "Token " + office.tokens().get("finance"))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private void fill(List<byte[]> pages, int count, ObjectNode template) {
        for (var page = 0; page < count; page++) {
            for (var node : (ArrayNode) template.get("data")) {
                renew((ObjectNode) node);
            }
            var headers = new LinkedHashMap<String, String>();
            headers.put("Content-Encoding", "gzip");
            headers.put("Content-Type", "application/json");
            headers.put("X-Total-Count", String.valueOf(count * SIZE));
            var body = Mutation.zipped(template.toString().getBytes(UTF_8));
            pages.add(LeanServer.answer(200, headers, body));
        }
    }

    /// Another session of the same station.
    private void renew(ObjectNode cdr) {
        cdr.put("id", new UUID(random.nextLong(), random.nextLong()).toString());
        cdr.put("session_id", new UUID(random.nextLong(), random.nextLong()).toString());
        cdr.remove(List.of("credit", "credit_reference_id"));
        var start =
                Instant.parse("2025-09-01T00:00:00Z").plusSeconds(random.nextInt(DAYS * 86_400));
        cdr.put("start_date_time", start.toString());
        cdr.put(
                "end_date_time",
                start.plus(Duration.ofMinutes(10 + random.nextInt(100))).toString());
    }
}
