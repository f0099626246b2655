package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roamledger.session.SessionFixture.aSession;
import static org.roamledger.session.SessionFixture.delivery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.Check;
import org.roamledger.report.Column;
import org.roamledger.report.Finding;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.TakenBack;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.SessionFixture;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;

/// What credits of a report take back.
class CreditReaderTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private SessionStore store;

    @BeforeEach
    void open(@TempDir Path folder) {
        var november = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);
        store = SessionStore.open(folder.resolve("store"), november);
        store.addSource(new Source("demo", URI.create("https://demo/versions"), null, null, null));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SessionFixture credit(String cdrId, String start) {
        return aSession().cdrId(cdrId).times(start, null).gross("-12.50", "-2.50", "SEK");
    }

    private Report october() {
        return store.load(
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 11, 1),
                        STOCKHOLM),
                Progress.NONE);
    }

    /// What was found of a credit.
    private Finding.Credited found(String cdrId) {
        var report = october();
        var ids = (Column.Ids) report.column(ReportColumn.CDR_ID);
        for (var row = 0; row < report.size(); row++) {
            if (ids.text(row).equals(cdrId)) {
                return (Finding.Credited)
                        Finding.of(report, row).stream()
                                .filter(finding -> finding.check() == Check.CREDIT)
                                .findFirst()
                                .orElseThrow()
                                .facts();
            }
        }
        throw new AssertionError(cdrId);
    }

    private boolean anyFound() {
        var report = october();
        return report.coded(ReportColumn.FINDINGS).texts().stream()
                .anyMatch(text -> Check.of(text).contains(Check.CREDIT));
    }

    @Test
    void aSessionOfAnotherMonthIsKnown() {
        store.merge(
                "demo",
                delivery(
                        aSession().times("2026-09-05T10:00:00Z", null),
                        credit("C", "2026-10-05T10:00:00Z").creditOf("cdr-1")),
                null);
        assertThat(october().size()).isEqualTo(1);
        assertThat(anyFound()).isFalse();
    }

    @Test
    void aSessionThatTheStoreDoesNotHaveIsMissed() {
        store.merge(
                "demo",
                delivery(aSession(), credit("C", "2026-10-05T10:00:00Z").creditOf("CDR-2")),
                null);
        assertThat(found("C"))
                .isEqualTo(new Finding.Credited(new TakenBack("CDR-2", null, 1), false));
    }

    @Test
    void anotherAmountIsFound() {
        store.merge(
                "demo",
                delivery(
                        aSession(),
                        credit("C", "2026-10-05T10:00:00Z")
                                .gross("-12.40", "-2.48", "SEK")
                                .creditOf("CDR-1")),
                null);
        var found = found("C");
        assertThat(found.unequal()).isTrue();
        assertThat(Objects.requireNonNull(found.credited().original()).gross()).isEqualTo(125_000);
    }

    @Test
    void aCreditOfAnotherMonthTakesTheSameSessionBackToo() {
        store.merge(
                "demo",
                delivery(
                        aSession(),
                        credit("C", "2026-10-05T10:00:00Z").creditOf("CDR-1"),
                        credit("C2", "2026-11-01T10:00:00Z").creditOf("cdr-1")),
                null);
        assertThat(found("C").credited().credits()).isEqualTo(2);
        assertThat(found("C").unequal()).isFalse();
    }

    @Test
    void whatWasTakenBackAndWhatReplacesItDoNotOverlap() {
        store.merge(
                "demo",
                delivery(
                        aSession(),
                        credit("C", "2026-10-05T10:00:00Z").creditOf("CDR-1"),
                        aSession().cdrId("CDR-3")),
                null);
        var texts = october().coded(ReportColumn.FINDINGS).texts();
        assertThat(texts).noneMatch(text -> Check.of(text).contains(Check.OVERLAP));
    }
}
