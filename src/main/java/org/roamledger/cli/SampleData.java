package org.roamledger.cli;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.sample.SampleBackOffice;
import org.roamledger.sample.SampleSize;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.sync.Sync;
import org.roamledger.sync.SyncResult;
import org.roamledger.sync.TransportSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// The sample back office while it runs, and a store that has nothing but what it delivers.
public final class SampleData implements AutoCloseable {

    private static final String SOURCE = "demo";
    private static final String PREFIX = "sample-";
    private static final String SUFFIX = ".roamledger";

    private final SampleBackOffice backOffice;
    private final SessionStore store;
    private final Source source;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SampleData(SampleBackOffice backOffice, SessionStore store, Source source) {
        this.backOffice = backOffice;
        this.store = store;
        this.source = source;
    }

    /// Starts the sample over a store in a folder that has only such stores. One of the same month
    /// is used again; in another month it is made anew, so that there is always a last month.
    ///
    /// @param folder made if it is not there
    /// @param today first day that is not covered, if the store is made anew
    /// @throws ProblemException with [Problem.FileNotWritable], [Problem.Cancelled] if the thread
    ///   is interrupted, or as the store
    public static SampleData inFolder(Path folder, LocalDate today, Progress progress) {
        return inFolder(folder, today, SampleOptions.USUAL_SESSIONS, progress);
    }

    /// As the other one, with as many sessions.
    static SampleData inFolder(Path folder, LocalDate today, int sessions, Progress progress) {
        try {
            Files.createDirectories(folder);
            var until = untilOfThisMonth(folder, today);
            if (until.isEmpty()) {
                deleteAll(folder);
            }
            var end = until.orElse(today);
            return open(
                    folder.resolve(PREFIX + end + SUFFIX),
                    new SampleSize(SampleOptions.USUAL_SEED, sessions, end),
                    progress);
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem.FileNotWritable(folder, String.valueOf(e.getMessage())), e);
        }
    }

    /// As [#inFolder], of a size of one's own in a file of one's own.
    public static SampleData open(Path file, SampleSize size, Progress progress) {
        var backOffice = SampleBackOffice.start(0, size, progress);
        SessionStore store = null;
        SampleData data = null;
        try {
            store = SessionStore.open(file);
            var source = new Source(SOURCE, backOffice.versionsUrl(), null, null, null);
            if (store.sources().stream().anyMatch(known -> known.source().name().equals(SOURCE))) {
                // Its port is another one each time.
                store.moveSource(SOURCE, backOffice.versionsUrl());
            } else {
                store.addSource(source);
            }
            data = new SampleData(backOffice, store, source);
            return data;
        } finally {
            if (data == null) {
                if (store != null) {
                    store.close();
                }
                backOffice.close();
            }
        }
    }

    private static Optional<LocalDate> untilOfThisMonth(Path folder, LocalDate today)
            throws IOException {
        return files(folder).stream()
                .flatMap(file -> until(file).stream())
                .filter(until -> YearMonth.from(until).equals(YearMonth.from(today)))
                .findFirst();
    }

    private static Optional<LocalDate> until(Path file) {
        var name = file.getFileName().toString();
        if (!name.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.parse(
                            name.substring(PREFIX.length(), name.length() - SUFFIX.length())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        for (var file : files(folder)) {
            if (Files.isDirectory(file)) {
                deleteBackups(file);
            }
            Files.delete(file);
        }
    }

    /// Of before an upgrade; there are no folders among them.
    private static void deleteBackups(Path folder) throws IOException {
        try (var backups = Files.list(folder)) {
            for (var backup : backups.toList()) {
                Files.delete(backup);
            }
        }
    }

    /// With the files that the database puts beside its own.
    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
        }
    }

    /// Brings what the back office has into the store; what is there already is not stored twice.
    public SyncResult sync(Progress progress) {
        return new Sync(store, this::token, TransportSettings.STANDARD)
                .sync(source, false, progress);
    }

    public SessionStore store() {
        return store;
    }

    /// The token of the sample, whatever the source.
    public String token(String source) {
        return Objects.requireNonNull(backOffice.tokens().get("finance"));
    }

    /// How many sessions the back office has.
    int sessions() {
        return backOffice.sessions();
    }

    /// Closes the store and stops the back office; a second time does nothing.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            store.close();
            backOffice.close();
        }
    }
}
