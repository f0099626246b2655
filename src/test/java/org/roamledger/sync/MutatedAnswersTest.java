package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.mutation.LeanServer;
import org.roamledger.mutation.Mutation;
import org.roamledger.mutation.Seeds;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// Whole syncs of a back office of which one answer is spoiled: by flipped bits, cuts, wrong types,
/// deep nesting, huge numbers, doubled names, bytes that are no UTF-8, or senseless headers.
@Tag("slow")
class MutatedAnswersTest {

    /// What a sync may end with.
    private static final Set<String> PROBLEMS =
            Set.of(
                    "unreadableAnswer",
                    "webPageInsteadOfData",
                    "answerTooLarge",
                    "ocpiError",
                    "tokenRefused",
                    "serverRefused",
                    "serverUnreachable",
                    "serverTooSlow",
                    "redirectElsewhere",
                    "noMutualVersion",
                    "moduleMissing",
                    "syncIncomplete");

    private static final int CASES = 6_000;
    private static final int CASES_PER_STORE = 250;
    private static final int ITEMS = 12;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = new JsonMapper();
    private static final TransportSettings SETTINGS =
            new TransportSettings(
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(10),
                    1 << 20,
                    2,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    _ -> {},
                    InstantSource.fixed(Instant.parse("2026-11-02T08:00:00Z")));

    private static final Map<String, List<String>> ODD_HEADERS =
            Map.of(
                    "X-Total-Count",
                    List.of("", "-1", "none", "0", "7", "999999999999999999", "9".repeat(50)),
                    "Link",
                    List.of(
                            "",
                            "<>; rel=\"next\"",
                            "<https://elsewhere.example/cdrs?offset=3>; rel=\"next\"",
                            "<?offset=-5>; rel=next",
                            "<?offset=999999999999999999999>; rel=next",
                            "<?offset=0>; rel=next",
                            "<".repeat(500)),
                    "Date",
                    List.of("", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "9999"),
                    "Content-Encoding",
                    List.of("gzip", "br", "gzip, gzip", ""),
                    "Content-Type",
                    List.of("text/html", "", "text/html; charset=", "image/png"));

    @TempDir Path folder;
    private final Map<String, byte[]> bodies = new HashMap<>();
    private final Map<String, byte[]> honest = new LinkedHashMap<>();
    private final Map<String, byte[]> spoiled = new HashMap<>();
    private final Map<String, Integer> endings = new TreeMap<>();

    @Test
    void everySyncEndsWithAllOrWithANamedProblem() throws Exception {
        try (var server = new LeanServer(this::answer)) {
            record(server);
            var seeds = Seeds.upTo(CASES).toArray();
            for (var first = 0; first < seeds.length; first += CASES_PER_STORE) {
                try (var store = SessionStore.open(folder.resolve("store" + first))) {
                    var added = 0L;
                    for (var i = first; i < first + CASES_PER_STORE && i < seeds.length; i++) {
                        added += sync(store, server, seeds[i]);
                    }
                    assertThat(SampleFigures.report(store).size())
                            .as("sessions in the store, seeds from %d", seeds[first])
                            .isEqualTo(added);
                }
            }
        }
        assertThat(PROBLEMS).hasSizeLessThanOrEqualTo(12).containsAll(problems());
    }

    private Set<String> problems() {
        var problems = new TreeMap<>(endings);
        problems.remove("ok");
        return problems.keySet();
    }

    /// @return how many sessions are new
    private long sync(SessionStore store, LeanServer server, long seed) {
        spoil(Seeds.random(seed));
        var source = new Source("s" + seed, server.url("/ocpi/versions"), null, null, null);
        store.addSource(source);
        SyncResult result;
        try {
            result =
                    assertTimeoutPreemptively(
                            LIMIT,
                            () ->
                                    new Sync(store, _ -> "token", SETTINGS)
                                            .sync(source, false, Progress.NONE));
        } catch (Throwable e) {
            throw new AssertionError("seed " + seed, e);
        }
        var ending = result.problem() == null ? "ok" : result.problem().key();
        endings.merge(ending, 1, Integer::sum);
        if (result.problem() != null) {
            assertThat(ending).as("seed %d", seed).isIn(PROBLEMS);
            assertThat(store.position(source.name()).completeTo()).as("seed %d", seed).isNull();
        }
        var counts = result.counts();
        assertThat(counts.added() + counts.changed() + counts.unchanged() + counts.rejected())
                .as("every object of a page is accounted for, seed %d", seed)
                .isEqualTo(result.received());
        return counts.added();
    }

    private byte[] answer(String target) {
        var path = target.replaceFirst("\\?.*", "");
        var answer = spoiled.getOrDefault(path, honest.get(path));
        return answer == null ? LeanServer.answer(404, Map.of(), "{}".getBytes(UTF_8)) : answer;
    }

    /// Every second time it is the sessions.
    private void spoil(Random random) {
        var paths = List.copyOf(honest.keySet());
        var path = random.nextBoolean() ? paths.getLast() : paths.get(random.nextInt(paths.size()));
        var whole = Objects.requireNonNull(bodies.get(path));
        var headers = headers(path);
        byte[] body;
        switch (random.nextInt(10)) {
            case 0 -> {
                headers.put("Content-Encoding", "gzip");
                body = Mutation.ofBytes(Mutation.zipped(whole), random);
            }
            case 1 -> {
                var name =
                        List.copyOf(ODD_HEADERS.keySet()).get(random.nextInt(ODD_HEADERS.size()));
                var values = Objects.requireNonNull(ODD_HEADERS.get(name));
                headers.put(name, values.get(random.nextInt(values.size())));
                body = whole;
            }
            default -> body = Mutation.ofText(whole, random);
        }
        spoiled.clear();
        spoiled.put(path, LeanServer.answer(200, headers, body));
    }

    private static Map<String, String> headers(String path) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Date", "Mon, 02 Nov 2026 08:00:00 GMT");
        if (path.endsWith("cdrs")) {
            headers.put("X-Total-Count", String.valueOf(ITEMS));
        }
        return headers;
    }

    /// Keeps the first objects of what the sample back office answers.
    private void record(LeanServer server) throws Exception {
        var size = new SampleSize(4, 400, LocalDate.of(2026, 11, 1));
        try (var office = SampleBackOffice.start(0, size, Progress.NONE);
                var client = HttpClient.newHttpClient()) {
            for (var path :
                    List.of(
                            "/ocpi/versions",
                            "/ocpi/2.2.1",
                            "/ocpi/2.2.1/tariffs",
                            "/ocpi/2.2.1/locations",
                            "/ocpi/2.2.1/cdrs")) {
                var request =
                        HttpRequest.newBuilder(office.versionsUrl().resolve(path))
                                .header("Authorization", "Token " + office.tokens().get("finance"))
                                .build();
                var text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
                var answer = (ObjectNode) JSON.readTree(text);
                if (answer.get("data") instanceof ArrayNode list && !path.endsWith("versions")) {
                    while (list.size() > ITEMS) {
                        list.remove(list.size() - 1);
                    }
                }
                var moved =
                        answer.toString()
                                .replace(
                                        "http://127.0.0.1:" + office.versionsUrl().getPort(),
                                        server.url("").toString());
                bodies.put(path, moved.getBytes(UTF_8));
                honest.put(path, LeanServer.answer(200, headers(path), moved.getBytes(UTF_8)));
            }
        }
    }
}
