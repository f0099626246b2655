package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.roamledger.problem.Progress;
import org.roamledger.sample.Conduct;
import org.roamledger.sample.OcpiVersion;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Whole syncs of the sample back office in each version of OCPI.
class SampleVersionsTest {

    private static final int SESSIONS = 2_500;

    private SessionStore store;

    @SuppressWarnings("NullAway.Init") // opened before each test
    SampleVersionsTest() {}

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SessionStore.open(folder.resolve("store"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"V2_2", "V2_2_1", "V2_3_0"})
    void laterVersionsSumUpToTheFiguresOfTheBackOffice(OcpiVersion version) {
        try (var office = office(Set.of(version))) {
            assertThat(sync(office).problem()).isNull();
            SampleFigures.assertEqual(store, office);
        }
    }

    @Test
    void theHighestVersionIsChosen() {
        try (var office = office(EnumSet.allOf(OcpiVersion.class))) {
            assertThat(sync(office).problem()).isNull();
            SampleFigures.assertEqual(store, office);
        }
    }

    @Test
    void transactionsOf211ComeFromItsSessions() {
        try (var office = office(Set.of(OcpiVersion.V2_1_1))) {
            var result = sync(office);
            assertThat(result.problem()).isNull();
            assertThat(result.counts().rejected()).isZero();
            var report = SampleFigures.report(store).report();
            assertThat(report.size()).isEqualTo(SESSIONS);
            var transactions = report.column(ReportColumn.TRANSACTION_ID);
            var joined =
                    IntStream.range(0, report.size())
                            .filter(row -> !transactions.isMissing(row))
                            .count();
            assertThat(joined).isGreaterThan(SESSIONS * 9L / 10);
        }
    }

    private static SampleBackOffice office(Set<OcpiVersion> versions) {
        return SampleBackOffice.start(
                0,
                new SampleSize(7, SESSIONS, LocalDate.of(2026, 11, 1)),
                new Conduct(Set.of(), versions),
                Progress.NONE);
    }

    private SyncResult sync(SampleBackOffice office) {
        var source = new Source("sample", office.versionsUrl(), null, null, null);
        store.addSource(source);
        var token = Objects.requireNonNull(office.tokens().get("finance"));
        return new Sync(store, _ -> token, TransportSettings.STANDARD)
                .sync(source, false, Progress.NONE);
    }
}
