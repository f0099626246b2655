package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.Amount;
import org.roamledger.session.ChargingSession;
import org.roamledger.session.KeptReject;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Network;
import org.roamledger.session.Organisation;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationIds;
import org.roamledger.views.ExportProfile;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What the window asks for: the one border between it and store, sync, import and export.
///
/// Never called on the screen thread; calls may come from several threads at once. Every method may
/// throw a [ProblemException], and those that get a [Progress] end with [Problem.Cancelled] soon
/// after their thread was interrupted.
public interface Engine extends AutoCloseable {

    /// What keeps the store well.
    Upkeep upkeep();

    /// All owners of stations, in any order.
    List<Organisation> organisations();

    /// The zone in which days begin for some organisations.
    ///
    /// @param organisations their names; empty for all
    ZoneId reportZone(Set<String> organisations);

    Report load(ReportParameters parameters, Progress progress);

    /// All sources, also that of the imported files, in the order to be shown.
    List<SourceStatus> sources();

    /// @throws ProblemException with a problem that [NewSource]'s fields can cause
    void addSource(NewSource source);

    /// A source that has a server as it was entered, without its secret: that is empty.
    NewSource entered(String source);

    /// Changes the source of a name. If other records come by that, or they are read otherwise, the
    /// next sync begins anew.
    ///
    /// @param source with an empty token or password for the one that is kept
    /// @throws ProblemException with a problem that [NewSource]'s fields can cause
    void changeSource(NewSource source);

    void removeSource(String name);

    /// Finds out at which step a source fails. Nothing is stored.
    List<TestStep> test(String source);

    /// As [#test(String)], for a source that is not kept yet, or not as it is entered now: then an
    /// empty token or password is the one that is kept.
    ///
    /// @throws ProblemException with a problem that [NewSource]'s fields can cause
    List<TestStep> test(NewSource source);

    /// Syncs every source that has a server, one after the other.
    List<SyncLine> sync(Progress progress);

    /// Syncs one source that has a server.
    SyncLine sync(String source, Progress progress);

    /// Reads again what a source has, and finds out which sessions are gone there.
    ///
    /// @param month that is read; absent for everything
    SyncLine scan(String source, @Nullable YearMonth month, Progress progress);

    /// How the last syncs of a source went, the newest first.
    List<PastSync> history(String source);

    /// Writes a short list as CSV: the whole file or none.
    ///
    /// @param lines the header first
    /// @param locale of the spreadsheet program
    void exportList(List<List<String>> lines, Path target, Locale locale);

    /// When this workstation syncs by itself.
    Schedule schedule();

    /// Keeps when this workstation syncs by itself.
    void keepSchedule(Schedule schedule);

    /// The sessions that earlier scans of a source found gone, by start time.
    List<Gone> gone(String source);

    List<ImportLine> importFiles(List<Path> files, Progress progress);

    /// All stations and the organisations that own them.
    StationDirectory stations();

    /// Changes what a person says of some stations.
    void changeStations(List<StationIds> stations, StationChange change);

    /// Adds an organisation, or changes one.
    ///
    /// @param before its name; absent for a new one
    /// @throws ProblemException with [Problem.OrganisationExists] or [Problem.OrganisationCycle]
    void putOrganisation(@Nullable String before, Owner after);

    /// Writes all stations as a CSV list that a person fills in and imports again.
    ///
    /// @param locale of the spreadsheet program
    void exportStations(Path target, Locale locale);

    /// Those of some files that are tables of which a person has to confirm how they are read.
    List<Path> unclear(List<Path> files);

    /// The first rows of a table, and what its columns seem to be.
    TablePreview preview(Path table);

    /// The first rows of a table as a mapping without open questions would read them.
    List<SampledRow> sample(Path table, TableMapping mapping);

    /// Imports a table by a mapping, which is remembered for its layout.
    ImportLine importMapped(Path table, TableMapping mapping, Progress progress);

    /// @throws ProblemException with [Problem.MappingUnusable] among others
    TableMapping loadMapping(Path file);

