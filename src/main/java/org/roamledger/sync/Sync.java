package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.session.PartyId;
import org.roamledger.store.Protocol;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncOutcome;
import org.roamledger.store.Transactions;
import org.roamledger.wire.ocpi.Joins;
import org.roamledger.wire.ocpi.MappingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/// Brings what a back office has into the store: stations, then sessions.
///
/// Runs on the calling thread, one source at a time; interrupting it ends the sync within half a
/// second and keeps every page that was stored.
public final class Sync {

    private static final Logger LOG = LoggerFactory.getLogger(Sync.class);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final SessionStore store;
    private final Function<String, String> tokens;
    private final Connections connections;
    private final TransportSettings settings;

    /// Prepares syncs straight to servers that Java trusts.
    public Sync(SessionStore store, Function<String, String> tokens, TransportSettings settings) {
        this(store, tokens, Connections.DIRECT, settings);
    }

    /// Prepares syncs into a store.
    ///
    /// @param tokens gives the token of a source by its name, or throws [ProblemException] with
    ///   [Problem.TokenMissing]
    /// @param connections the way to each source
    public Sync(
            SessionStore store,
            Function<String, String> tokens,
            Connections connections,
            TransportSettings settings) {
        this.store = store;
        this.tokens = tokens;
        this.connections = connections;
        this.settings = settings;
    }

    /// Syncs one source and records how it ended.
    ///
    /// @param full read everything from the beginning, not only what is new
    /// @param progress is told how many sessions of how many are stored
    /// @return also where it ended with a problem, then with what was stored until then. After
    ///   [Problem.Cancelled] the thread's interrupt flag is still set
    /// @throws ProblemException only if the store itself cannot be used
    public SyncResult sync(Source source, boolean full, Progress progress) {
        return sync(source, full ? new SyncScope.Everything() : new SyncScope.News(), progress);
    }

    /// As [#sync(Source, boolean, Progress)], also for a month.
    public SyncResult sync(Source source, SyncScope scope, Progress progress) {
        var run = new Run(source, scope, progress);
        var began = settings.clock().instant();
        var begun = System.nanoTime();
        @Nullable Problem problem = null;
        try {
            run.run();
        } catch (ProblemException e) {
            problem = e.problem();
            LOG.warn("sync of {} ended with {}", source.name(), problem.key(), e);
        }
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var ended = problem == null ? null : problem.key();
        var at = run.serverTime == null ? settings.clock().instant() : run.serverTime;
        store.recordSync(
                source.name(),
                new SyncOutcome(at, ended, run.missingModules),
                run.report.run(began, took, scope, ended));
        var result =
                new SyncResult(
                        source.name(),
                        problem == null,
                        run.report.pages(),
                        run.report.received(),
                        run.report.counts(),
                        took,
                        problem,
                        run.report.notes(),
                        run.report.gone());
        LOG.info("synced {}: {} pages, {}", source.name(), result.pages(), result.counts());
        return result;
    }

    private final class Run {

        private final Source source;
        private final SyncScope scope;
        private final Progress progress;
        private final SyncReport report = new SyncReport();
        private Set<String> missingModules;
        private @Nullable Instant serverTime;

        Run(Source source, SyncScope scope, Progress progress) {
            this.source = source;
            this.scope = scope;
            this.progress = progress;
            // What was missing stays missing until the server says otherwise.
            missingModules = store.source(source.name()).missingModules();
        }

        void run() {
            var url = checked(source.url());
            progress.step(0, -1);
            if (source.settings().protocol() == Protocol.OICP) {
                oicp();
                return;
            }
            var token = new OcpiToken(tokens.apply(source.name()));
            try (var transport = new Transport(settings, connections.to(source))) {
                var client =
                        new OcpiClient(
                                transport,
                                url,
                                token,
                                settings.clock(),
                                OcpiToken.Form.of(store.memory(source.name()).tokenForm()),
                                source.settings().routing());
                var modules = client.connect();
                store.remember(source.name(), memory -> memory.withTokenForm(client.form().name()));
                serverTime = modules.serverTime();
                noteClock(modules.serverTime());
                missingModules = modules.missing();
                if (modules.cdrs() == null) {
                    throw missing(Modules.REPORTS);
                }
                if (modules.locations() == null) {
                    throw missing(Modules.STATIONS);
                }
                read(client, modules, modules.cdrs(), modules.locations());
            }
        }

        private void read(OcpiClient client, Modules modules, URI cdrs, URI locations) {
            try (var crawl = new Crawl(source.name(), client);
                    var transactions = store.transactions(source.name())) {
                var stations = new StationSync(store, source.name(), crawl);
                var tariffs = stations.tariffs(modules.endpoint("tariffs"));
                var operator = operator(client, modules);
                stations.run(locations, tariffs, operator, modules.serverTime());
                var context =
                        new MappingContext(
                                source.network(),
                                source.settings().networkRules(),
                                operator,
                                joins(crawl, modules, transactions));
                new CdrSync(store, source, crawl, modules, cdrs, context, report, progress)
                        .run(scope);
            }
        }

        /// The owner of records that name none, as all of OCPI 2.1.1. It is asked once: sessions
        /// are known by it, and would double if it became known later.
        private @Nullable PartyId operator(OcpiClient client, Modules modules) {
            if (!modules.isOldest()) {
                return null;
            }
            var known = store.memory(source.name()).operator();
            if (known == null) {
                var credentials = modules.endpoint("credentials");
                var named = credentials == null ? null : client.operator(credentials);
                known = named == null ? "" : named;
                var operator = known;
                store.remember(source.name(), memory -> memory.withOperator(operator));
            }
            return known.isEmpty() ? null : new PartyId(known);
        }

        /// Later versions name the session in the CDR, so their Session objects are read only from
        /// back offices that mostly leave it out.
        private Joins joins(Crawl crawl, Modules modules, Transactions transactions) {
            if (!modules.isOldest() && !store.memory(source.name()).wantsSessions()) {
                return Joins.NONE;
            }
            var joins = new TransactionSync(store, source.name(), crawl);
            var tokens = joins.tokens(modules.endpoint("tokens"));
            joins.run(
                    modules.endpoint("sessions"),
                    scope instanceof SyncScope.Everything,
                    modules.serverTime());
            return new StoredJoins(transactions, tokens);
        }

        /// Nothing depends on the workstation's clock, but what a person sees does.
        private void noteClock(Instant serverTime) {
            var wrong = Duration.between(serverTime, settings.clock().instant());
            if (wrong.abs().compareTo(CLOCKS_DIFFER) > 0) {
                report.note(new Problem.ClockDiffers(source.name(), wrong.toMinutes()));
            }
        }

        /// There are no modules that could be missing, and no stations.
        private void oicp() {
            missingModules = Set.of();
            try (var transport = new Transport(settings, connections.to(source))) {
                var client = new OicpClient(transport, settings, source);
                var now = client.connect();
                serverTime = now;
                noteClock(now);
                new OicpSync(store, source, client, report, progress).run(scope, now);
            }
        }

        private ProblemException missing(String module) {
            return new ProblemException(new Problem.ModuleMissing(source.name(), module));
        }

        private static URI checked(@Nullable URI url) {
            if (url == null) {
                throw new IllegalArgumentException("a source of files is not synced");
            }
            var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if (url.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                throw new ProblemException(new Problem.BadUrl(Origins.shown(url)));
            }
            return url;
        }
    }
}
