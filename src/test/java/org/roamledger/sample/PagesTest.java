package org.roamledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.problem.Progress;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PagesTest {

    private static final int RECORDS = 2_345;
    private static final String CDRS = "/ocpi/2.2.1/cdrs";
    private static final String LONG_AGO = "?date_from=2000-01-01T00:00:00Z";

    private final SampleBackOffice office =
            SampleBackOffice.start(
                    0, new SampleSize(7, RECORDS, LocalDate.of(2026, 11, 1)), Progress.NONE);
    private final OcpiClient finance = new OcpiClient(office, "finance");
    private List<String> ids = List.of();

    @BeforeAll
    void readAllIds() {
        var all = new ArrayList<String>();
        office.eachId(all::add);
        ids = all;
    }

    @AfterAll
    void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 1000})
    void theFirstPageHasAsManyRecordsAsAsked(int limit) {
        assertThat(ids(CDRS + "?limit=" + limit)).isEqualTo(ids.subList(0, limit));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 777, 2_300, 2_344})
    void aPageBeginsAtAnyOffset(int offset) {
        var end = Math.min(offset + 100, RECORDS);
        assertThat(ids(CDRS + "?offset=" + offset)).isEqualTo(ids.subList(offset, end));
    }

    @Test
    void followingTheLinksGivesEachRecordOnce() {
        var crawled =
                finance.crawl(CDRS + "?limit=300").stream()
                        .map(cdr -> OcpiClient.text(cdr, "id"))
                        .toList();
        assertThat(crawled).hasSize(RECORDS).doesNotHaveDuplicates().isEqualTo(ids);
    }

    @Test
    void recordsAreServedByLastUpdateThenById() {
        var keys =
                finance.crawl(CDRS + "?limit=1000").stream()
                        .map(
                                cdr ->
                                        OcpiClient.text(cdr, "last_updated")
                                                + OcpiClient.text(cdr, "id"))
                        .toList();
        assertThat(keys).isSorted();
    }

    @Test
    void theLastPageHasNoLink() {
        var last = finance.get(CDRS + "?offset=2300&limit=45");
        assertThat(last.headers().firstValue("Link")).isEmpty();
        var lastButOne = finance.get(CDRS + "?offset=2299&limit=45");
        assertThat(lastButOne.headers().firstValue("Link")).isPresent();
    }

    @Test
    void thePageBehindTheEndIsEmpty() {
        assertThat(ids(CDRS + "?offset=" + RECORDS)).isEmpty();
    }

    @Test
    void theLinkKeepsTheFiltersAsTheyWereSent() {
        var query = "?date_from=2026-01-01T00%3A00%3A00Z&date_to=2026-06-01T00:00:00Z&limit=5";
        assertThat(OcpiClient.next(finance.get(CDRS + query)))
                .isEqualTo(
                        office.versionsUrl().resolve(CDRS)
                                + "?date_from=2026-01-01T00%3A00%3A00Z"
                                + "&date_to=2026-06-01T00:00:00Z&offset=5&limit=5");
    }

    @Test
    void headersTellTheCountAndTheLargestPage() {
        var headers = finance.get(CDRS + "?limit=5000").headers();
        assertThat(headers.firstValue("X-Total-Count")).hasValue("2345");
        assertThat(headers.firstValue("X-Limit")).hasValue("1000");
        assertThat(ids(CDRS + "?limit=5000")).hasSize(1_000);
    }

    @Test
    void datesAreHalfOpen() {
        var all = finance.crawl(CDRS + "?limit=1000");
        var moment = OcpiClient.text(all.get(1_200), "last_updated");
        var second = Instant.parse(moment);
        var before = all.stream().filter(cdr -> updated(cdr).isBefore(second)).count();
        assertThat(count("?date_to=" + moment)).isEqualTo(before);
        assertThat(count("?date_from=" + moment)).isEqualTo(RECORDS - before);
        var at = count("?date_from=" + moment + "&date_to=" + second.plusSeconds(1));
        assertThat(at).isEqualTo(RECORDS - before - count("?date_from=" + second.plusSeconds(1)));
        assertThat(at).isPositive();
        assertThat(count("?date_from=" + second.plusMillis(1))).isEqualTo(RECORDS - before - at);
    }

    @Test
    void anEmptyTimeHasAnEmptyPage() {
        var answer =
                finance.get(CDRS + "?date_from=2026-05-01T00:00:00&date_to=2026-04-01T00:00:00");
        assertThat(answer.headers().firstValue("X-Total-Count")).hasValue("0");
        assertThat(OcpiClient.json(answer).get("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=many",
                "offset=-1",
                "offset=",
                "date_from=yesterday",
                "date_to=2026-01-01T00:00:00%2B00:00",
                "date_from=%zz"
            })
    void badParametersAreStatus2001(String query) {
        var answer = finance.get(CDRS + "?" + query.replace("%zz", "%25zz"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OcpiClient.json(answer).get("status_code").intValue()).isEqualTo(2001);
        assertThat(OcpiClient.json(answer).has("data")).isFalse();
    }

    @Test
    void sessionsNeedADate() {
        var answer = finance.json("/ocpi/2.2.1/sessions");
        assertThat(answer.get("status_code").intValue()).isEqualTo(2001);
    }

    @Test
    void sessionsAreTheTransactionsOfTheRecords() {
        var transactions = new HashSet<String>();
        for (var cdr : finance.crawl(CDRS + "?limit=1000")) {
            if (cdr.has("session_id")) {
                transactions.add(OcpiClient.text(cdr, "session_id"));
            }
        }
        for (var limit : List.of(97, 1_000)) {
            var sessions =
                    finance.crawl("/ocpi/2.2.1/sessions" + LONG_AGO + "&limit=" + limit).stream()
                            .map(session -> OcpiClient.text(session, "id"))
                            .toList();
            assertThat(sessions).containsExactlyInAnyOrderElementsOf(transactions);
        }
    }

    @Test
    void datesOfSessionsAreHalfOpen() {
        var all = finance.crawl("/ocpi/2.2.1/sessions" + LONG_AGO + "&limit=1000");
        var moment = OcpiClient.text(all.get(1_000), "last_updated");
        var later = finance.crawl("/ocpi/2.2.1/sessions?date_from=" + moment + "&limit=1000");
        assertThat(later)
                .isEqualTo(
                        all.stream()
                                .filter(one -> !updated(one).isBefore(Instant.parse(moment)))
                                .toList());
    }

    @Test
    void locationsAndTariffsHavePagesToo() {
        assertThat(finance.crawl("/ocpi/2.2.1/locations?limit=7")).hasSize(60);
        assertThat(finance.crawl("/ocpi/2.2.1/tariffs?limit=7")).hasSize(30);
    }

    private List<String> ids(String path) {
        var ids = new ArrayList<String>();
        finance.json(path).get("data").forEach(cdr -> ids.add(OcpiClient.text(cdr, "id")));
        return ids;
    }

    private long count(String query) {
        var count = finance.get(CDRS + query).headers().firstValue("X-Total-Count");
        return Long.parseLong(count.orElseThrow());
    }

    private static Instant updated(JsonNode object) {
        return Instant.parse(OcpiClient.text(object, "last_updated"));
    }
}
