package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roamledger.problem.Problem;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.store.SyncPosition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class SyncTest extends SyncScene {

    private static final FakeBackOffice.Fault FAILS_AT_20 =
            (exchange, _) -> {
                if ("20".equals(FakeServer.query(exchange, "offset"))) {
                    FakeServer.send(exchange, 404, "");
                    return true;
                }
                return false;
            };

    @Test
    void storesAllSessions() {
        office.withCdrs(25);
        var result = sync();
        assertThat(result.problem()).isNull();
        assertThat(result.ok()).isTrue();
        assertThat(result.pages()).isEqualTo(3);
        assertThat(result.received()).isEqualTo(25);
        assertThat(result.counts()).isEqualTo(new MergeCounts(25, 0, 0, 0));
    }

    @Test
    void storesWhoOwnsTheStations() {
        office.locations.add(
                """
                {"country_code": "SE", "party_id": "ABC", "id": "L1", "time_zone": "Europe/Stockholm",
                 "suboperator": {"name": "Sub"}, "owner": {"name": "City"}, "evses": [{"uid": "u1"}]}
                """);
        sync();
        assertThat(store.organisations())
                .containsExactlyInAnyOrder(
                        new Organisation("City", null), new Organisation("Sub", "City"));
    }

    @Test
    void addsNothingTheSecondTime() {
        office.withCdrs(25);
        sync();
        assertThat(sync().counts()).isEqualTo(new MergeCounts(0, 0, 25, 0));
    }

    @Test
    void asksFirstForEverythingAndThenForTheLastWeekAndWhatIsNew() {
        office.withCdrs(1);
        sync();
        var end = Objects.requireNonNull(position().completeTo());
        sync();
        assertThat(office.requests("cdrs"))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .doesNotContain("date_from")
                                        .contains("date_to=" + end)
                                        .endsWith("offset=0&limit=1000"),
                        ofTheFuture -> assertThat(ofTheFuture).contains("date_from=" + end),
                        second ->
                                assertThat(second)
                                        .contains("date_from=" + end.minus(Duration.ofDays(7))),
                        ofTheFuture -> assertThat(ofTheFuture).contains("date_to=2100-"));
    }

    @Test
    void asksForEverythingWhenToldTo() {
        office.withCdrs(1);
        sync();
        source(office.versions(), true);
        assertThat(office.requests("cdrs").get(2)).doesNotContain("date_from");
    }

    @Test
    void countsTimeByTheServersClock() {
        sync();
        assertThat(position().completeTo()).isAfter(Quick.NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void readsOnWithoutLinksWhileTheServerCountsMore() {
        office.links = false;
        office.withCdrs(25);
        assertThat(sync().counts().added()).isEqualTo(25);
    }

    @Test
    void readsToTheLastLinkWhereTheServerDoesNotCount() {
        office.totals = false;
        office.withCdrs(25);
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts().added()).isEqualTo(25);
    }

    @Test
    void asksForSmallerPagesWhereTheServerRefusesLargeOnes() {
        office.mostOnAPage = 100;
        office.withCdrs(150);
        office.fault =
                (exchange, _) -> {
                    if ("1000".equals(FakeServer.query(exchange, "limit"))) {
                        FakeServer.send(exchange, 200, "{\"status_code\": 2001}");
                        return true;
                    }
                    return false;
                };
        assertThat(sync().counts().added()).isEqualTo(150);
    }

    @Test
    void doesNotReadTheSamePageForEver() {
        office.withCdrs(5);
        office.totals = false;
        office.fault =
                (exchange, _) -> {
                    if (!exchange.getRequestURI().getPath().endsWith("/cdrs")) {
                        return false;
                    }
                    exchange.getResponseHeaders().set("Link", "</cdrs?offset=9>; rel=\"next\"");
                    FakeBackOffice.send(exchange, "[" + String.join(",", office.cdrs) + "]");
                    return true;
                };
        var result = sync();
        assertThat(result.problem()).isInstanceOf(Problem.SyncIncomplete.class);
        assertThat(office.requests("cdrs")).hasSizeLessThan(20);
    }

    @Test
    void rejectsABadObjectAndStoresTheRest() {
        office.withCdrs(3);
        office.cdrs.set(1, "{\"id\": \"bad\", \"start_date_time\": \"never\"}");
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts()).isEqualTo(new MergeCounts(2, 0, 0, 1));
        assertThat(store.rejects("acme"))
                .extracting(Reject::where)
                .containsExactly(RecordPlace.item("cdrs", 1));
    }

    @Test
    void readsTheWindowAgainWhenARecordComesTwice() {
        office.withCdrs(25);
        office.fault =
                (exchange, time) -> {
                    // While page 1 is read, the list shifts by one.
                    if (time == 1 && "10".equals(FakeServer.query(exchange, "offset"))) {
                        var shifted = new ArrayList<>(office.cdrs);
                        shifted.addFirst(FakeBackOffice.cdr("new"));
                        office.cdrs.addFirst(FakeBackOffice.cdr("new"));
                        office.page(exchange, shifted);
                        return true;
                    }
                    return false;
                };
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts().added()).isEqualTo(26);
    }

    @Test
    void readsTheWindowAgainWhenTheCountFalls() {
        office.withCdrs(25);
        office.fault =
                (exchange, time) -> {
                    // A record of page 1 leaves the window, so one of page 2 moves to page 1.
                    if (time == 1 && "10".equals(FakeServer.query(exchange, "offset"))) {
                        office.cdrs.removeFirst();
                        office.page(exchange, office.cdrs);
                        return true;
                    }
                    return false;
                };
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts().added()).isEqualTo(25);
    }

    @Test
    void keepsItsPositionWhenRecordsAreMissing() {
        office.withCdrs(25);
        office.fault =
                (exchange, _) -> {
                    if (!exchange.getRequestURI().getPath().endsWith("/cdrs")) {
                        return false;
                    }
                    exchange.getResponseHeaders().set("X-Total-Count", "26");
                    FakeBackOffice.send(
                            exchange,
                            "0".equals(FakeServer.query(exchange, "offset"))
                                    ? "[" + String.join(",", office.cdrs) + "]"
                                    : "[]");
                    return true;
                };
        var result = sync();
        assertThat(result.problem()).isEqualTo(new Problem.SyncIncomplete("acme", 25, 26));
        assertThat(result.ok()).isFalse();
        assertThat(result.counts().added()).isEqualTo(25);
        assertThat(position()).isEqualTo(SyncPosition.START);
    }

    @Test
    void goesOnAtTheNextPageAfterAFailure() {
        office.withCdrs(25);
        office.fault = FAILS_AT_20;
        var failed = sync();
        assertThat(failed.problem()).isInstanceOf(Problem.ServerRefused.class);
        assertThat(failed.counts().added()).isEqualTo(20);
        assertThat(position().completeTo()).isNull();
        var open = Objects.requireNonNull(position().open());
        assertThat(open.nextOffset()).isEqualTo(20);

        office.fault = (_, _) -> false;
        var before = office.requests("cdrs").size();
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts().added()).isEqualTo(5);
        assertThat(office.requests("cdrs").get(before))
                .contains("date_to=" + open.to())
                .contains("offset=19&");
        assertThat(position().open()).isNull();
    }

    @Test
    void beginsTheWindowAnewWhenItChangedSinceTheFailure() {
        office.withCdrs(25);
        office.fault = FAILS_AT_20;
        sync();
        office.cdrs.addFirst(FakeBackOffice.cdr("late"));
        office.fault = (_, _) -> false;
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts().added()).isEqualTo(6);
    }

    @Test
    void readsWhatIsNewAfterAWindowThatWasLeftOpen() {
        office.withCdrs(25);
        office.fault = FAILS_AT_20;
        sync();
        office.fault = (_, _) -> false;
        sync();
        assertThat(office.requests("cdrs").getLast()).contains("date_from=");
    }

    @Test
    void keepsWhatIsStoredWhenItIsInterrupted() throws InterruptedException {
        office.withCdrs(25);
        office.fault =
                (exchange, _) -> {
                    if ("20".equals(FakeServer.query(exchange, "offset"))) {
                        Thread.sleep(60_000);
                    }
                    return false;
                };
        var result = new AtomicReference<@Nullable SyncResult>();
        var syncing = Thread.ofPlatform().start(() -> result.set(sync()));
        while (office.requests("cdrs").size() < 3) {
            Thread.sleep(5);
        }
        syncing.interrupt();
        syncing.join(Duration.ofSeconds(10));
        var cancelled = Objects.requireNonNull(result.get());
        assertThat(cancelled.problem()).isEqualTo(new Problem.Cancelled());
        assertThat(cancelled.counts().added()).isIn(10L, 20L);
        assertThat(Objects.requireNonNull(position().open()).nextOffset())
                .isEqualTo(cancelled.counts().added());
    }

    @Test
    void tellsHowFarItIs() {
        office.withCdrs(25);
        var told = new ArrayList<String>();
        sync(
                FakeBackOffice.TOKEN,
                office.versions(),
                false,
                (done, total) -> told.add(done + "/" + total));
        assertThat(told).containsExactly("0/-1", "10/25", "20/25", "25/25");
    }

    @Test
    void finishesWithANoteWhereTheServerHasARecordTwice() {
        office.withCdrs(25);
        office.cdrs.add(7, office.cdrs.get(20));
        var result = sync();
        assertThat(result.problem()).isNull();
        assertThat(result.counts().added()).isEqualTo(25);
        assertThat(result.notes()).contains(new Problem.RecordsTwice("acme", 1));
        assertThat(position().completeTo()).isNotNull();
    }

    @Test
    void finishesWhereTheServerHasARecordTwiceAndDoesNotCount() {
        office.totals = false;
        office.withCdrs(25);
        office.cdrs.add(7, office.cdrs.get(20));
        assertThat(sync().notes()).contains(new Problem.RecordsTwice("acme", 1));
    }

    @Test
    void finishesWhereTheServerHasARecordTwiceAndGivesOneAtATime() {
        office.mostOnAPage = 1;
        office.withCdrs(5);
        office.cdrs.add(3, office.cdrs.get(2));
        assertThat(sync().problem()).isNull();
    }

    @Test
    void finishesWhereTheServerCountsOnlyThePage() {
        office.totals = false;
        office.withCdrs(25);
        office.fault =
                (exchange, _) -> {
                    if (exchange.getRequestURI().getPath().endsWith("/cdrs")) {
                        exchange.getResponseHeaders().set("X-Total-Count", "10");
                    }
                    return false;
                };
        var result = sync();
        assertThat(result.problem()).isNull();
        assertThat(result.counts().added()).isEqualTo(25);
    }

    @Test
    void finishesWhereTheServerGivesRecordsInAnotherOrderEachTime() {
        office.withCdrs(25);
        var random = new Random(20261101);
        office.fault =
                (exchange, _) -> {
                    Collections.shuffle(office.cdrs, random);
                    return false;
                };
        for (var tries = 0; tries < 20 && !sync().ok(); tries++) {
            assertThat(position().completeTo()).isNull();
        }
        assertThat(report().size()).isEqualTo(25);
    }

    @Test
    void readsToAnEmptyPageWhereTheServerNeitherCountsNorLinks() {
        office.totals = false;
        office.links = false;
        office.withCdrs(25);
        var result = sync();
        assertThat(result.problem()).isNull();
        assertThat(result.counts().added()).isEqualTo(25);
    }

    @Test
    void readsOnceWhatAServerWithoutPagesGives() {
        office.withCdrs(25);
        office.fault =
                (exchange, _) -> {
                    if (!exchange.getRequestURI().getPath().endsWith("/cdrs")) {
                        return false;
                    }
                    FakeBackOffice.send(exchange, office.cdrs.toString());
                    return true;
                };
        var result = sync();
        assertThat(result.problem()).isNull();
        assertThat(result.counts()).isEqualTo(new MergeCounts(25, 0, 0, 0));
    }

    @Test
    void doesNotGoOnInAListThatMovedSinceTheFailure() {
        office.withCdrs(25);
        office.fault = FAILS_AT_20;
        sync();
        // One of those that were read leaves, another one comes: the count is the same.
        office.cdrs.remove(3);
        office.cdrs.add(FakeBackOffice.cdr("late"));
        office.fault = (_, _) -> false;
        assertThat(sync().ok()).isTrue();
        assertThat(report().size()).isEqualTo(26);
    }

    @Test
    void readsRecordsOfTheFutureAndSaysSo() {
        var clock = Instant.now();
        office.filters = true;
        office.withCdrs(3);
        office.cdrs.add(
                FakeBackOffice.cdr("dated")
                        .replace("\"last_updated\": \"2026", "\"last_updated\": \"2099"));
        var result = sync();
        assertThat(result.ok()).isTrue();
        assertThat(result.counts().added()).isEqualTo(4);
        assertThat(result.notes()).contains(new Problem.RecordsOfTheFuture("acme", 1));
        assertThat(Objects.requireNonNull(position().completeTo()))
                .isBefore(clock.plus(Duration.ofDays(1)));
    }

    @Test
    void doesWithoutAServerThatMayNotBeAskedForTheFuture() {
        office.withCdrs(3);
        office.fault =
                (exchange, _) -> {
                    if (String.valueOf(FakeServer.query(exchange, "date_to")).startsWith("2100")) {
                        FakeServer.send(exchange, 400, "{}");
                        return true;
                    }
                    return false;
                };
        assertThat(sync().ok()).isTrue();
    }

    @Test
    void readsEverythingAgainWhereTheServersClockWasWrong() {
        office.withCdrs(3);
        sync();
        store.merge(
                "acme",
                new Delivery(List.of(), List.of()),
                new SyncPosition(Instant.parse("2099-01-01T00:00:00Z"), null));
        sync();
        assertThat(office.requests("cdrs").get(2)).doesNotContain("date_from");
        assertThat(position().completeTo()).isBefore(Instant.parse("2090-01-01T00:00:00Z"));
    }

    @Test
    void readsThreeMonthsAgainOnceAWeek() {
        sync();
        var end = Objects.requireNonNull(position().completeTo());
        store.remember("acme", memory -> memory.withRescannedAt(end.minus(Duration.ofDays(8))));
        sync();
        sync();
        assertThat(office.requests("cdrs").get(2))
                .contains("date_from=" + end.minus(Duration.ofDays(90)));
        assertThat(office.requests("cdrs").get(4)).contains("date_from=");
        assertThat(office.requests("cdrs").get(4))
                .doesNotContain("date_from=" + end.minus(Duration.ofDays(90)));
    }

    @Test
    void saysThatTheComputersClockIsWrong() {
        assertThat(sync().notes()).hasOnlyElementsOfType(Problem.ClockDiffers.class).hasSize(1);
    }

    @Test
    void aFaultOfAServerThatKnowsTheTokenPasses() {
        office.withCdrs(25);
        var faults = new AtomicInteger(2);
        office.fault =
                (exchange, _) -> {
                    var isFault =
                            exchange.getRequestURI().getPath().endsWith("/cdrs")
                                    && faults.getAndDecrement() > 0;
                    if (isFault) {
                        FakeServer.send(exchange, 500, "");
                    }
                    return isFault;
                };
        assertThat(sync().problem()).isNull();
        assertThat(report().size()).isEqualTo(25);
    }
}
