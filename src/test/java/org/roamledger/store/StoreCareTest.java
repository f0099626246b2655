package org.roamledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.roamledger.session.SessionFixture.aSession;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class StoreCareTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private static final int BACKUPS = Boolean.getBoolean("roamledger.nightly") ? 100 : 5;

    @TempDir Path folder;

    private Path path() {
        return folder.resolve("sessions.roamledger");
    }

    private SessionStore open() {
        return open(NOW);
    }

    private SessionStore open(Instant now) {
        return SessionStore.open(path(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void addSource(SessionStore store, String name) {
        store.addSource(
                new Source(name, URI.create("http://localhost/versions"), null, null, null));
    }

    private static List<String> sources(SessionStore store) {
        return store.sources().stream().map(status -> status.source().name()).toList();
    }

    private void makeStore() {
        try (var store = open()) {
            addSource(store, "demo");
            store.merge("demo", aSession().delivery(), null);
        }
    }

    @Test
    void aStoreThatWasClosedIsComparedByteByByte() {
        makeStore();
        try (var store = open()) {
            var check = store.care().check(false, Progress.NONE);
            assertThat(check.damage()).isNull();
            assertThat(check.compared()).isTrue();
        }
    }

    @Test
    void aCheckThatBeganBeforeAWriteComparesWhatWasThereBefore() {
        makeStore();
        try (var store = open()) {
            store.care().awaitCheck();
            addSource(store, "second");
            store.merge("demo", aSession().gross("11", "2.2", "SEK").delivery(), null);
            var check = store.care().check(false, Progress.NONE);
            assertThat(check.damage()).isNull();
            assertThat(check.compared()).isTrue();
            var later = store.care().check(false, Progress.NONE);
            assertThat(later.damage()).isNull();
            assertThat(later.compared()).as("it has been written to since").isFalse();
        }
        try (var store = open()) {
            assertThat(store.care().check(true, Progress.NONE).compared()).isTrue();
        }
    }

    @Test
    void whoeverClosesLastKeepsTheSums() {
        makeStore();
        try (var store = open()) {
            try (var other = open()) {
                addSource(other, "second");
                assertThat(sources(store)).contains("second");
            }
            addSource(store, "third");
        }
        try (var store = open()) {
            var check = store.care().check(true, Progress.NONE);
            assertThat(check).isEqualTo(new StoreCare.Check(null, true));
        }
    }

    @Test
    void aByteThatSqliteDoesNotMissIsFound() throws IOException {
        makeStore();
        var bytes = Files.readAllBytes(path());
        // Within the message of a session, where no structure is.
        var place = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("demo");
        bytes[place] ^= 1;
        Files.write(path(), bytes);
        try (var store = open()) {
            assertThat(store.care().check(false, Progress.NONE).damage())
                    .isInstanceOf(Problem.StoreDamaged.class);
        }
    }

    @Test
    void aBackupIsAStoreOfThatMoment() {
        makeStore();
        try (var store = open()) {
            assertThat(store.care().isBackupDue()).isTrue();
            var backup = store.care().backUp(Progress.NONE);
            assertThat(store.care().isBackupDue()).isFalse();
            addSource(store, "second");
            assertThat(store.care().backups()).containsExactly(backup);
            assertThat(backup.when()).isEqualTo(NOW);
            try (var copy = SessionStore.open(backup.file())) {
                assertThat(sources(copy)).containsExactly("demo");
            }
        }
    }

    @Test
    void aBackupMadeWhileSessionsArriveIsOfOneMoment() throws Exception {
        makeStore();
        try (var store = open()) {
            var began = new CountDownLatch(1);
            var done = new AtomicBoolean();
            var writer =
                    CompletableFuture.runAsync(
                            () -> {
                                for (var i = 0; !done.get(); i++) {
                                    addSource(store, "more" + i);
                                    began.countDown();
                                }
                            });
            began.await();
            for (var i = 0; i < BACKUPS; i++) {
                var backup = store.care().backUp(Progress.NONE);
                try (var copy = SessionStore.open(backup.file())) {
                    assertThat(copy.care().check(true, Progress.NONE).damage()).isNull();
                    var more = sources(copy);
                    assertThat(more).startsWith("demo").endsWith("more" + (more.size() - 2));
                }
            }
            done.set(true);
            writer.get(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void aRestoredStoreIsTheBackupAndWhatWasThereIsKept() {
        makeStore();
        try (var store = open()) {
            var backup = store.care().backUp(Progress.NONE);
            addSource(store, "second");
            var aside = store.care().restore(backup.file());
            assertThat(sources(store)).containsExactly("demo");
            addSource(store, "third");
            assertThat(sources(store)).containsExactly("demo", "third");
            try (var before = SessionStore.open(aside)) {
                assertThat(sources(before)).containsExactly("demo", "second");
            }
        }
        try (var store = open()) {
            assertThat(sources(store)).containsExactly("demo", "third");
            assertThat(store.care().check(true, Progress.NONE).damage()).isNull();
        }
    }

    @Test
    void aBackupThatIsDamagedIsNotRestored() throws IOException {
        makeStore();
        try (var store = open()) {
            var backup = store.care().backUp(Progress.NONE);
            var bytes = Files.readAllBytes(backup.file());
            for (var i = 4096; i < bytes.length; i++) {
                bytes[i] = 7;
            }
            Files.write(backup.file(), bytes);
            var refused =
                    catchThrowableOfType(
                            ProblemException.class, () -> store.care().restore(backup.file()));
            assertThat(refused.problem())
                    .isInstanceOfSatisfying(
                            Problem.StoreDamaged.class,
                            damaged -> assertThat(damaged.file()).isEqualTo(backup.file()));
            assertThat(sources(store)).containsExactly("demo");
        }
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("restoring") || name.contains("replaced"));
        }
    }

    @Test
    void nothingIsRestoredUnderAnotherThatHasTheStoreOpen() throws Exception {
        makeStore();
        try (var store = open()) {
            var backup = store.care().backUp(Progress.NONE);
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + path());
                    var statement = other.createStatement();
                    var row = statement.executeQuery("SELECT count(*) FROM source")) {
                row.next();
                var refused =
                        catchThrowableOfType(
                                ProblemException.class, () -> store.care().restore(backup.file()));
                assertThat(refused.problem()).isInstanceOf(Problem.StoreBusy.class);
            }
            store.care().restore(backup.file());
            assertThat(sources(store)).containsExactly("demo");
        }
    }

    @Test
    void aDamagedStoreIsRebuiltFromTheNewestSoundBackup() throws IOException {
        makeStore();
        try (var store = open(NOW.minus(Duration.ofDays(2)))) {
            store.care().backUp(Progress.NONE);
        }
        try (var store = open()) {
            addSource(store, "second");
            Files.write(store.care().backUp(Progress.NONE).file(), new byte[10_000]);
        }
        var damaged = Files.readAllBytes(path());
        for (var i = 0; i < 2_000; i++) {
            damaged[i] = (byte) i;
        }
        Files.write(path(), damaged);
        var opened = StoreRescue.open(path(), Clock.fixed(NOW, ZoneOffset.UTC));
        try (var store = opened.store()) {
            assertThat(sources(store)).containsExactly("demo");
        }
        assertThat(opened.told())
                .isInstanceOfSatisfying(
                        Problem.StoreRebuilt.class,
                        told -> {
                            assertThat(told.backup()).isEqualTo(NOW.minus(Duration.ofDays(2)));
                            assertThat(told.aside()).hasBinaryContent(damaged);
                        });
    }

    @Test
    void aDamagedStoreWithoutABackupIsKeptBesideAnEmptyOne() throws IOException {
        makeStore();
        var damaged = Files.readAllBytes(path());
        damaged[3] ^= 1;
        Files.write(path(), damaged);
        var opened = StoreRescue.open(path(), Clock.fixed(NOW, ZoneOffset.UTC));
        try (var store = opened.store()) {
            assertThat(sources(store)).isEmpty();
        }
        assertThat(opened.told())
                .isInstanceOfSatisfying(
                        Problem.StoreStartedAnew.class,
                        told -> assertThat(told.aside()).hasBinaryContent(damaged));
    }

    @Test
    void whatIsNoStoreAtAllIsLeftAlone() throws IOException {
        Files.writeString(path(), "a letter to somebody, much longer than a header of a database");
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> StoreRescue.open(path(), Clock.systemUTC()));
        assertThat(refused.problem()).isInstanceOf(Problem.StoreNotAStore.class);
        assertThat(path()).content().startsWith("a letter");
    }

    @Test
    void sevenDaysAndFourWeeksAreKept() {
        var all =
                IntStream.range(0, 60)
                        .mapToObj(day -> backup(NOW.minus(Duration.ofDays(day))))
                        .toList();
        var kept = BackupFolder.kept(all);
        assertThat(kept.stream().map(Backup::when).sorted().map(Instant::toString))
                .map(time -> time.substring(0, 10))
                // Sundays of the three weeks before this one, then the last seven days.
                .containsExactly(
                        "2026-11-08",
                        "2026-11-15",
                        "2026-11-22",
                        "2026-11-23",
                        "2026-11-24",
                        "2026-11-25",
                        "2026-11-26",
                        "2026-11-27",
                        "2026-11-28",
                        "2026-11-29");
    }

    @Test
    void aClockThatIsOffByDecadesErasesNothing() {
        makeStore();
        for (var day = 0; day < 6; day++) {
            try (var store = open(NOW.plus(Duration.ofDays(day)))) {
                store.care().backUp(Progress.NONE);
            }
        }
        var decades = Duration.ofDays(30 * 365);
        for (var wrong : List.of(NOW.plus(decades), NOW.minus(decades))) {
            try (var store = open(wrong)) {
                assertThat(store.care().isBackupDue()).isTrue();
                store.care().backUp(Progress.NONE);
            }
        }
        try (var store = open(NOW.plus(Duration.ofDays(6)))) {
            assertThat(store.care().isBackupDue()).isTrue();
            store.care().backUp(Progress.NONE);
            var times = store.care().backups().stream().map(Backup::when).toList();
            assertThat(times)
                    .contains(NOW, NOW.plus(Duration.ofDays(5)))
                    .startsWith(NOW.plus(Duration.ofDays(6)))
                    .endsWith(NOW.plus(decades));
        }
    }

    @Test
    void aSecondBackupOfADayTakesThePlaceOfTheFirst() {
        var morning = backup(NOW.minus(Duration.ofHours(3)));
        var noon = backup(NOW);
        assertThat(BackupFolder.kept(List.of(morning, noon))).containsExactly(noon);
    }

    private static Backup backup(Instant when) {
        return new Backup(Path.of(when.toString()), Backup.Kind.BACKUP, when, 1);
    }

    @Test
    void placesWhereSeveralComputersReachAreKnown() {
        var kinds =
                Map.of(
                        "/home/anna/OneDrive - Nordvolt/sessions.db", StorePlace.Kind.SYNCED_FOLDER,
                        "/Users/anna/Library/CloudStorage/Box/s.db", StorePlace.Kind.SYNCED_FOLDER,
                        "/home/anna/Dropbox/s.db", StorePlace.Kind.SYNCED_FOLDER,
                        "/home/anna/Documents/dropbox.db", StorePlace.Kind.LOCAL);
        kinds.forEach(
                (path, kind) ->
                        assertThat(StorePlace.of(Path.of(path), "ext4").kind())
                                .as(path)
                                .isEqualTo(kind));
        for (var type : List.of("nfs4", "cifs", "smbfs", "NFS")) {
            assertThat(StorePlace.of(Path.of("/mnt/share/s.db"), type).kind())
                    .isEqualTo(StorePlace.Kind.NETWORK);
        }
    }

    @Test
    void inASyncedFolderTheJournalIsTheOlderOne() throws Exception {
        var file = folder.resolve("Dropbox").resolve("sessions.roamledger");
        try (var store = SessionStore.open(file)) {
            addSource(store, "demo");
            assertThat(store.care().place().orElseThrow())
                    .isInstanceOf(Problem.StoreInSyncedFolder.class);
            try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA journal_mode")) {
                assertThat(row.getString(1)).isEqualTo("delete");
            }
            assertThat(sources(store)).containsExactly("demo");
        }
        try (var store = SessionStore.open(file)) {
            assertThat(store.care().check(true, Progress.NONE))
                    .isEqualTo(new StoreCare.Check(null, true));
        }
    }
}
