package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.roamledger.store.GoneSession;
import org.roamledger.store.Source;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/// Reading everything, or a month, tells what the back office does not have any more.
class CloseScanTest extends SyncScene {

    private static final SyncScope OCTOBER = new SyncScope.Month(YearMonth.of(2026, 10));

    @Test
    void namesWhatIsGoneAndDeletesNothing() {
        office.withCdrs(25);
        sync();
        office.cdrs.remove(3);
        office.cdrs.remove(20);
        var result = everything();
        assertThat(result.ok()).isTrue();
        assertThat(ids(result.gone())).containsExactlyInAnyOrder("c4", "c22");
        assertThat(store.gone("acme")).isEqualTo(result.gone());
        assertThat(report().size()).isEqualTo(25);
    }

    @Test
    void namesNothingWhereAllIsThere() {
        office.withCdrs(25);
        sync();
        assertThat(everything().gone()).isEmpty();
    }

    @Test
    void remembersOfASessionThatIsGoneWhatItsOperatorIsAskedBy() {
        office.withCdrs(2);
        sync();
        office.cdrs.removeLast();
        var found = everything().gone();
        assertThat(found).hasSize(1).allSatisfy(gone -> assertThat(gone.gross()).isNotNull());
        assertThat(store.gone("acme")).isEqualTo(found);
    }

    @Test
    void forgetsWhatCameBack() {
        office.withCdrs(2);
        sync();
        var lost = office.cdrs.removeLast();
        everything();
        office.cdrs.add(lost);
        everything();
        assertThat(store.gone("acme")).isEmpty();
    }

    @Test
    void namesNothingThatIsThereButCannotBeReadAnyMore() {
        office.withCdrs(2);
        sync();
        office.cdrs.set(1, "{\"id\": \"C2\", \"start_date_time\": \"never\"}");
        assertThat(everything().gone()).isEmpty();
    }

    @Test
    void namesNothingThatAnotherSourceDelivered() {
        office.withCdrs(2);
        var other = new Source("other", office.versions(), null, null, null);
        sync(other, new SyncScope.News());
        office.cdrs.clear();
        assertThat(everything().gone()).isEmpty();
    }

    @Test
    void saysNothingAboutWhatIsGoneWhereOnlyNewsAreRead() {
        office.withCdrs(2);
        sync();
        office.cdrs.removeLast();
        assertThat(sync().gone()).isEmpty();
    }

    @Test
    void saysNothingAboutWhatIsGoneWhereTheListWasNotReadToItsEnd() {
        office.withCdrs(25);
        sync();
        office.fault =
                (exchange, _) -> {
                    if ("20".equals(FakeServer.query(exchange, "offset"))) {
                        FakeServer.send(exchange, 404, "");
                        return true;
                    }
                    return false;
                };
        assertThat(everything().gone()).isEmpty();
        assertThat(store.gone("acme")).isEmpty();
    }

    @Test
    void asksForAMonthFromTheDayBeforeItBegan() {
        sync(acme(), OCTOBER);
        assertThat(office.requests("cdrs").getFirst()).contains("date_from=2026-09-30T00:00:00Z");
    }

    @Test
    void takesTheMonthInTheZoneOfTheStations() {
        var zone = ZoneId.of("Europe/Stockholm");
        sync(new Source("acme", office.versions(), null, null, zone), OCTOBER);
        assertThat(office.requests("cdrs").getFirst()).contains("date_from=2026-09-29T22:00:00Z");
    }

    @Test
    void namesOnlyWhatIsGoneOfThatMonth() {
        office.withCdrs(3);
        office.cdrs.add(FakeBackOffice.cdr("september").replace("2026-10-01T", "2026-09-30T"));
        sync();
        office.cdrs.clear();
        assertThat(sync(acme(), OCTOBER).gone())
                .extracting(GoneSession::start)
                .hasSize(3)
                .containsOnly(Instant.parse("2026-10-01T10:00:00Z"));
    }

    @Test
    void leavesThePositionAloneWhereAMonthIsRead() {
        office.withCdrs(3);
        sync();
        var before = position();
        sync(acme(), OCTOBER);
        assertThat(position()).isEqualTo(before);
    }

    private SyncResult everything() {
        return sync(acme(), new SyncScope.Everything());
    }

    private static List<String> ids(List<GoneSession> gone) {
        return gone.stream().map(GoneSession::cdrId).toList();
    }
}
