package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Delivery;
import org.roamledger.session.NetworkRules;
import org.roamledger.settings.ConnectionSettings;
import org.roamledger.settings.KeyRing;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.settings.Tokens;
import org.roamledger.store.Protocol;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SourceSettings;
import org.roamledger.store.SyncPosition;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// An endpoint that wants a client certificate, as Hubject does.
class OicpSyncTest {

    private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;
    private final Quick quick = new Quick();
    private final Map<LocalDate, List<String>> days = new HashMap<>();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<String> addresses = new CopyOnWriteArrayList<>();
    private int pageSize = 2;
    private Fault fault = (_, _, _) -> false;
    private final FakeServer server = FakeServer.secure("office", true, this::answer);
    private SessionStore store;
    private Source source;

    /// Answers a question about a page of a day in place of the endpoint, or returns `false`.
    private interface Fault {

        boolean answers(HttpExchange exchange, LocalDate day, int page) throws IOException;
    }

    @SuppressWarnings("NullAway.Init") // opened before each test
    OicpSyncTest() {}

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("store"));
        new ConnectionSettings(new ProxyChoice.None(), TestCertificates.authority()).save(folder);
        tokens().putCertificatePassword(store.path(), "hub", TestCertificates.PASSWORD);
        source = source(TestCertificates.file("client.p12"));
        store.addSource(source);
    }

    @AfterEach
    void close() {
        store.close();
        server.close();
    }

    private Tokens tokens() {
        return new Tokens(folder, KeyRing.NONE);
    }

    private Source source(@Nullable Path certificate) {
        return new Source(
                "hub",
                server.url("/api/oicp/cdrmgmt/v22/records"),
                null,
                null,
                null,
                new SourceSettings(Protocol.OICP, NetworkRules.NONE, null, "DE*ABC", certificate));
    }

    private Connections connections() {
        return new Connections(folder, tokens(), store.path());
    }

    /// A store that was read up to a time, so that not a whole year has to be read.
    private void readUpTo(String time) {
        store.merge(
                "hub",
                new Delivery(List.of(), List.of()),
                new SyncPosition(Instant.parse(time), null));
    }

    /// Reads up to [#NOW], and hands out how many sessions are new.
    private long read() {
        try (var transport = new Transport(quick.settings(), connections().to(source))) {
            var client = new OicpClient(transport, quick.settings(), source);
            var report = new SyncReport();
            new OicpSync(store, source, client, report, Progress.NONE)
                    .run(new SyncScope.News(), NOW);
            return report.counts().added();
        }
    }

    private SyncResult sync() {
        return new Sync(
                        store,
                        _ -> {
                            throw new AssertionError("there is no token");
                        },
                        connections(),
                        quick.settings())
                .sync(source, new SyncScope.News(), Progress.NONE);
    }

    private void answer(HttpExchange exchange, int number) throws IOException {
        var question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        questions.add(question);
        addresses.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        var day = LocalDate.parse(question.path("From").asString("").substring(0, 10));
        var page = Integer.parseInt(String.valueOf(FakeServer.query(exchange, "page")));
        if (!fault.answers(exchange, day, page)) {
            send(exchange, days.getOrDefault(day, List.of()), page);
        }
    }

    private void send(HttpExchange exchange, List<String> ids, int page) throws IOException {
        var from = Math.min(ids.size(), page * pageSize);
        var to = Math.min(ids.size(), from + pageSize);
        var records = ids.subList(from, to).stream().map(OicpSyncTest::cdr).toList();
        FakeServer.send(
                exchange,
                200,
                """
                {"content": [%s], "number": %d, "totalElements": %d, "first": %b, "last": %b,
                 "StatusCode": {"Code": "000", "Description": "Success"}}
                """
                        .formatted(
                                String.join(",", records),
                                page,
                                ids.size(),
                                page == 0,
                                to == ids.size()));
    }

    private static String cdr(String id) {
        return """
        {"SessionID": "%s", "EvseID": "DE*ABC*E1", "PartnerProductID": "AC1",
         "Identification": {"RemoteIdentification": {"EvcoID": "DE-XYZ-C1-2"}},
         "SessionStart": "2026-11-01T10:00:00+01:00", "SessionEnd": "2026-11-01T11:00:00+01:00",
         "ChargingStart": "2026-11-01T10:00:00+01:00", "ChargingEnd": "2026-11-01T11:00:00+01:00",
         "ConsumedEnergy": 12.5}
        """
                .formatted(id);
    }

    private void day(String day, String... ids) {
        days.put(LocalDate.parse(day), new ArrayList<>(List.of(ids)));
    }

    @Test
    void daysAreReadPageByPageWithADaysOverlap() {
        readUpTo("2026-11-01T08:00:00Z");
        day("2026-10-31", "a", "b", "c");
        day("2026-11-01", "d");
        day("2026-11-02", "e", "f", "g", "h", "i");
        assertThat(read()).isEqualTo(9);
        assertThat(addresses.getFirst())
                .isEqualTo("POST /api/oicp/cdrmgmt/v22/records?page=0&size=1000");
        assertThat(questions.getFirst().toString())
                .isEqualTo(
                        "{\"OperatorID\":\"DE*ABC\",\"From\":\"2026-10-31T00:00:00Z\","
                                + "\"To\":\"2026-11-01T00:00:00Z\"}");
        assertThat(questions.getLast().path("To").asString("")).isEqualTo(NOW.toString());
        assertThat(store.position("hub")).isEqualTo(new SyncPosition(NOW, null));
    }

    @Test
    void theFirstSyncGoesBackAYearAndAMonth() {
        read();
        assertThat(questions.getFirst().path("From").asString(""))
                .isEqualTo("2025-10-03T00:00:00Z");
        assertThat(store.position("hub").completeTo()).isEqualTo(NOW);
    }

    @Test
    void aDayInWhichSomethingMovesIsReadAgain() {
        readUpTo("2026-11-02T07:00:00Z");
        day("2026-11-01", "a", "b", "c");
        var late = new int[1];
        fault =
                (_, day, page) -> {
                    if (page == 1 && late[0]++ == 0) {
                        Objects.requireNonNull(days.get(day)).add(0, "late");
                    }
                    return false;
                };
        assertThat(read()).isEqualTo(4);
    }

    @Test
    void thePositionStaysBeforeADayThatNeverHoldsStill() {
        readUpTo("2026-11-01T08:00:00Z");
        day("2026-10-31", "a");
        day("2026-11-01", "b", "c", "d");
        fault =
                (_, day, page) -> {
                    if (page == 1) {
                        Objects.requireNonNull(days.get(day)).add("more" + questions.size());
                    }
                    return false;
                };
        assertThat(catchThrowableOfType(ProblemException.class, this::read).problem())
                .isInstanceOf(Problem.SyncIncomplete.class);
        assertThat(store.position("hub").completeTo()).isEqualTo("2026-11-01T08:00:00Z");
    }

    @Test
    void aRecordThatIsTwiceOnTheServerStopsNothing() {
        readUpTo("2026-11-02T07:00:00Z");
        day("2026-11-01", "a", "a", "b");
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void whatOicp22AnswersIsOnePage() {
        readUpTo("2026-11-02T07:00:00Z");
        fault =
                (exchange, _, _) -> {
                    FakeServer.send(
                            exchange,
                            200,
                            "{\"eroamingChargeDetailRecords\": [%s]}".formatted(cdr("a")));
                    return true;
                };
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void itsRowsAreShownWithoutModules() {
        readUpTo(Instant.now().toString());
        var result = sync();
        assertThat(result.problem()).isNull();
        assertThat(result.pages()).isPositive();
        assertThat(store.source("hub").missingModules()).isEmpty();
    }

    @Test
    void anErrorOfOicpIsNamed() {
        fault =
                (exchange, _, _) -> {
                    FakeServer.send(
                            exchange,
                            200,
                            "{\"content\": [], \"StatusCode\": {\"Code\": \"021\", \"Description\":"
                                    + " \"System error\"}}");
                    return true;
                };
        assertThat(sync().problem())
                .isInstanceOfSatisfying(
                        Problem.OicpError.class,
                        problem -> assertThat(problem.code()).isEqualTo("021"));
    }

    @Test
    void withoutItsCertificateAnEndpointIsNotReached() {
        source = source(null);
        assertThat(sync().problem()).isInstanceOf(Problem.ClientCertificateRefused.class);
        assertThat(questions).isEmpty();
    }

    @Test
    void atMostTwoHundredRequestsAreSentAMinute() {
        var now = new long[1];
        var waited = new ArrayList<Duration>();
        var settings =
                quick.settings(
                        duration -> {
                            waited.add(duration);
                            now[0] += duration.toNanos();
                        });
        var pace = new Pace(Duration.ofMillis(300), settings, () -> now[0]);
        pace.await();
        now[0] += Duration.ofMillis(100).toNanos();
        pace.await();
        now[0] += Duration.ofMillis(400).toNanos();
        pace.await();
        assertThat(waited).containsExactly(Duration.ofMillis(200));
    }
}