    /// Writes a mapping in place of what is there.
    void saveMapping(TableMapping mapping, Path file);

    /// A picture to be written.
    sealed interface Picture {

        /// Written as PNG.
        ///
        /// @param argb a number for each point, rows from top to bottom: opacity, red, green, blue
        @SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
        record Pixels(int width, int height, int[] argb) implements Picture {}

        /// @param svg the whole content of the file
        record Drawing(String svg) implements Picture {}
    }

    /// Writes a picture in place of what is there: the whole file or none.
    void savePicture(Picture picture, Path target);

    /// Writes the rows of a view: the whole file or none.
    void export(
            ReportView view,
            List<ReportColumn> columns,
            ExportProfile profile,
            Path target,
            Progress progress);

    /// Settlement documents, and what is agreed for them.
    Documents documents();

    /// All that is known of a session.
    ///
    /// @param session the store's id of it
    /// @param reportZone zone of the report in which it is looked at
    SessionDetail detail(long session, ZoneId reportZone);

    /// How servers are reached.
    Connection connection();

    /// Changes how servers are reached, from the next connection on.
    ///
    /// @param proxyPassword absent if it stays
    /// @throws ProblemException with [Problem.BadProxy] or [Problem.CertificateUnreadable]; then
    ///   nothing is changed
    void changeConnection(Connection changed, @Nullable String proxyPassword);

    /// The records that could not be read.
    Rejects rejects();

    /// Reads rejected records again.
    ///
    /// @param ids of the rejects; empty for all
    Retried retryRejects(Set<Long> ids, Progress progress);

    /// Writes all rejected records as CSV: the whole file or none.
    ///
    /// @return how many were written
    long exportRejects(Path target, Progress progress);

    @Override
    void close();

    /// Records that could not be read.
    ///
    /// @param total how many there are
    /// @param newest the newest of them first, as many as a person may want to look through
    record Rejects(long total, List<KeptReject> newest) {

        public static final Rejects NONE = new Rejects(0, List.of());

        public Rejects {
            newest = List.copyOf(newest);
        }
    }

    /// What became of rejected records that were read again.
    ///
    /// @param notTried those whose file or source is gone
    record Retried(long read, long stillRejected, long notTried) {}

    /// How a source is.
    ///
    /// @param name its name
    /// @param url its server; absent for imported files
    /// @param dataAsOf up to when its sessions are known; absent before the first sync
    /// @param problem how the last sync failed, absent if it did not
    /// @param sessions number of sessions kept of it
    /// @param triedAt when its last sync ended, however it ended; absent before the first one
    /// @param given whether the administrator set it
    record SourceStatus(
            String name,
            @Nullable String url,
            @Nullable Instant dataAsOf,
            @Nullable Problem problem,
            long sessions,
            @Nullable Instant triedAt,
            boolean given) {

        /// Of a source that a person added.
        public SourceStatus(
                String name,
                @Nullable String url,
                @Nullable Instant dataAsOf,
                @Nullable Problem problem,
                long sessions,
                @Nullable Instant triedAt) {
            this(name, url, dataAsOf, problem, sessions, triedAt, false);
        }

        /// Of a source that was tried when its sessions were brought.
        public SourceStatus(
                String name,
                @Nullable String url,
                @Nullable Instant dataAsOf,
                @Nullable Problem problem,
                long sessions) {
            this(name, url, dataAsOf, problem, sessions, dataAsOf);
        }
    }

    /// One sync of a source that is over.
    ///
    /// @param scope what was read: `news`, `everything`, or a month as `2026-10`
    /// @param gone how many sessions the source did not have any more; absent where nobody looked
    /// @param problem name of the problem it ended with; absent if all went well
    record PastSync(
            Instant began,
            Duration took,
            String scope,
            long received,
            MergeCounts counts,
            @Nullable Integer gone,
            @Nullable String problem) {}

