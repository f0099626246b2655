package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Delivery;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.Reject;
import org.roamledger.session.Station;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/// The local store: the durable truth about sources, stations and every version of each session.
///
/// Safe for use by any threads. Writes wait for one another; reads see one state of the store and
/// do not wait for writes. Every write is one transaction. All methods throw [ProblemException] if
/// the file cannot be used; nothing half-written stays behind.
public final class SessionStore implements AutoCloseable {

    /// Name of the source that stands for imported files.
    public static final String FILES = "files";

    private final StoreFile file;
    private final Clock clock;
    private final ReentrantLock writing = new ReentrantLock();
    private @Nullable Writer writer;

    private SessionStore(StoreFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Opens a store, or creates it where there is no file.
    public static SessionStore open(Path path) {
        return open(path, Clock.systemUTC());
    }

    /// As [#open(Path)], with the clock that says when something was stored.
    public static SessionStore open(Path path, Clock clock) {
        return new SessionStore(StoreFile.open(path), clock);
    }

    public Path path() {
        return file.path();
    }

    // Sources

    /// Adds a source. Sessions stored under a source of that name that was removed belong to it
    /// again.
    ///
    /// @throws ProblemException with [Problem.SourceExists] if there is one of that name
    public void addSource(Source source) {
        addSource(source, () -> {});
    }

    /// As [#addSource(Source)], together with what belongs to the source but is kept elsewhere, its
    /// token.
    ///
    /// @param keepRest keeps it; if it throws, the source is not added
    public void addSource(Source source, Runnable keepRest) {
        writeDurably(
                writer -> {
                    if (SourceTable.id(writer.connection, source.name()) != null) {
                        throw new ProblemException(new Problem.SourceExists(source.name()));
                    }
                    SourceTable.add(writer.connection, source);
                    keepRest.run();
                    return source;
                });
    }

    /// Removes a source; the sessions it delivered stay.
    ///
    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public void removeSource(String name) {
        writeDurably(
                writer -> {
                    if (!SourceTable.remove(writer.connection, name)) {
                        throw unknown(writer.connection, name);
                    }
                    return name;
                });
    }

    /// The configured sources in the order they were added, imported files among them.
    public List<SourceStatus> sources() {
        return read(SourceTable::all);
    }

    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public SourceStatus source(String name) {
        return read(
                connection ->
                        SourceTable.all(connection).stream()
                                .filter(status -> status.source().name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> unknown(connection, name)));
    }

    /// How far a source has been read.
    public SyncPosition position(String source) {
        return source(source).position();
    }

    /// Records how a sync ended.
    public void recordSync(String source, SyncOutcome outcome) {
        write(
                writer -> {
                    SourceTable.saveOutcome(
                            writer.connection, idOf(writer.connection, source), outcome);
                    return outcome;
                });
    }

    // Sessions

    /// Stores what was delivered and how far the source is read now, in one transaction: a crash
    /// repeats a page but never skips or doubles one.
    ///
    /// @param next the position after this delivery; none leaves it as it is
    public MergeCounts merge(String source, Delivery delivery, @Nullable SyncPosition next) {
        var prepared = PreparedSession.all(delivery);
        return write(
                writer -> {
                    var id = idOf(writer.connection, source);
                    var counts =
                            writer.sessions.write(
                                    id, prepared, delivery.rejects(), clock.instant());
                    if (next != null) {
                        SourceTable.savePosition(writer.connection, id, next);
                    }
                    return counts;
                });
    }

    /// Stores the master data of charging points; newer data replaces older.
    public void saveStations(String source, List<Station> stations) {
        write(
                writer -> {
                    SourceTable.saveStations(
                            writer.connection, idOf(writer.connection, source), stations);
                    return stations.size();
                });
    }

    /// Makes an organisation known, for instance the owner of the stations of an imported file.
    public void saveOrganisation(Organisation organisation, @Nullable ZoneId zone) {
        write(writer -> SourceTable.organisationId(writer.connection, organisation, zone));
    }

    /// The organisations that own stations, and their parents, by name.
    public List<Organisation> organisations() {
        return read(SourceTable::organisations);
    }

    /// The zone that some organisations share: the one a person gave them, else that of all their
    /// stations.
    ///
    /// @param names organisations; empty for all
    /// @return none if they share no zone or it is not known
    public Optional<ZoneId> zoneOf(Set<String> names) {
        return read(connection -> ReportLoader.zoneOf(connection, names));
    }

    /// How many sessions stand in the store, by the source that delivered their current version.
    public Map<String, Long> sessionCounts() {
        return read(SourceTable::sessionCounts);
    }

    // How files are read

    /// The mappings by which files are read, by name.
    public List<SavedMapping> mappings() {
        return read(MappingTable::all);
    }

    /// Keeps a mapping in place of the one that was kept for the same layout.
    public void saveMapping(SavedMapping mapping) {
        writeDurably(
                writer -> {
                    MappingTable.save(writer.connection, mapping);
                    return mapping;
                });
    }

    /// Forgets a mapping, for all layouts that it was kept for.
    ///
    /// @throws ProblemException with [Problem.MappingUnknown] if there is none of that name
    public void removeMapping(String name) {
        writeDurably(
                writer -> {
                    if (MappingTable.remove(writer.connection, name) == 0) {
                        var known =
                                MappingTable.all(writer.connection).stream()
                                        .map(SavedMapping::name)
                                        .distinct()
                                        .toList();
                        throw new ProblemException(new Problem.MappingUnknown(name, known));
                    }
                    return name;
                });
    }

    // What is kept of the past

    /// Records of a source that could not be read, the newest first.
    public List<Reject> rejects(String source) {
        return read(connection -> History.rejects(connection, idOf(connection, source)));
    }

    /// All versions of a session with their messages, the newest first.
    ///
    /// @param session id of the session, as a report knows it
    public List<SessionVersion> versions(long session) {
        return read(connection -> History.versions(connection, session));
    }

    // The report

    /// Reads the sessions of a time frame into memory.
    ///
    /// Sessions of a source whose token lacks a module are left out.
    ///
    /// @throws ProblemException with [Problem.OrganisationUnknown] if an organisation is not known
    public Report load(ReportParameters parameters, Progress progress) {
        return read(connection -> new ReportLoader(connection, parameters, progress).load());
    }

    /// Waits for a write that is under way, then closes the file.
    @Override
    public void close() {
        writing.lock();
        try {
            if (writer != null) {
                writer.close();
                writer = null;
            }
        } catch (SQLException e) {
            throw file.understand(e);
        } finally {
            writing.unlock();
        }
    }

    // How it is done

    private interface Write<T> {
        T with(Writer writer) throws SQLException;
    }

    private interface Read<T> {
        T with(Connection connection) throws SQLException;
    }

    /// For what a person typed: on the disk before it is acknowledged, even if the power fails.
    private <T> T writeDurably(Write<T> work) {
        writing.lock();
        try {
            writer().synchronous("FULL");
            try {
                return write(work);
            } finally {
                if (writer != null) {
                    writer.synchronous("NORMAL");
                }
            }
        } catch (SQLException e) {
            throw file.understand(e);
        } finally {
            writing.unlock();
        }
    }

    private <T> T write(Write<T> work) {
        writing.lock();
        try {
            return writer().inTransaction(work);
        } catch (SQLException e) {
            // SQLite may have ended the transaction by itself, as on a full disk: begin afresh next
            // time.
            dropWriter(e);
            throw file.understand(e);
        } finally {
            writing.unlock();
        }
    }

    private void dropWriter(SQLException fault) {
        var dropped = writer;
        writer = null;
        if (dropped != null) {
            try {
                dropped.close();
            } catch (SQLException e) {
                fault.addSuppressed(e);
            }
        }
    }

    private Writer writer() throws SQLException {
        var open = writer;
        if (open == null) {
            open = new Writer(file.writer());
            writer = open;
        }
        return open;
    }

    private <T> T read(Read<T> work) {
        try (var connection = file.reader()) {
            connection.setAutoCommit(false);
            return work.with(connection);
        } catch (SQLException e) {
            throw file.understand(e);
        }
    }

    private static int idOf(Connection connection, String source) throws SQLException {
        var id = SourceTable.id(connection, source);
        if (id == null) {
            throw unknown(connection, source);
        }
        return id;
    }

    private static ProblemException unknown(Connection connection, String name) {
        try {
            var known =
                    SourceTable.all(connection).stream()
                            .map(status -> status.source().name())
                            .toList();
            return new ProblemException(new Problem.SourceUnknown(name, known));
        } catch (SQLException e) {
            return new ProblemException(new Problem.SourceUnknown(name, List.of()), e);
        }
    }

    /// The one connection that writes, and what is kept beside it.
    private static final class Writer {
        private final Connection connection;
        private final Dimensions dimensions;
        private final SessionWriter sessions;
        private long seenByOthers;

        Writer(Connection connection) throws SQLException {
            this.connection = connection;
            dimensions = new Dimensions(connection);
            sessions = new SessionWriter(connection, dimensions);
            seenByOthers = dataVersion();
        }

        <T> T inTransaction(Write<T> work) throws SQLException {
            connection.setAutoCommit(false);
            T result;
            try {
                // Another process may have added rows to them since.
                var version = dataVersion();
                if (version != seenByOthers) {
                    dimensions.read();
                    seenByOthers = version;
                }
                result = work.with(this);
            } catch (RuntimeException e) {
                dimensions.forgetAdded();
                connection.rollback();
                connection.setAutoCommit(true);
                throw e;
            }
            connection.commit();
            dimensions.keepAdded();
            connection.setAutoCommit(true);
            return result;
        }

        private long dataVersion() throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("PRAGMA data_version")) {
                row.next();
                return row.getLong(1);
            }
        }

        void synchronous(String mode) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA synchronous=" + mode);
            }
        }

        void close() throws SQLException {
            connection.close();
        }
    }
}
