package org.roamledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SampleBackOfficeTest {

    private static final SampleSize SIZE = new SampleSize(1, 300, LocalDate.of(2026, 11, 1));

    private final SampleBackOffice office = SampleBackOffice.start(0, SIZE, Progress.NONE);

    @AfterAll
    void close() {
        office.close();
    }

    @Test
    void theHighestVersionLeadsToTheModules() {
        var client = new OcpiClient(office, "finance");
        var version = client.json("/ocpi/versions").get("data").get(2);
        assertThat(OcpiClient.text(version, "version")).isEqualTo("2.2.1");
        var endpoints = client.json(OcpiClient.text(version, "url")).get("data").get("endpoints");
        var urls = new ArrayList<String>();
        endpoints.forEach(
                endpoint -> {
                    assertThat(OcpiClient.text(endpoint, "role")).isEqualTo("SENDER");
                    urls.add(OcpiClient.text(endpoint, "url"));
                });
        assertThat(urls).hasSize(5);
        for (var url : urls) {
            var answer = client.json(url + "?date_from=2026-01-01T00:00:00Z");
            assertThat(answer.get("status_code").intValue()).isEqualTo(1000);
            assertThat(answer.get("data")).isNotEmpty();
        }
    }

    @Test
    void aTokenSeesItsModulesOnly() {
        assertThat(modules("finance"))
                .containsExactly("credentials", "cdrs", "sessions", "locations", "tariffs");
        assertThat(modules("no-stations"))
                .containsExactly("credentials", "cdrs", "sessions", "tariffs");
        assertThat(modules("no-reports"))
                .containsExactly("credentials", "sessions", "locations", "tariffs");
        assertThat(modules("no-modules")).containsExactly("credentials");
    }

    @Test
    void aModuleThatIsNotGrantedIsNotFound() {
        var answer = new OcpiClient(office, "no-reports").get("/ocpi/2.2.1/cdrs");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(OcpiClient.json(answer).get("status_code").intValue()).isEqualTo(2003);
        var station = new OcpiClient(office, "no-stations").get("/ocpi/2.2.1/locations/GVL-0001");
        assertThat(station.statusCode()).isEqualTo(404);
    }

    @Test
    void theTokenMayBeSentPlain() {
        var token = Objects.requireNonNull(office.tokens().get("finance"));
        assertThat(status("Token " + token)).isEqualTo(200);
    }

    @Test
    void withoutAKnownTokenNothingIsAnswered() {
        assertThat(status("Token c29tZXRoaW5n")).isEqualTo(401);
        assertThat(status("Bearer " + office.tokens().get("finance"))).isEqualTo(401);
        var answer = OcpiClient.send(HttpRequest.newBuilder(office.versionsUrl()).build());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(OcpiClient.json(answer).get("status_code").intValue()).isEqualTo(2001);
    }

    @Test
    void unknownPathsAreNotFound() {
        var client = new OcpiClient(office, "finance");
        for (var path : List.of("/", "/ocpi/2.3.0", "/ocpi/2.2.1/tokens", "/ocpi/2.2.1/cdrs/1")) {
            assertThat(client.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void nothingCanBeChanged() {
        var answer =
                new OcpiClient(office, "finance")
                        .get("/ocpi/2.2.1/cdrs", request -> request.DELETE());
        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void aLocationIsServedAlone() {
        var client = new OcpiClient(office, "finance");
        var location = client.json("/ocpi/2.2.1/locations/LTS-0030").get("data");
        assertThat(OcpiClient.text(location, "name")).isEqualTo("=Parkhaus Süd");
        assertThat(client.get("/ocpi/2.2.1/locations/LTS-9999").statusCode()).isEqualTo(404);
    }

    @Test
    void requestIdsComeBack() {
        var answer =
                new OcpiClient(office, "finance")
                        .get(
                                "/ocpi/versions",
                                request ->
                                        request.header("X-Request-ID", "r-1")
                                                .header("X-Correlation-ID", "c-2"));
        assertThat(answer.headers().firstValue("X-Request-ID")).hasValue("r-1");
        assertThat(answer.headers().firstValue("X-Correlation-ID")).hasValue("c-2");
        assertThat(answer.headers().firstValue("Date")).isPresent();
    }

    @Test
    void pagesAreZippedForThoseWhoCanReadIt() throws IOException {
        var client = new OcpiClient(office, "finance");
        var plain = client.get("/ocpi/2.2.1/tariffs");
        var zipped =
                client.get(
                        "/ocpi/2.2.1/tariffs",
                        request -> request.header("Accept-Encoding", "gzip"));
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        try (var body = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(data(body.readAllBytes())).isEqualTo(data(plain.body()));
        }
    }

    @Test
    void aPortInUseIsAProblem() {
        var port = office.versionsUrl().getPort();
        assertThatThrownBy(() -> SampleBackOffice.start(port, SIZE, Progress.NONE))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem()).isEqualTo(new Problem.PortTaken(port)));
    }

    @Test
    void anInterruptedStartIsCancelled() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> SampleBackOffice.start(0, SIZE, Progress.NONE))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(new Problem.Cancelled()));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aStoppedOfficeFreesItsPort() {
        int port;
        try (var first = SampleBackOffice.start(0, SIZE, Progress.NONE)) {
            port = first.versionsUrl().getPort();
        }
        try (var second = SampleBackOffice.start(port, SIZE, Progress.NONE)) {
            assertThat(second.versionsUrl().getPort()).isEqualTo(port);
        }
    }

    @Test
    void anEmptyOfficeServesEmptyPages() {
        var size = new SampleSize(1, 0, LocalDate.of(2026, 11, 1));
        try (var empty = SampleBackOffice.start(0, size, Progress.NONE)) {
            var client = new OcpiClient(empty, "finance");
            assertThat(client.crawl("/ocpi/2.2.1/cdrs")).isEmpty();
            assertThat(client.crawl("/ocpi/2.2.1/sessions?date_from=2026-01-01T00:00:00"))
                    .isEmpty();
            assertThat(empty.figures().records()).isZero();
        }
    }

    @Test
    void progressEndsWithAllRecords() {
        var told = new ArrayList<Long>();
        SampleBackOffice.start(0, SIZE, (done, _) -> told.add(done)).close();
        assertThat(told.getLast()).isEqualTo(300);
    }

    @Test
    void theSameSizeServesTheSameBytes() {
        try (var twin = SampleBackOffice.start(0, SIZE, Progress.NONE)) {
            assertThat(twin.tokens()).isEqualTo(office.tokens());
            for (var module : List.of("cdrs", "sessions", "locations", "tariffs")) {
                var path = "/ocpi/2.2.1/" + module + "?limit=1000&date_from=2000-01-01T00:00:00Z";
                assertThat(data(new OcpiClient(twin, "finance").get(path).body()))
                        .isEqualTo(data(new OcpiClient(office, "finance").get(path).body()))
                        .hasSizeGreaterThan(5_000);
            }
        }
    }

    @Test
    void anotherSeedServesOtherRecords() {
        var other = new SampleSize(2, 300, SIZE.until());
        try (var stranger = SampleBackOffice.start(0, other, Progress.NONE)) {
            assertThat(stranger.tokens()).isNotEqualTo(office.tokens());
            assertThat(stranger.figures()).isNotEqualTo(office.figures());
        }
    }

    private List<String> modules(String grant) {
        var modules = new ArrayList<String>();
        new OcpiClient(office, grant)
                .json("/ocpi/2.2.1")
                .get("data")
                .get("endpoints")
                .forEach(endpoint -> modules.add(OcpiClient.text(endpoint, "identifier")));
        return modules;
    }

    private int status(String authorization) {
        return OcpiClient.send(
                        HttpRequest.newBuilder(office.versionsUrl())
                                .header("Authorization", authorization)
                                .build())
                .statusCode();
    }

    /// What stands before the time of the answer.
    private static String data(byte[] body) {
        var text = new String(body, UTF_8);
        return text.substring(0, text.lastIndexOf("\"timestamp\""));
    }
}
