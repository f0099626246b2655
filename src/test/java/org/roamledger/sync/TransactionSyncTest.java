package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.roamledger.report.Column;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

class TransactionSyncTest extends SyncScene {

    private static final String CONTRACT = "DE-8EO-C12345678-X";

    private static String session(String id, String status) {
        return """
        {"id": "%s", "start_datetime": "2026-10-01T10:00:20Z", "kwh": 10.5, "auth_id": "%s",
         "location": {"id": "L1", "evses": [{"uid": "u1", "evse_id": "SE*ABC*E1"}]},
         "status": "%s", "last_updated": "2026-10-01T10:30:00Z"}
        """
                .formatted(id, CONTRACT, status);
    }

    private TransactionSyncTest oldOffice() {
        office.version = "2.1.1";
        office.modules = List.of("cdrs", "locations", "sessions", "tokens");
        return this;
    }

    @Test
    void keepsTheTransactionsOfTheOldestVersion() {
        oldOffice().office.sessions.add(session("t1", "COMPLETED"));
        assertThat(sync().problem()).isNull();
        assertThat(found("SEABCE1")).isEqualTo("t1");
        assertThat(found("U1")).isEqualTo("t1");
        assertThat(found("SEABCE2")).isNull();
    }

    @Test
    void aCdrThatNamesNoSessionGetsItsTransactionIdAlsoWhereTheSessionComesLater() {
        oldOffice()
                .office
                .cdrs
                .add(
                        """
                        {"id": "old", "start_date_time": "2026-10-01T10:00:00Z", "stop_date_time": "2026-10-01T10:30:00Z",
                         "auth_id": "%s", "auth_method": "WHITELIST", "currency": "SEK", "total_cost": 80.00,
                         "location": {"id": "L1", "evses": [{"uid": "u1", "evse_id": "SE*ABC*E1"}]},
                         "total_energy": 10.5, "last_updated": "2026-10-01T10:30:00Z"}
                        """
                                .formatted(CONTRACT));
        sync();
        assertThat(transactionIdOfTheFirst()).isEmpty();
        office.sessions.add(session("t1", "COMPLETED"));
        sync();
        assertThat(transactionIdOfTheFirst()).isEqualTo("t1");
    }

    private String transactionIdOfTheFirst() {
        return ((Column.Ids) report().column(ReportColumn.TRANSACTION_ID)).text(0);
    }

    @Test
    void findsNoneWhereTwoMayBeMeant() {
        oldOffice().office.sessions.add(session("t1", "COMPLETED"));
        office.sessions.add(session("t2", "COMPLETED"));
        sync();
        assertThat(found("SEABCE1")).isNull();
    }

    @Test
    void doesNotTakeOneThatWasGivenUpForTheOneThatFollowed() {
        oldOffice().office.sessions.add(session("t1", "INVALID"));
        office.sessions.add(session("t2", "COMPLETED"));
        sync();
        assertThat(found("SEABCE1")).isEqualTo("t2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-01T09:59:19Z", "2026-10-01T10:01:21Z"})
    void findsNoneThatStartedMoreThanAMinuteApart(String start) {
        oldOffice().office.sessions.add(session("t1", "COMPLETED"));
        sync();
        assertThat(found("SEABCE1", CONTRACT, start)).isNull();
    }

    @Test
    void comparesContractsInAnyCase() {
        oldOffice().office.sessions.add(session("t1", "COMPLETED"));
        sync();
        assertThat(found("SEABCE1", "de-8eo-c12345678-x", "2026-10-01T10:00:00Z")).isEqualTo("t1");
        assertThat(found("SEABCE1", "DE-8EO-C00000000-0", "2026-10-01T10:00:00Z")).isNull();
        assertThat(found("SEABCE1", null, "2026-10-01T10:00:00Z")).isEqualTo("t1");
    }

    @Test
    void keepsNoContractInClear() throws IOException {
        oldOffice().office.sessions.add(session("t1", "COMPLETED"));
        office.tokens.add(
                "{\"uid\": \"04A2B3\", \"type\": \"RFID\", \"auth_id\": \"%s\", \"issuer\": \"x\"}"
                        .formatted(CONTRACT));
        sync();
        store.close();
        assertThat(Files.readString(store.path(), StandardCharsets.ISO_8859_1))
                .contains("t1")
                .doesNotContainIgnoringCase(CONTRACT)
                .doesNotContain("04A2B3");
    }

    @Test
    void asksFirstForAllAndThenForWhatChangedSinceTheDayBeforeYesterday() {
        oldOffice();
        sync();
        var to = Objects.requireNonNull(store.memory("acme").sessionsTo());
        sync();
        assertThat(office.requests("sessions"))
                .satisfiesExactly(
                        first ->
                                assertThat(first)
                                        .contains("date_from=2010-01-01T00:00:00Z")
                                        .doesNotContain("date_to"),
                        second ->
                                assertThat(second)
                                        .contains("date_from=" + to.minus(Duration.ofDays(2)))
                                        .doesNotContain("date_to"));
    }

    @Test
    void doesWithoutModulesThatAreRefused() {
        oldOffice();
        office.fault =
                (exchange, _) -> {
                    var path = exchange.getRequestURI().getPath();
                    if (path.endsWith("/tokens") || path.endsWith("/sessions")) {
                        FakeServer.send(exchange, path.endsWith("/tokens") ? 405 : 404, "");
                        return true;
                    }
                    return false;
                };
        assertThat(sync().ok()).isTrue();
        assertThat(store.memory("acme").sessionsTo()).isNull();
    }

    @Test
    void asksNoLaterVersionForItsSessions() {
        office.modules = List.of("cdrs", "locations", "sessions");
        office.cdrs.add(
                FakeBackOffice.cdr("c1").replace("\"id\"", "\"session_id\": \"t1\", \"id\""));
        sync();
        sync();
        assertThat(office.requests("sessions")).isEmpty();
    }

    @Test
    void asksALaterVersionForItsSessionsWhereItsRecordsNameNone() {
        office.modules = List.of("cdrs", "locations", "sessions");
        office.withCdrs(3);
        sync();
        sync();
        assertThat(office.requests("sessions")).hasSize(1);
    }

    private @Nullable String found(String evseKey) {
        return found(evseKey, CONTRACT, "2026-10-01T10:00:00Z");
    }

    private @Nullable String found(String evseKey, @Nullable String contract, String start) {
        try (var transactions = store.transactions("acme")) {
            return transactions.find(evseKey, contract, Instant.parse(start));
        }
    }
}
