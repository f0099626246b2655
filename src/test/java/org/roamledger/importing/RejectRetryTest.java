package org.roamledger.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.session.Delivery;
import org.roamledger.session.NetworkRules;
import org.roamledger.session.PartyId;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.wire.ocpi.Joins;
import org.roamledger.wire.ocpi.MappingContext;
import org.roamledger.wire.ocpi.OcpiCdrs;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Rejects that are read again.
class RejectRetryTest {

    private static final String GOOD =
            """
            {"country_code": "SE", "party_id": "ABC", "id": "CDR-1", "start_date_time": "2026-10-01T10:00:00Z",
             "total_energy": 1, "total_cost": {"excl_vat": 1}, "currency": "SEK"}
            """;
    private static final String BAD = "{\"id\": \"CDR-2\", \"start_date_time\": \"soon\"}";

    @TempDir Path folder;
    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("test.roamledger"));
        var url = URI.create("http://localhost/ocpi/versions");
        store.addSource(new Source("demo", url, null, null, null));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void reject(String id, String raw) {
        var reject =
                new Reject(
                                RecordPlace.item("cdrs", 0),
                                id,
                                Reject.Reason.OUT_OF_RANGE,
                                "field",
                                "value",
                                raw)
                        .of(RawMessage.Form.OCPI_CDR);
        store.merge("demo", new Delivery(List.of(), List.of(reject)), null);
    }

    private RejectRetry.Outcome retry() {
        return new RejectRetry(store).retry(null, _ -> true, Progress.NONE);
    }

    private long sessions() {
        return store.sessionCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    private Path importing(String content) throws IOException {
        var file = Files.writeString(folder.resolve("october.csv"), content);
        try (var sink = new StoreSink(store, ImportSettings.NONE)) {
            new FileImport(ImportSettings.NONE, sink).read(List.of(file), Progress.NONE);
        }
        return file;
    }

    @Test
    void aRecordThatCanBeReadNowBecomesASession() {
        reject("CDR-1", GOOD);
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(1, 0, 0));
        assertThat(sessions()).isEqualTo(1);
        assertThat(store.rejects("demo")).isEmpty();
    }

    @Test
    void aRecordThatStillCannotBeReadStaysWithTheReasonOfNow() {
        reject("CDR-2", BAD);
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(0, 1, 0));
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(0, 1, 0));
        assertThat(store.rejects("demo"))
                .extracting(Reject::reason)
                .containsExactly(Reject.Reason.NOT_A_TIME);
    }

    @Test
    void aRecordThatNamesNoOperatorBelongsToThatOfItsSource() {
        store.remember("demo", memory -> memory.withOperator("SE*ABC"));
        var old = GOOD.replaceAll("\"(country_code|party_id)\": *\"[A-Z]+\",", "");
        var cdrs =
                new OcpiCdrs(
                        new MappingContext(
                                null, NetworkRules.NONE, new PartyId("SE*ABC"), Joins.NONE));
        cdrs.read(old.getBytes(StandardCharsets.UTF_8), RecordPlace.item("cdrs", 0));
        store.merge("demo", cdrs.delivery(), null);
        reject("other", old);
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(1, 0, 0));
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void onlyTheWantedOnesAreReadAgain() {
        reject("CDR-1", GOOD);
        var outcome = new RejectRetry(store).retry("demo", _ -> false, Progress.NONE);
        assertThat(outcome).isEqualTo(new RejectRetry.Outcome(0, 0, 0));
        assertThat(store.rejects("demo")).hasSize(1);
    }

    @Test
    void aRowIsReadFromItsFileAfterTheFileWasMended() throws IOException {
        var file = importing("CDR ID,Start time\n,2026-10-05T10:00:00Z\nC2,soon\n");
        assertThat(store.rejects(SessionStore.FILES))
                .extracting(Reject::file)
                .containsOnly(file.toAbsolutePath().toString());
        Files.writeString(file, "CDR ID,Start time\nC1,2026-10-05T10:00:00Z\nC2,soon\n");
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(1, 1, 0));
        assertThat(sessions()).isEqualTo(1);
        assertThat(store.rejects(SessionStore.FILES)).extracting(Reject::id).containsExactly("C2");
    }

    @Test
    void aRowWhoseFileIsGoneIsNotTriedAndStays() throws IOException {
        Files.delete(importing("CDR ID,Start time\nC2,soon\n"));
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(0, 0, 1));
        assertThat(store.rejects(SessionStore.FILES)).hasSize(1);
    }

    @Test
    void rejectsOfAFileThatWasMendedGoWhenItIsImportedAgain() throws IOException {
        importing("CDR ID,Start time\n,2026-10-05T10:00:00Z\n");
        importing("CDR ID,Start time\nC1,2026-10-05T10:00:00Z\n");
        assertThat(store.rejects(SessionStore.FILES)).isEmpty();
    }

    @Test
    void aSourceThatWasRemovedIsNotTried() {
        reject("CDR-1", GOOD);
        store.removeSource("demo");
        assertThat(retry()).isEqualTo(new RejectRetry.Outcome(0, 0, 1));
    }
}
