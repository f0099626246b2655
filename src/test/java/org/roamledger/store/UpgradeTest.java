package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Stores of earlier versions on their way to the newest, also when that is stopped.
class UpgradeTest {

    @TempDir Path folder;

    private Path path() {
        return folder.resolve("sessions.roamledger");
    }

    private void makeOld(int version) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            for (var script : StoreFile.MIGRATIONS.subList(0, version)) {
                for (var sql : StoreFile.statements(script)) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA application_id=" + 0x526F616D);
            statement.execute("PRAGMA user_version=" + version);
            statement.execute(
                    "INSERT INTO source (name, url) VALUES ('old', 'http://localhost/versions')");
        }
    }

    private static long version(Path file) throws SQLException {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement();
                var row = statement.executeQuery("PRAGMA user_version")) {
            return row.getLong(1);
        }
    }

    static IntStream earlier() {
        return IntStream.range(1, StoreFile.VERSION);
    }

    @ParameterizedTest
    @MethodSource("earlier")
    void everyEarlierStoreIsBackedUpAndBroughtToTheNewest(int version) throws SQLException {
        makeOld(version);
        try (var store = SessionStore.open(path())) {
            assertThat(store.source("old").source().name()).isEqualTo("old");
            assertThat(store.care().check(true, Progress.NONE).damage()).isNull();
            var backups = store.care().backups();
            assertThat(backups).extracting(Backup::kind).containsExactly(Backup.Kind.UPGRADE);
            assertThat(version(backups.getFirst().file())).isEqualTo(version);
        }
        assertThat(version(path())).isEqualTo(StoreFile.VERSION);
    }

    @Test
    void aStoreOfANewerVersionIsRefusedWithBothAndNotTouched() throws Exception {
        makeOld(1);
        var newer = StoreFile.VERSION + 3;
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + path());
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version=" + newer);
        }
        var before = Files.readAllBytes(path());
        var refused = catchThrowableOfType(ProblemException.class, () -> SessionStore.open(path()));
        assertThat(refused.problem())
                .isEqualTo(new Problem.StoreNewer(path(), newer, StoreFile.VERSION));
        assertThat(path()).hasBinaryContent(before);
    }

    /// Every statement of every migration, each in a process that ends before it as `kill -9` does.
    @Test
    @Tag("slow")
    void anUpgradeThatIsKilledAtAnyStepLeavesAStoreOfSomeVersion() throws Exception {
        var steps = new AtomicInteger();
        makeOld(1);
        StoreFile.open(path(), InstantSource.system(), steps::incrementAndGet).close();
        var stride = Boolean.getBoolean("roamledger.nightly") ? 1 : Math.max(1, steps.get() / 4);
        for (var step = 0; step < steps.get(); step += stride) {
            Files.delete(path());
            Files.deleteIfExists(StoreSwap.beside(path(), "-wal"));
            Files.deleteIfExists(StoreSwap.beside(path(), "-shm"));
            makeOld(1);
            assertThat(upgradeAndDie(step))
                    .as("killed at %d: %s", step, Files.readString(folder.resolve("upgrade.log")))
                    .isEqualTo(KILLED);
            assertThat(version(path())).isBetween(1L, (long) StoreFile.VERSION);
            try (var store = SessionStore.open(path())) {
                assertThat(store.source("old").source().name()).isEqualTo("old");
                assertThat(store.care().check(true, Progress.NONE).damage()).isNull();
            }
            assertThat(version(path())).isEqualTo(StoreFile.VERSION);
        }
    }

    private static final int KILLED = 77;

    private int upgradeAndDie(int step) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                List.of(
                                        java,
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Dying.class.getName(),
                                        path().toString(),
                                        String.valueOf(step)))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("upgrade.log").toFile())
                        .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    /// What runs in the process that ends itself.
    static final class Dying {
        private Dying() {}

        public static void main(String[] args) {
            var left = new AtomicInteger(Integer.parseInt(args[1]));
            StoreFile.open(
                    Path.of(args[0]),
                    InstantSource.system(),
                    () -> {
                        if (left.getAndDecrement() == 0) {
                            Runtime.getRuntime().halt(KILLED);
                        }
                    });
        }
    }
}
