package org.roamledger.store;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.settings.OwnerOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The folder beside a store in which its backups stand, and which of them stay: the newest of each
/// of the last seven days and of the last four weeks that have one, and two from before upgrades.
/// Days are counted, not how long ago they are: a clock that is wrong erases nothing.
final class BackupFolder {

    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final int UPGRADES = 2;
    private static final Duration FUTURE = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("([a-z]+)-(\\d{8}T\\d{6}Z)\\.roamledger");
    private static final Comparator<Backup> NEWEST_FIRST =
            Comparator.comparing(Backup::when).reversed();

    private final Path folder;

    BackupFolder(Path store) {
        folder = store.resolveSibling(store.getFileName() + ".backups");
    }

    /// Writes a copy to where it is told, in a file that is there and empty.
    interface Copy {
        void into(Path file);
    }

    /// A text for a time that may stand in a file's name.
    static String stamp(Instant time) {
        return TIME.format(time);
    }

    /// Makes a backup: the whole file or none.
    ///
    /// @param bytes how many it may need
    /// @throws ProblemException with [Problem.DiskFull] or [Problem.FileNotWritable], and what the
    ///   copy throws
    Backup make(Backup.Kind kind, Instant now, long bytes, Copy copy) {
        Path part = null;
        try {
            OwnerOnly.createFolder(folder);
            removeAbandoned();
            part = folder.resolve(UUID.randomUUID() + ".part");
            OwnerOnly.createFile(part);
            if (Files.getFileStore(folder).getUsableSpace() < bytes) {
                throw new ProblemException(new Problem.DiskFull(folder));
            }
            copy.into(part);
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            var name = kind.name().toLowerCase(Locale.ROOT) + "-" + stamp(now) + ".roamledger";
            var made = folder.resolve(name);
            delete(made);
            Files.move(
                    part,
                    made,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            rotate();
            return backup(made).orElseThrow();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(folder, String.valueOf(e.getMessage())), e);
        } finally {
            if (part != null) {
                delete(part);
            }
        }
    }

    /// Those that there are, the newest first; one whose time has not come yet is of a clock that
    /// was wrong, and stands last.
    List<Backup> all(Instant now) {
        var found = new ArrayList<Backup>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.roamledger")) {
                files.forEach(file -> backup(file).ifPresent(found::add));
            } catch (IOException | DirectoryIteratorException e) {
                throw new ProblemException(
                        new Problem.FileUnreadable(folder, String.valueOf(e.getMessage())), e);
            }
        }
        Predicate<Backup> future = backup -> backup.when().isAfter(now.plus(FUTURE));
        found.sort(Comparator.comparing(future::test).thenComparing(NEWEST_FIRST));
        return found;
    }

    private static Optional<Backup> backup(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Backup(
                            file,
                            Backup.Kind.valueOf(name.group(1).toUpperCase(Locale.ROOT)),
                            Instant.from(TIME.parse(name.group(2))),
                            Files.size(file)));
        } catch (IllegalArgumentException | DateTimeException | IOException _) {
            return Optional.empty();
        }
    }

    /// Whether the day of a time has none yet.
    boolean isDue(Instant now) {
        return all(now).stream()
                .filter(backup -> backup.kind() == Backup.Kind.BACKUP)
                .noneMatch(
                        backup -> day(backup).equals(now.atOffset(ZoneOffset.UTC).toLocalDate()));
    }

    private void rotate() {
        var all = all(Instant.MAX.minus(FUTURE));
        all.removeAll(kept(all));
        all.forEach(backup -> delete(backup.file()));
    }

    /// Which of some backups stay.
    static Set<Backup> kept(List<Backup> all) {
        var newest = all.stream().sorted(NEWEST_FIRST).toList();
        var scheduled =
                newest.stream().filter(backup -> backup.kind() == Backup.Kind.BACKUP).toList();
        var kept = new HashSet<Backup>();
        keep(scheduled, DAYS, BackupFolder::day, kept);
        keep(
                scheduled,
                WEEKS,
                backup ->
                        List.of(
                                day(backup).get(IsoFields.WEEK_BASED_YEAR),
                                day(backup).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                kept);
        newest.stream()
                .filter(backup -> backup.kind() == Backup.Kind.UPGRADE)
                .limit(UPGRADES)
                .forEach(kept::add);
        return kept;
    }

    private static void keep(
            List<Backup> newest, int most, Function<Backup, Object> stretch, Set<Backup> kept) {
        var seen = new HashSet<>();
        for (var backup : newest) {
            if (seen.size() < most && seen.add(stretch.apply(backup))) {
                kept.add(backup);
            }
        }
    }

    private static LocalDate day(Backup backup) {
        return backup.when().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /// Of a process that was killed. Another that works at one now is younger.
    private void removeAbandoned() throws IOException {
        var before = Instant.now().minus(Duration.ofHours(1));
        try (var parts = Files.newDirectoryStream(folder, "*.part*")) {
            for (var part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(before)) {
                    delete(part);
                }
            }
        }
    }

    /// With what SQLite and we put beside a store that was opened.
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            for (var ending : List.of("-journal", "-wal", "-shm", "-sums")) {
                Files.deleteIfExists(StoreSwap.beside(file, ending));
            }
        } catch (IOException e) {
            LOG.warn("Cannot be deleted: {}", file, e);
        }
    }
}
