package org.roamledger.ui.base;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.Amount;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Network;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/// What the window asks of the sources of sessions: which there are and how they are, how to reach
/// them, and their syncs.
///
/// As [Engine], never called on the screen thread.
public interface Sources {

    /// All sources, also that of the imported files, in the order to be shown.
    List<SourceStatus> all();

    /// @throws ProblemException with a problem that [NewSource]'s fields can cause
    void add(NewSource source);

    /// A source that has a server as it was entered, without its secret: that is empty.
    NewSource entered(String source);

    /// Changes the source of a name. If other records come by that, or they are read otherwise, the
    /// next sync begins anew.
    ///
    /// @param source with an empty token or password for the one that is kept
    /// @throws ProblemException with a problem that [NewSource]'s fields can cause
    void change(NewSource source);

    void remove(String name);

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

    /// When this workstation syncs by itself.
    Schedule schedule();

    /// Keeps when this workstation syncs by itself.
    void keepSchedule(Schedule schedule);

    /// The sessions that earlier scans of a source found gone, by start time.
    List<Gone> gone(String source);

    Connection connection();

    /// Changes how servers are reached, from the next connection on.
    ///
    /// @param proxyPassword absent if it stays
    /// @throws ProblemException with [Problem.BadProxy] or [Problem.CertificateUnreadable]; then
    ///   nothing is changed
    void changeConnection(Connection changed, @Nullable String proxyPassword);

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
}
