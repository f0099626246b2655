package org.roamledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Progress;

import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/// Each fault, as a client without any forbearance sees it.
final class FaultTest {

    private static final SampleSize SIZE = new SampleSize(5, 300, LocalDate.of(2026, 11, 1));
    private static final String CDRS = "/ocpi/2.2.1/cdrs?limit=100";
    private static final int MANY = 60;

    private final List<SampleBackOffice> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(SampleBackOffice::close);
    }

    private OcpiClient with(Fault... faults) {
        var conduct = new Conduct(Set.of(faults), Conduct.GOOD.versions());
        started.add(SampleBackOffice.start(0, SIZE, conduct, Progress.NONE));
        return new OcpiClient(started.getLast(), "finance");
    }

    private static List<HttpResponse<byte[]>> many(OcpiClient client, String path) {
        return IntStream.range(0, MANY).mapToObj(_ -> client.get(path)).toList();
    }

    private static Set<Integer> statuses(OcpiClient client, String path) {
        var statuses = new TreeSet<Integer>();
        many(client, path).forEach(answer -> statuses.add(answer.statusCode()));
        return statuses;
    }

    @Test
    void everyModeHasANameAndALineOfWords() {
        for (var fault : Fault.values()) {
            assertThat(Fault.of(fault.mode())).hasValue(fault);
            assertThat(fault.mode()).matches("[a-z0-9-]+");
            assertThat(fault.words()).isNotBlank().doesNotContain("\n");
        }
    }

    @Test
    void theUserGuideHasEveryMode() throws IOException {
        var guide = Files.readString(Path.of("docs", "user-guide.md"));
        for (var fault : Fault.values()) {
            assertThat(guide).contains("| `" + fault.mode() + "` | " + fault.words() + " |");
        }
    }

    @Test
    void someAnswersHaveAnErrorStatus() {
        assertThat(statuses(with(Fault.SERVER_ERROR), CDRS)).containsExactly(200, 500);
        assertThat(statuses(with(Fault.UNAVAILABLE), CDRS)).containsExactly(200, 503);
        assertThat(statuses(with(Fault.SERVER_ERROR, Fault.UNAVAILABLE), CDRS))
                .containsExactly(200, 500, 503);
    }

    @Test
    void theSameSeedFailsTheSameRequests() {
        var one = many(with(Fault.SERVER_ERROR), CDRS).stream().map(HttpResponse::statusCode);
        var other = many(with(Fault.SERVER_ERROR), CDRS).stream().map(HttpResponse::statusCode);
        assertThat(one.toList()).isEqualTo(other.toList());
    }

    @Test
    void aTokenIsRefusedInTheMiddleOnly() {
        var client = with(Fault.UNAUTHORIZED);
        assertThat(statuses(client, CDRS)).containsExactly(200);
        assertThat(statuses(client, CDRS + "&offset=100")).containsExactly(200, 401);
    }

    @Test
    void tooManyRequestsSayWhenToComeBack() {
        var forms = new TreeSet<String>();
        for (var answer : many(with(Fault.TOO_MANY_REQUESTS), CDRS)) {
            if (answer.statusCode() == 429) {
                forms.add(
                        answer.headers()
                                .firstValue("Retry-After")
                                .orElse("")
                                .replaceAll("\\d", "n"));
            }
        }
        assertThat(forms)
                .hasSizeGreaterThan(1)
                .contains("n")
                .anyMatch(form -> form.contains("GMT"));
    }

    @Test
    void someAnswersAreNoJson() {
        var types = new TreeSet<String>();
        many(with(Fault.WEB_PAGE), CDRS)
                .forEach(
                        answer ->
                                types.add(answer.headers().firstValue("Content-Type").orElse("")));
        assertThat(types).containsExactly("application/json", "text/html; charset=utf-8");
        var cut = 0;
        for (var answer : many(with(Fault.TRUNCATED), CDRS)) {
            try {
                OcpiClient.json(answer);
            } catch (UnexpectedEndOfInputException _) {
                cut++;
            }
        }
        assertThat(cut).isBetween(1, MANY - 1);
    }

    @Test
    void someAnswersAreFarLargerThanTheyLook() throws IOException {
        var bomb =
                many(with(Fault.GZIP_BOMB), CDRS).stream()
                        .filter(one -> one.headers().firstValue("Content-Encoding").isPresent())
                        .findFirst()
                        .orElseThrow();
        assertThat(bomb.body()).hasSizeLessThan(1 << 20);
        try (InputStream inflated =
                new GZIPInputStream(new ByteArrayInputStream(bomb.body()), 1 << 16)) {
            assertThat(inflated.skip(64 << 20)).isEqualTo(64 << 20);
        }
    }

    @Test
    void someAnswersSayThatTheParametersAreWrong() {
        var statuses = new TreeSet<String>();
        for (var answer : many(with(Fault.STATUS_2001), CDRS)) {
            statuses.add(answer.statusCode() + " " + OcpiClient.json(answer).get("status_code"));
        }
        assertThat(statuses).containsExactly("200 1000", "200 2001");
    }

    @Test
    void addressesWithoutASlashMove() {
        var client = with(Fault.REDIRECT);
        var moved = client.get(CDRS);
        assertThat(moved.statusCode()).isEqualTo(307);
        var target = moved.headers().firstValue("Location").orElse("");
        assertThat(target).isEqualTo("/ocpi/2.2.1/cdrs/?limit=100");
        assertThat(client.json(target).get("data")).hasSize(100);
    }

    @Test
    void linksAreMissingEmptyOrWrong() {
        assertThat(with(Fault.NO_LINK).get(CDRS).headers().allValues("Link")).isEmpty();
        assertThat(with(Fault.EMPTY_LINK).get(CDRS).headers().allValues("Link"))
                .containsExactly("");
        assertThat(with(Fault.WRONG_LINK_HOST).get(CDRS).headers().firstValue("Link").orElse(""))
                .startsWith("<https://backend.internal/ocpi/2.2.1/cdrs?");
    }

    @Test
    void theTimeOfTheEnvelopeStandsStill() {
        var client = with(Fault.FROZEN_TIME);
        assertThat(OcpiClient.text(client.json(CDRS), "timestamp"))
                .isEqualTo("2026-01-05T06:00:00Z");
    }

    @Test
    void pagesHaveOneItem() {
        var answer = with(Fault.ONE_ITEM_PAGES).get(CDRS);
        assertThat(OcpiClient.json(answer).get("data")).hasSize(1);
        assertThat(answer.headers().firstValue("X-Limit")).hasValue("1");
    }

    @Test
    void whoReadsOnWhileAnObjectMovesMissesOneAndGetsOneTwice() {
        var client = with(Fault.PAGE_DRIFT);
        var first = ids(client.crawl(CDRS));
        var second = ids(client.crawl(CDRS));
        assertThat(first).hasSize(300);
        assertThat(Set.copyOf(first)).hasSize(299);
        assertThat(second).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void someObjectsStandTwice() {
        var client = with(Fault.DUPLICATE_IDS);
        var ids = ids(client.crawl(CDRS));
        assertThat(ids).hasSize(306);
        assertThat(Set.copyOf(ids)).hasSize(300);
        assertThat(client.get(CDRS).headers().firstValue("X-Total-Count")).hasValue("306");
    }

    @Test
    void idsAreInLowerCase() {
        for (var cdr : cdrs(Fault.LOWER_CASE_IDS)) {
            for (var path :
                    List.of(
                            List.of("id"),
                            List.of("party_id"),
                            List.of("cdr_token", "contract_id"),
                            List.of("cdr_location", "evse_id"))) {
                assertThat(OcpiClient.text(cdr, path.toArray(String[]::new)))
                        .isNotEmpty()
                        .doesNotMatch(".*[A-Z].*");
            }
        }
    }

    @Test
    void whatHasNoValueIsNull() {
        for (var cdr : cdrs(Fault.NULLS)) {
            assertThat(cdr.path("remark").isNull()).isTrue();
            assertThat(cdr.has("credit")).isTrue();
            assertThat(cdr.path("total_cost").has("incl_vat")).isTrue();
        }
    }

    @Test
    void timestampsHaveManyShapesOfOneAndTheSameMoment() {
        var plain = cdrs();
        var shaped = cdrs(Fault.TIMESTAMPS);
        var shapes = new TreeSet<String>();
        for (var i = 0; i < plain.size(); i++) {
            var text = OcpiClient.text(shaped.get(i), "start_date_time");
            shapes.add(text.replaceAll("\\d", "n"));
            if (text.endsWith("+02:00")) {
                assertThat(OffsetDateTime.parse(text).toInstant())
                        .isEqualTo(Instant.parse(OcpiClient.text(plain.get(i), "start_date_time")));
            }
        }
        assertThat(shapes).hasSize(9);
    }

    @Test
    void someObjectsComeFromTheFuture() {
        var later = Instant.now().plusSeconds(86_400);
        var updates =
                cdrs(Fault.FUTURE_UPDATES).stream()
                        .map(cdr -> Instant.parse(OcpiClient.text(cdr, "last_updated")))
                        .toList();
        assertThat(updates).anyMatch(later::isBefore).anyMatch(later::isAfter);
    }

    @Test
    void faultsAddUp() {
        var client = with(Fault.ONE_ITEM_PAGES, Fault.NULLS, Fault.LOWER_CASE_IDS, Fault.NO_LINK);
        var answer = client.get(CDRS);
        var cdr = OcpiClient.json(answer).get("data").get(0);
        assertThat(answer.headers().firstValue("Link")).isEmpty();
        assertThat(cdr.path("remark").isNull()).isTrue();
        assertThat(OcpiClient.text(cdr, "country_code")).matches("[a-z]{2}");
    }

    private List<JsonNode> cdrs(Fault... faults) {
        return with(faults).crawl(CDRS);
    }

    private static List<String> ids(List<JsonNode> cdrs) {
        return cdrs.stream().map(cdr -> OcpiClient.text(cdr, "id")).toList();
    }
}
