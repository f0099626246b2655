package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.SessionFixture.aSession;
import static org.roamledger.session.SessionFixture.delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.Provenance;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionFixture;

import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a store tells of one session.
class HistoryTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @TempDir Path folder;
    private SessionStore store;

    @BeforeEach
    void open() {
        store = SessionStore.open(folder.resolve("test.roamledger"));
        var url = URI.create("http://localhost/ocpi/versions");
        store.addSource(new Source("demo", url, null, "City Parking", null));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Report october() {
        return store.load(
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.parse("2026-10-01"),
                        LocalDate.parse("2026-11-01"),
                        STOCKHOLM),
                Progress.NONE);
    }

    private SessionDetail detail(String cdrId) {
        var report = october();
        var ids = (org.roamledger.report.Column.Ids) report.column(ReportColumn.CDR_ID);
        var row =
                IntStream.range(0, report.size())
                        .filter(each -> ids.text(each).equals(cdrId))
                        .findFirst()
                        .orElseThrow();
        return store.detail(report.sessionId(row), STOCKHOLM);
    }

    private static SessionFixture priced(String gross) {
        return aSession().gross(gross, "2", "SEK");
    }

    @Test
    void eachVersionTellsItsOwnValues() {
        store.merge("demo", priced("10").delivery(), null);
        store.merge("demo", priced("11").provider("SE-EON").delivery(), null);
        var detail = detail("CDR-1");
        assertThat(detail.versions())
                .extracting(version -> version.values().numbers(ReportColumn.PRICE).at(0))
                .containsExactly(110_000L, 100_000L);
        assertThat(detail.versions())
                .extracting(version -> version.values().coded(ReportColumn.PROVIDER_ID).text(0))
                .containsExactly("SE-EON", "DE-8EO");
    }

    @Test
    void theCurrentVersionTellsWhatTheReportTells() {
        store.merge("demo", priced("10").delivery(), null);
        var report = october();
        var values = detail("CDR-1").current().values();
        var coded =
                Set.of(ReportColumn.values()).stream()
                        .filter(
                                column ->
                                        report.column(column)
                                                instanceof org.roamledger.report.Column.Coded)
                        .collect(Collectors.toSet());
        assertThat(coded)
                .allSatisfy(
                        column ->
                                assertThat(values.coded(column).text(0))
                                        .isEqualTo(report.coded(column).text(0)));
        assertThat(values.parameters().zone()).isEqualTo(STOCKHOLM);
    }

    @Test
    void aSessionWithoutStopHasNoDurationAndSaysWhy() {
        store.merge("demo", aSession().times("2026-10-05T10:00:00Z", null).delivery(), null);
        assertThat(detail("CDR-1").current().provenance())
                .containsEntry(ReportColumn.DURATION, Provenance.missing("no stop time"));
    }

    @Test
    void whatSourceAndReportDecideIsToldAsInTheReport() {
        store.merge("demo", aSession().delivery(), null);
        assertThat(detail("CDR-1").current().provenance())
                .containsEntry(ReportColumn.ORGANISATION, Provenance.computed("source setting"))
                .containsEntry(
                        ReportColumn.MONTH, Provenance.computed("report zone Europe/Stockholm"));
    }

    @Test
    void aSessionAndItsCreditFindEachOtherWhateverTheCase() {
        var credit = aSession().cdrId("CDR-1-C").creditOf("cdr-1");
        store.merge("demo", delivery(aSession(), credit), null);
        var session = detail("CDR-1");
        var taking = Objects.requireNonNull(session.partner());
        assertThat(taking.cdrId()).isEqualTo("CDR-1-C");
        assertThat(taking.isCredit()).isTrue();
        assertThat(taking.start()).isEqualTo(Instant.parse("2026-10-05T10:00:00Z"));
        var taken = Objects.requireNonNull(detail("CDR-1-C").partner());
        assertThat(taken.session()).isEqualTo(session.session());
        assertThat(taken.isCredit()).isFalse();
    }

    @Test
    void aSessionThatNobodyTakesBackHasNoPartner() {
        var elsewhere = aSession().cdrId("CDR-2-C").creditOf("CDR-2");
        store.merge("demo", delivery(aSession(), elsewhere), null);
        assertThat(detail("CDR-1").partner()).isNull();
        assertThat(detail("CDR-2-C").partner()).isNull();
    }

    @Test
    void aRowThatWasChangedIsMarkedInTheReport() {
        store.merge("demo", delivery(priced("10"), priced("10").cdrId("CDR-2")), null);
        store.merge("demo", priced("11").delivery(), null);
        var report = october();
        assertThat(report.isChanged(0)).isTrue();
        assertThat(report.isChanged(1)).isFalse();
    }

    @Test
    void aCreditIsFoundByAnIndex() throws Exception {
        try (var connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + store.path().toAbsolutePath());
                var statement = connection.createStatement();
                var plan =
                        statement.executeQuery(
                                "EXPLAIN QUERY PLAN SELECT id FROM session"
                                        + " WHERE session.credited_cdr_id = 'x' COLLATE NOCASE")) {
            plan.next();
            assertThat(plan.getString("detail")).contains("session_credited");
        }
    }
}
