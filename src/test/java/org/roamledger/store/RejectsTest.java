package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.SessionFixture.aSession;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.session.Delivery;
import org.roamledger.session.KeptReject;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How long rejects are kept.
class RejectsTest {

    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");
    private static final String FILE = "/archive/october.csv";

    @TempDir Path folder;
    private Instant now = FIRST;
    private SessionStore store;

    @BeforeEach
    void open() {
        InstantSource clock = () -> now;
        store =
                SessionStore.open(
                        folder.resolve("test.roamledger"), clock.withZone(ZoneOffset.UTC));
        for (var name : List.of("demo", "second")) {
            var url = URI.create("http://localhost/" + name);
            store.addSource(new Source(name, url, null, null, null));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Reject reject(String id, String raw) {
        return new Reject(
                        new RecordPlace.Line(17),
                        id,
                        Reject.Reason.NOT_A_TIME,
                        "Start",
                        "soon",
                        raw)
                .of(RawMessage.Form.REPORT_ROW)
                .in(FILE);
    }

    private void deliver(String source, Reject... rejects) {
        store.merge(source, new Delivery(List.of(), List.of(rejects)), null);
    }

    private List<KeptReject> all() {
        var all = new ArrayList<KeptReject>();
        store.visitRejects(null, all::add);
        return all;
    }

    private void later() {
        now = now.plus(Duration.ofHours(1));
    }

    @Test
    void aRejectSeenAgainTellsWhenItWasSeenFirstAndLast() {
        deliver("demo", reject("CDR-1", "{}"));
        later();
        deliver("demo", reject("CDR-1", "{}"));
        assertThat(all())
                .extracting(KeptReject::reject, KeptReject::firstSeen, KeptReject::lastSeen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                reject("CDR-1", "{}"), FIRST, FIRST.plusSeconds(3600)));
    }

    @Test
    void aRecordThatIsReadWellIsNoRejectAnyMoreWhateverItsCase() {
        deliver("demo", reject("cdr-1", "{}"), reject("CDR-2", "{} "));
        store.merge("demo", aSession().cdrId("CDR-1").delivery(), null);
        assertThat(all()).extracting(kept -> kept.reject().id()).containsExactly("CDR-2");
    }

    /// As versions before this one stored it and later ones will.
    @Test
    void thePlaceIsStoredAsItsText() throws SQLException {
        var place = new RecordPlace.Row("October", 17);
        deliver("demo", new Reject(place, "", Reject.Reason.NOT_A_TIME, "Start", "soon", "{}"));
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + store.path().toAbsolutePath());
                var statement = connection.createStatement();
                var stored = statement.executeQuery("SELECT place FROM reject")) {
            stored.next();
            assertThat(stored.getString(1)).isEqualTo("October row 17");
        }
        assertThat(all()).extracting(kept -> kept.reject().where()).containsExactly(place);
    }

    @Test
    void theSameRecordOfAnotherSourceChangesNothing() {
        deliver("demo", reject("CDR-1", "{}"));
        store.merge("second", aSession().cdrId("CDR-1").delivery(), null);
        assertThat(all()).hasSize(1);
    }

    @Test
    void whatAFileNoLongerHasIsForgottenWhenAllOfItWasRead() {
        deliver("demo", reject("", "{\"a\":1}"), reject("", "{\"b\":1}"));
        var reading = store.beginReading();
        deliver("demo", reject("", "{\"b\":1}"));
        store.forgetRejects("demo", FILE, reading);
        assertThat(all()).extracting(kept -> kept.reject().raw()).containsExactly("{\"b\":1}");
    }

    @Test
    void rejectsOfOtherFilesStayWhenAFileWasRead() {
        deliver("demo", reject("", "{}").in("/archive/november.csv"));
        store.forgetRejects("demo", FILE, store.beginReading());
        assertThat(all()).hasSize(1);
    }

    @Test
    void whatIsReadAtARetryTakesThePlaceOfItsReject() {
        deliver("demo", reject("", "{}"));
        var id = all().getFirst().id();
        var counts = store.mergeRetried("demo", aSession().delivery(), Set.of(id));
        assertThat(counts.added()).isEqualTo(1);
        assertThat(all()).isEmpty();
    }

    @Test
    void rejectsAreCountedBySource() {
        deliver("second", reject("1", "{}"), reject("2", "{} "));
        assertThat(store.rejectCounts()).isEqualTo(Map.of("second", 2L));
    }

    @Test
    void theNewestIsVisitedFirstUntilTheVisitorHasEnough() {
        deliver("demo", reject("1", "{}"));
        later();
        deliver("demo", reject("2", "{} "));
        var seen = new ArrayList<String>();
        store.visitRejects(
                "demo",
                kept -> {
                    seen.add(kept.reject().id());
                    return false;
                });
        assertThat(seen).containsExactly("2");
    }

    @Test
    void aVisitorMayWrite() {
        deliver("demo", reject("1", "{}"), reject("2", "{} "));
        store.visitRejects(
                null,
                kept -> {
                    store.mergeRetried(
                            "demo", new Delivery(List.of(), List.of()), Set.of(kept.id()));
                    return true;
                });
        assertThat(all()).isEmpty();
    }
}
