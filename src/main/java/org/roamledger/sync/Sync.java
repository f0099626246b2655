package org.roamledger.sync;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.store.Protocol;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.store.SyncOutcome;
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
        var run = new Run(source, full, progress);
        var begun = System.nanoTime();
        @Nullable Problem problem = null;
        try {
            run.run();
        } catch (ProblemException e) {
            problem = e.problem();
            LOG.warn("sync of {} ended with {}", source.name(), problem.key(), e);
        }
        store.recordSync(
                source.name(),
                new SyncOutcome(
                        run.serverTime == null ? settings.clock().instant() : run.serverTime,
                        problem == null ? null : problem.key(),
                        run.missingModules));
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var result =
                new SyncResult(
                        source.name(),
                        problem == null,
                        run.tally.pages(),
                        run.tally.received(),
                        run.tally.counts(),
                        took,
                        problem);
        LOG.info("synced {}: {} pages, {}", source.name(), result.pages(), result.counts());
        return result;
    }

    private final class Run {

        private final Source source;
        private final boolean full;
        private final Progress progress;
        private Set<String> missingModules;
        private @Nullable Instant serverTime;
        private Tally tally = Tally.NONE;

        Run(Source source, boolean full, Progress progress) {
            this.source = source;
            this.full = full;
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
                var client = new OcpiClient(transport, url, token, settings.clock());
                var modules = client.connect();
                serverTime = modules.serverTime();
                missingModules = modules.missing();
                if (modules.cdrs() == null) {
                    throw missing(Modules.REPORTS);
                }
                if (modules.locations() == null) {
                    throw missing(Modules.STATIONS);
                }
                try (var crawl = new Crawl(source.name(), client)) {
                    var stations = new StationSync(store, source.name(), crawl);
                    var tariffs = stations.tariffs(modules.tariffs());
                    stations.run(modules.locations(), tariffs, modules.serverTime());
                    var cdrs = new CdrSync(store, source, crawl, modules.cdrs(), progress);
                    tally = cdrs;
                    cdrs.run(full, modules.serverTime());
                }
            }
        }

        /// There are no modules that could be missing, and no stations.
        private void oicp() {
            missingModules = Set.of();
            try (var transport = new Transport(settings, connections.to(source))) {
                var client = new OicpClient(transport, settings, source);
                var now = client.connect();
                serverTime = now;
                var cdrs = new OicpSync(store, source, client, progress);
                tally = cdrs;
                cdrs.run(full, now);
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
