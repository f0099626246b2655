package org.roamledger.sync;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportView;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.ReportColumn;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;

/// A whole sync of the sample back office, compared with the sums of its own database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleSyncTest {

    private static final int SESSIONS = 5_000;

    private SampleBackOffice office;
    private SessionStore store;

    @SuppressWarnings("NullAway.Init") // opened before the tests
    SampleSyncTest() {}

    @BeforeAll
    void start() {
        office =
                SampleBackOffice.start(
                        0, new SampleSize(7, SESSIONS, LocalDate.of(2026, 11, 1)), Progress.NONE);
    }

    @AfterAll
    void stop() {
        office.close();
    }

    @BeforeEach
    void open(@TempDir Path folder) {
        store = SessionStore.open(folder.resolve("store"));
        store.addSource(source());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void storesEverySessionOnce() {
        var result = sync("finance");
        assertThat(result.problem()).isNull();
        assertThat(result.counts()).isEqualTo(new MergeCounts(SESSIONS, 0, 0, 0));
        assertThat(sync("finance").counts().added()).isZero();
    }

    @Test
    void sumsUpToTheFiguresOfTheBackOffice() {
        sync("finance");
        SampleFigures.assertEqual(store, office);
    }

    @Test
    void knowsTheNetworkAndTheOwnerOfEverySession() {
        sync("finance");
        var report = report().report();
        assertThat(report.coded(ReportColumn.NETWORK).texts())
                .contains("Hubject", "Gireve", "OCPI");
        var owners = report.coded(ReportColumn.ORGANISATION);
        assertThat(Arrays.stream(owners.codes()).mapToObj(code -> owners.texts().get(code)))
                .doesNotContain("");
    }

    @Test
    void showsNothingOfABackOfficeThatHidesItsStations() {
        assertThat(sync("no-stations").problem())
                .isEqualTo(new Problem.ModuleMissing("sample", "Stations"));
        assertThat(report().size()).isZero();
    }

    @Test
    void showsNothingOfABackOfficeThatHidesItsReports() {
        assertThat(sync("no-reports").problem())
                .isEqualTo(new Problem.ModuleMissing("sample", "Reports"));
    }

    private ReportView report() {
        return SampleFigures.report(store);
    }

    private SyncResult sync(String who) {
        var token = Objects.requireNonNull(office.tokens().get(who));
        return new Sync(store, _ -> token, TransportSettings.STANDARD)
                .sync(source(), false, Progress.NONE);
    }

    private Source source() {
        return new Source("sample", office.versionsUrl(), null, null, null);
    }
}
