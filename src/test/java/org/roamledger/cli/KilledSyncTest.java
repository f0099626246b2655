package org.roamledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.report.Totals;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.store.SessionStore;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// Kills a sync of its own process again and again, as `kill -9` does, in the midst of its pages:
/// twenty times, in the nightly build two hundred times in ten syncs.
@Tag("slow")
class KilledSyncTest {

    private static final int KILLS_PER_SYNC = 20;
    private static final int KILLS =
            Boolean.getBoolean("roamledger.nightly") ? 10 * KILLS_PER_SYNC : KILLS_PER_SYNC;
    private static final int SESSIONS = 100_000;
    private static final long SEED = 20261101;

    @TempDir Path folder;

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        var random = new Random(SEED);
        var size = new SampleSize(3, SESSIONS, LocalDate.parse("2026-11-01"));
        try (var backOffice = SampleBackOffice.start(0, size, Progress.NONE)) {
            for (var kills = 0; kills < KILLS; kills += KILLS_PER_SYNC) {
                var cli = new Cli(Files.createDirectory(folder.resolve("after" + kills)));
                killAgainAndAgain(cli, backOffice, random);
                holdsWhatTheBackOfficeHolds(cli, backOffice);
            }
        }
    }

    private static void killAgainAndAgain(Cli cli, SampleBackOffice backOffice, Random random)
            throws Exception {
        var token = Objects.requireNonNull(backOffice.tokens().get("finance"));
        assertThat(cli.addSource("demo", backOffice.versionsUrl().toString(), token).exit())
                .isZero();
        var stored = 0L;
        for (var kill = 1; kill <= KILLS_PER_SYNC; kill++) {
            var sync = startSync(cli.folder);
            var before = acknowledged(cli.store);
            waitForProgress(cli.store, before, sync);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
            var acknowledged = acknowledged(cli.store);
            sync.destroyForcibly().waitFor();
            assertThat(faults(cli.store)).as("kill %d, seed %d", kill, SEED).isEqualTo("ok");
            var after = acknowledged(cli.store);
            assertThat(after)
                    .as("kill %d, seed %d", kill, SEED)
                    .isGreaterThanOrEqualTo(acknowledged);
            stored = sessions(cli.store).size();
            assertThat(stored).isGreaterThanOrEqualTo(acknowledged);
        }
        assertThat(stored).as("the kills came before the end").isLessThan(SESSIONS);
    }

    private static void holdsWhatTheBackOfficeHolds(Cli cli, SampleBackOffice backOffice) {
        var last = cli.run("sync");
        assertThat(last.exit()).as(last.words()).isZero();
        var report = sessions(cli.store);
        assertThat(report.size()).isEqualTo(SESSIONS);
        var totals = ReportView.of(report, ReportFilter.NONE, SortOrder.STANDARD).totals();
        var figures = backOffice.figures();
        for (Totals.OfCurrency total : totals.byCurrency()) {
            var expected = Objects.requireNonNull(figures.byCurrency().get(total.currency()));
            assertThat(total.energyWh()).isEqualTo(expected.wattHours());
            assertThat(total.gross().toDecimal()).isEqualByComparingTo(expected.gross());
            assertThat(total.vat().toDecimal()).isEqualByComparingTo(expected.vat());
        }
    }

    /// What the database engine says of its own file: `ok`.
    private static String faults(Path file) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("PRAGMA integrity_check")) {
            return rows.getString(1);
        }
    }

    private static Process startSync(Path folder) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder =
                new ProcessBuilder(
                        List.of(
                                java,
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                SyncProcess.class.getName(),
                                folder.toString()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(new File(folder.toFile(), "sync.log"));
        return builder.start();
    }

    /// What runs in the process that is killed: the command line on the same folder.
    static final class SyncProcess {
        private SyncProcess() {}

        public static void main(String[] args) {
            System.exit(new Cli(Path.of(args[0])).run("sync").exit());
        }
    }

    /// Sessions that the store says are stored, by the position of the source.
    private static long acknowledged(Path file) {
        try (var store = SessionStore.open(file)) {
            var position = store.position("demo");
            return position.open() == null
                    ? (position.completeTo() == null ? 0 : SESSIONS)
                    : position.open().nextOffset();
        }
    }

    private static void waitForProgress(Path file, long before, Process sync) throws Exception {
        while (acknowledged(file) <= before && sync.isAlive()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Report sessions(Path file) {
        try (var store = SessionStore.open(file)) {
            return store.load(
                    new ReportParameters(
                            Set.of(),
                            false,
                            LocalDate.parse("2025-01-01"),
                            LocalDate.parse("2027-01-01"),
                            ReportParameters.USUAL_ZONE),
                    Progress.NONE);
        }
    }
}