    /// When a workstation syncs without being asked.
    ///
    /// @param atStart whether it does when the window opens
    /// @param everyMinutes how long it waits after a sync; 0 for ever
    record Schedule(boolean atStart, int everyMinutes) {

        /// A window that is asked for everything.
        public static final Schedule NEVER = new Schedule(false, 0);
    }

    /// How a server knows us, which goes with what it speaks.
    sealed interface Login {

        /// Of an OCPI back office.
        record Token(String token) implements Login {

            /// Without the token: this text may end up in a log.
            @Override
            public String toString() {
                return "Token";
            }
        }

        /// Of an OICP endpoint.
        ///
        /// @param operator the OperatorID whose records are asked for; absent for all
        /// @param file PKCS#12 file; absent where the server asks for none
        /// @param password of the file; may be empty
        record Certificate(@Nullable String operator, @Nullable Path file, String password)
                implements Login {

            /// Without the password: this text may end up in a log.
            @Override
            public String toString() {
                return "Certificate[operator=" + operator + ", file=" + file + "]";
            }
        }
    }

    /// A server as a person enters it.
    ///
    /// @param network network of its sessions where a record does not say it
    /// @param organisation owner of its stations where nothing else says it
    /// @param zone zone of its stations where a station does not say it
    /// @param hub what a server that mixes networks or parties needs besides
    record NewSource(
            String name,
            String url,
            Login login,
            @Nullable Network network,
            @Nullable String organisation,
            @Nullable ZoneId zone,
            Hub hub) {

        /// Of a server that mixes neither networks nor parties.
        public NewSource(
                String name,
                String url,
                Login login,
                @Nullable Network network,
                @Nullable String organisation,
                @Nullable ZoneId zone) {
            this(name, url, login, network, organisation, zone, Hub.NONE);
        }
    }

    /// What a server that mixes networks or parties needs, as a person enters it.
    ///
    /// @param networkRules a line each: `provider:ID=NETWORK` or `field:NAME`
    /// @param fromParty who asks, absent if the server does not want to know
    /// @param toParty who is asked
    record Hub(String networkRules, @Nullable String fromParty, @Nullable String toParty) {

        public static final Hub NONE = new Hub("", null, null);
    }

    /// A step on the way to a source, in the order in which they are taken; the last one may fail.
    ///
    /// @param key name of the step
    /// @param problem absent if it went well
    record TestStep(String key, @Nullable Problem problem) {}

    /// A session that its source does not have any more. It stays.
    ///
    /// @param gross its price, VAT included
    record Gone(
            String cdrId,
            Instant start,
            @Nullable String provider,
            @Nullable Amount gross,
            @Nullable String currency) {}

    /// How this workstation reaches servers, the same for all sources.
    ///
    /// @param proxy `system`, `none`, or a host and a port as `HOST:PORT`
    /// @param proxyUser whom the proxy knows, absent if it asks for nobody
    /// @param authorities PEM file of those that are trusted besides
    /// @param given what the administrator set, which cannot be changed
    record Connection(
            String proxy, @Nullable String proxyUser, @Nullable Path authorities, Given given) {

        /// That a person may change.
        public Connection(String proxy, @Nullable String proxyUser, @Nullable Path authorities) {
            this(proxy, proxyUser, authorities, Given.NOTHING);
        }
    }

    /// Which parts of a connection the administrator set.
    record Given(boolean proxy, boolean authorities) {

        public static final Given NOTHING = new Given(false, false);
    }

    /// How the sync of a source ended.
    ///
    /// @param warnings what a person should know although nothing is missing for it
    record SyncLine(
            String source, MergeCounts counts, @Nullable Problem problem, List<Problem> warnings) {}

    /// How the import of a file ended.
    ///
    /// @param warnings what a person should know although it was read
    record ImportLine(
            Path file, MergeCounts counts, @Nullable Problem problem, List<Problem> warnings) {}

    /// A row of a table as it would be imported: a session, or why it is none.
    record SampledRow(@Nullable ChargingSession session, @Nullable Reject reject) {}
}
