package org.roamledger.store;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.Delivery;
import org.roamledger.session.KeptReject;
import org.roamledger.session.KnownStation;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.Reject;
import org.roamledger.session.Station;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationEntry;
import org.roamledger.session.StationIds;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
    private final StoreAccess access;
    private final StoreCare care;

    private SessionStore(StoreFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
        access = new StoreAccess(file);
        care = new StoreCare(file, access, clock);
    }

    /// Opens a store, or creates it where there is no file.
    public static SessionStore open(Path path) {
        return open(path, Clock.systemUTC());
    }

    /// As [#open(Path)], with the clock that says when something was stored.
    public static SessionStore open(Path path, Clock clock) {
        return new SessionStore(StoreFile.open(path, clock), clock);
    }

    /// What keeps the store well.
    public StoreCare care() {
        return care;
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
        access.writeDurably(
                writer -> {
                    if (SourceTable.id(writer.connection, source.name()) != null) {
                        throw new ProblemException(new Problem.SourceExists(source.name()));
                    }
                    SourceTable.add(writer.connection, source);
                    keepRest.run();
                    return source;
                });
    }

    /// Changes the source of a name, and reads it from the beginning again if that brings other
    /// records or reads them otherwise.
    ///
    /// @param keepRest keeps its token if that changed; if it throws, nothing is changed
    /// @return whether it is read from the beginning again
    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public boolean changeSource(Source source, Runnable keepRest) {
        var before = source(source.name()).source();
        return access.writeDurably(
                writer -> {
                    SourceTable.change(writer.connection, source, !before.readsAs(source));
                    keepRest.run();
                    return !before.readsAs(source);
                });
    }

    /// Removes a source; the sessions it delivered stay.
    ///
    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public void removeSource(String name) {
        access.writeDurably(
                writer -> {
                    if (!SourceTable.remove(writer.connection, name)) {
                        throw unknown(writer.connection, name);
                    }
                    return name;
                });
    }

    /// The configured sources in the order they were added, imported files among them.
    public List<SourceStatus> sources() {
        return access.read(SourceTable::all);
    }

    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public SourceStatus source(String name) {
        return access.read(
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

    /// Records how a sync ended, or an import.
    public void recordSync(String source, SyncOutcome outcome) {
        access.write(
                writer -> {
                    SourceTable.saveOutcome(
                            writer.connection, idOf(writer.connection, source), outcome);
                    return outcome;
                });
    }

    /// As [#recordSync(String, SyncOutcome)], and adds the sync to the history of its source.
    public void recordSync(String source, SyncOutcome outcome, SyncRun run) {
        access.write(
                writer -> {
                    var id = idOf(writer.connection, source);
                    SourceTable.saveOutcome(writer.connection, id, outcome);
                    SyncRunTable.add(writer.connection, id, run);
                    return run;
                });
    }

    /// The newest syncs of a source, 500 at most, the newest first.
    ///
    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public List<SyncRun> history(String source) {
        return access.read(connection -> SyncRunTable.of(connection, idOf(connection, source)));
    }

    /// Makes a source have its server elsewhere; how far it was read stays.
    ///
    /// @throws ProblemException with [Problem.SourceUnknown] if there is none of that name
    public void moveSource(String name, URI url) {
        access.writeDurably(
                writer -> {
                    SourceTable.move(writer.connection, idOf(writer.connection, name), url);
                    return url;
                });
    }

    // What syncs remember

    public SyncMemory memory(String source) {
        return access.read(connection -> SyncTable.memory(connection, idOf(connection, source)));
    }

    /// Changes what is remembered of a source.
    public void remember(String source, UnaryOperator<SyncMemory> change) {
        access.write(
                writer -> {
                    var id = idOf(writer.connection, source);
                    var memory = change.apply(SyncTable.memory(writer.connection, id));
                    SyncTable.remember(writer.connection, id, memory);
                    return memory;
                });
    }

    /// Keeps Session objects, by which CDRs that name none find theirs; of the driver's contract
    /// only a hash.
    public void saveTransactions(String source, List<Transaction> transactions) {
        access.write(
                writer -> {
                    Transactions.save(
                            writer.connection, idOf(writer.connection, source), transactions);
                    return transactions;
                });
    }

    /// The transactions of a source, open until they are closed; sees also what is saved meanwhile.
    public Transactions transactions(String source) {
        try {
            var connection = file.reader();
            return new Transactions(file, connection, idOf(connection, source));
        } catch (SQLException e) {
            throw file.understand(e);
        }
    }

    /// Notes which sessions whose current version a source delivered it does not have any more,
    /// instead of what was noted for that stretch before. Nothing is deleted.
    ///
    /// @param seen what it has
    /// @param from first start time, inclusive; absent for no bound
    /// @param to start time, exclusive; absent for no bound
    /// @return those that are gone, by start time
    public List<GoneSession> noteGone(
            String source, SeenSessions seen, @Nullable Instant from, @Nullable Instant to) {
        return access.write(
                writer ->
                        SyncTable.noteGone(
                                writer.connection,
                                idOf(writer.connection, source),
                                seen,
                                from,
                                to,
                                clock.instant()));
    }

    /// The sessions that the last readings of everything or of a month found gone, by start time.
    public List<GoneSession> gone(String source) {
        return access.read(connection -> SyncTable.gone(connection, idOf(connection, source)));
    }

    // Sessions

    /// Stores what was delivered and how far the source is read now, in one transaction: a crash
    /// repeats a page but never skips or doubles one.
    ///
    /// @param next the position after this delivery; none leaves it as it is
    public MergeCounts merge(String source, Delivery delivery, @Nullable SyncPosition next) {
        return merge(source, PreparedDelivery.of(delivery), next);
    }

    /// As [#merge(String, Delivery, SyncPosition)], of what was prepared on another thread.
    public MergeCounts merge(
            String source, PreparedDelivery prepared, @Nullable SyncPosition next) {
        return access.write(
                writer -> {
                    var id = idOf(writer.connection, source);
                    var counts =
                            writer.sessions.write(
                                    id,
                                    prepared.sessions(),
                                    prepared.delivery().rejects(),
                                    clock.instant());
                    if (next != null) {
                        SourceTable.savePosition(writer.connection, id, next);
                    }
                    return counts;
                });
    }

    /// Stores the master data of charging points; newer data replaces older.
    public void saveStations(String source, List<Station> stations) {
        access.write(
                writer -> {
                    StationTable.save(writer.connection, idOf(writer.connection, source), stations);
                    return stations.size();
                });
    }

    /// Makes an organisation known, for instance the owner of the stations of an imported file.
    public void saveOrganisation(Organisation organisation, @Nullable ZoneId zone) {
        access.write(writer -> new OrganisationTable(writer.connection).id(organisation, zone));
    }

    /// The organisations that own stations, and their parents, by name.
    public List<Organisation> organisations() {
        return owners().stream().map(Owner::organisation).toList();
    }

    /// As [#organisations], with the zones that persons gave them.
    public List<Owner> owners() {
        return access.read(connection -> new OrganisationTable(connection).owners());
    }

    /// Adds an organisation as a person wants it, or makes one so. From then on no source moves it
    /// in the tree, and sources may go on calling it by its old name.
    ///
    /// @param before the name it has; absent for a new one
    /// @throws ProblemException with [Problem.OrganisationUnknown], [Problem.OrganisationExists] if
    ///   another has the new name, or [Problem.OrganisationCycle]
    public void putOrganisation(@Nullable String before, Owner after) {
        access.writeDurably(writer -> new OrganisationTable(writer.connection).put(before, after));
    }

    // Stations

    /// All stations, of back offices, of the station list and of sessions, with their owners.
    ///
    /// At a million sessions this takes about a second, because it counts them.
    public StationDirectory stationDirectory() {
        return access.read(connection -> new DirectoryReader(connection).read());
    }

    /// What a person says of stations, as it was entered; the values that others say are absent.
    public List<KnownStation> stationList() {
        return access.read(
                connection ->
                        new StationEntries(connection)
                                .all().stream().map(StationEntries.Entry::said).toList());
    }

    /// Takes a station list: what it says outranks what back offices say, value by value, also
    /// after their next sync. The whole list or nothing.
    ///
    /// @return how many stations the list is the first to speak of, says something else of, and
    ///   says nothing new of
    /// @throws ProblemException with [Problem.OrganisationCycle] if its parents form a circle
    public MergeCounts saveStationList(List<StationEntry> list) {
        return access.writeDurably(
                writer -> new StationListWriter(writer.connection, clock.instant()).save(list));
    }

    /// Changes what a person says of some stations.
    public void changeStations(List<StationIds> stations, StationChange change) {
        access.writeDurably(
                writer -> {
                    new StationListWriter(writer.connection, clock.instant())
                            .change(stations, change);
                    return change;
                });
    }

    /// The zone that some organisations share: the one a person gave them, else that of all their
    /// stations.
    ///
    /// @param names organisations; empty for all
    /// @return none if they share no zone or it is not known
    public Optional<ZoneId> zoneOf(Set<String> names) {
        return access.read(connection -> ReportLoader.zoneOf(connection, names));
    }

    /// How many sessions stand in the store, by the source that delivered their current version.
    public Map<String, Long> sessionCounts() {
        return access.read(SourceTable::sessionCounts);
    }

    // How files are read

    /// The mappings by which files are read, by name.
    public List<SavedMapping> mappings() {
        return access.read(MappingTable::all);
    }

    /// Keeps a mapping in place of the one that was kept for the same layout.
    public void saveMapping(SavedMapping mapping) {
        access.writeDurably(
                writer -> {
                    MappingTable.save(writer.connection, mapping);
                    return mapping;
                });
    }

    /// Forgets a mapping, for all layouts that it was kept for.
    ///
    /// @throws ProblemException with [Problem.MappingUnknown] if there is none of that name
    public void removeMapping(String name) {
        access.writeDurably(
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
        var found = new ArrayList<Reject>();
        visitRejects(source, kept -> found.add(kept.reject()));
        return found;
    }

    /// Visits the records that could not be read, the newest first, until the visitor says that it
    /// has enough. The visitor may write to the store; it sees the list as it was before.
    ///
    /// @param source of one source only; all if absent
    /// @param visitor says whether to go on
    public void visitRejects(@Nullable String source, Predicate<KeptReject> visitor) {
        access.read(
                connection -> {
                    var id = source == null ? null : idOf(connection, source);
                    RejectTable.visit(connection, id, visitor);
                    return visitor;
                });
    }

    /// How many records could not be read, by source; sources without any are left out.
    public Map<String, Long> rejectCounts() {
        return access.read(RejectTable::counts);
    }

    /// Stores what was read of kept rejects, and forgets these, in one transaction.
    ///
    /// @param rejects ids of the rejects that are no more, or that the delivery has anew
    public MergeCounts mergeRetried(String source, Delivery delivery, Collection<Long> rejects) {
        var prepared = PreparedSession.all(delivery);
        return access.write(
                writer -> {
                    RejectTable.forget(writer.connection, rejects);
                    return writer.sessions.write(
                            idOf(writer.connection, source),
                            prepared,
                            delivery.rejects(),
                            clock.instant());
                });
    }

    /// Begins to read a file.
    ///
    /// @return what [#forgetRejects] asks for when all of it was read
    public long beginReading() {
        return access.write(writer -> RejectTable.beginReading(writer.connection));
    }

    /// Forgets the rejects of a file that were not met again although all of it was read.
    ///
    /// @param file absolute path
    /// @param reading what [#beginReading] gave when reading it began
    public void forgetRejects(String source, String file, long reading) {
        access.write(
                writer -> {
                    var id = idOf(writer.connection, source);
                    RejectTable.forgetOfFile(writer.connection, id, file, reading);
                    return file;
                });
    }

    /// All that is known of a session: its versions with values, provenance and messages, and its
    /// credit.
    ///
    /// @param session id of the session, as a report knows it
    /// @param reportZone zone of the report in which it is looked at
    public SessionDetail detail(long session, ZoneId reportZone) {
        return access.read(connection -> new History(connection, session, reportZone).detail());
    }

    /// Letterhead, rounding and numbers of settlement documents.
    public DocumentBook documents() {
        return new DocumentBook(access);
    }

    // The report

    /// Reads the sessions of a time frame into memory.
    ///
    /// Sessions of a source whose token lacks a module are left out.
    ///
    /// @throws ProblemException with [Problem.OrganisationUnknown] if an organisation is not known
    public Report load(ReportParameters parameters, Progress progress) {
        return access.read(connection -> new ReportLoader(connection, parameters, progress).load());
    }

    /// Waits for a write that is under way, then closes the file.
    @Override
    public void close() {
        care.letGo();
        access.close();
        file.close();
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
}
