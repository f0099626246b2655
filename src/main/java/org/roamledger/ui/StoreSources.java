package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.settings.ConnectionSettings;
import org.roamledger.settings.Policy;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.settings.SyncTimes;
import org.roamledger.store.SessionStore;
import org.roamledger.store.Source;
import org.roamledger.sync.Connections;
import org.roamledger.sync.SourceTest;
import org.roamledger.sync.Sync;
import org.roamledger.sync.SyncScope;
import org.roamledger.sync.TransportSettings;
import org.roamledger.ui.base.Sources;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The sources of a store on disk.
public final class StoreSources implements Sources {

    /// A sync that a person stopped did not fail.
    private static final String STOPPED = new Problem.Cancelled().key();

    private final SessionStore store;
    private final StoreUpkeep upkeep;
    private final SourceTokens tokens;
    private final Connections connections;
    private final @Nullable Path settings;
    private final Sync sync;
    private final SourceTest test;

    /// Problems of syncs by this window; of earlier ones the store knows only the name.
    private final Map<String, Problem> problems = new ConcurrentHashMap<>();

    /// Where the tokens of sources are kept.
    public interface SourceTokens {

        /// @throws ProblemException with [Problem.TokenMissing] if there is none
        String get(String source);

        void put(String source, String token);

        void putCertificatePassword(String source, String password);

        void remove(String source);
    }

    /// @param upkeep of that store, which is not put aside while a sync is under way
    /// @param connections the way to each source
    /// @param settings the user's folder of settings, where it stands when to sync; absent for
    ///   never
    public StoreSources(
            SessionStore store,
            StoreUpkeep upkeep,
            SourceTokens tokens,
            Connections connections,
            @Nullable Path settings) {
        this.store = store;
        this.upkeep = upkeep;
        this.tokens = tokens;
        this.connections = connections;
        this.settings = settings;
        test = new SourceTest(connections, TransportSettings.ONCE);
        sync = new Sync(store, tokens::get, connections, TransportSettings.STANDARD);
    }

    @Override
    public List<SourceStatus> all() {
        var counts = store.sessionCounts();
        var given = given();
        return store.sources().stream().map(status -> shown(status, counts, given)).toList();
    }

    /// Names of the sources that the administrator set; none of a policy that cannot be used, which
    /// is told when a server is asked.
    private static Set<String> given() {
        try {
            return Policy.ofSystem().sources().stream()
                    .map(Policy.GivenSource::name)
                    .collect(Collectors.toSet());
        } catch (ProblemException _) {
            return Set.of();
        }
    }

    private SourceStatus shown(
            org.roamledger.store.SourceStatus status,
            Map<String, Long> sessions,
            Set<String> given) {
        var source = status.source();
        return new SourceStatus(
                source.name(),
                source.url() == null ? null : source.url().toString(),
                status.dataAsOf(),
                problem(status),
                sessions.getOrDefault(source.name(), 0L),
                status.syncedAt(),
                given.contains(source.name()));
    }

    private @Nullable Problem problem(org.roamledger.store.SourceStatus status) {
        var name = status.source().name();
        var known = problems.get(name);
        if (known != null) {
            return known;
        }
        for (var module : status.missingModules()) {
            return new Problem.ModuleMissing(name, module);
        }
        var last = status.problem();
        return last == null || last.equals(STOPPED) ? null : new Problem.LastSyncFailed(name, last);
    }

    @Override
    public void add(NewSource source) {
        if (source.login() instanceof Login.Certificate(_, var file, var password)
                && file != null) {
            Connections.checkClientCertificate(file, password);
        }
        store.addSource(EnteredSource.stored(source), () -> keep(source.name(), source.login()));
    }

    private void keep(String source, Login login) {
        switch (login) {
            case Login.Token(var token) -> tokens.put(source, token);
            case Login.Certificate(_, var file, var password) -> {
                if (file != null) {
                    tokens.putCertificatePassword(source, password);
                }
            }
        }
    }

    @Override
    public NewSource entered(String source) {
        return EnteredSource.shown(store.source(source).source());
    }

    @Override
    public void change(NewSource source) {
        var after = EnteredSource.stored(source);
        var before = store.source(source.name()).source().settings().clientCertificate();
        var isNew = !Objects.equals(before, after.settings().clientCertificate());
        if (source.login() instanceof Login.Certificate(_, var file, var password)
                && file != null
                && (isNew || !password.isEmpty())) {
            Connections.checkClientCertificate(file, password);
        }
        store.changeSource(
                after,
                () -> {
                    if (isNew || hasSecret(source.login())) {
                        keep(source.name(), source.login());
                    }
                });
    }

    private static boolean hasSecret(Login login) {
        return switch (login) {
            case Login.Token(var token) -> !token.isEmpty();
            case Login.Certificate(_, _, var password) -> !password.isEmpty();
        };
    }

    @Override
    public List<TestStep> test(String source) {
        return shown(test.test(store.source(source).source(), () -> tokens.get(source)));
    }

    @Override
    public List<TestStep> test(NewSource source) {
        var asked = EnteredSource.stored(source);
        return shown(
                switch (source.login()) {
                    case Login.Token(var token) ->
                            test.test(
                                    asked,
                                    () -> token.isEmpty() ? tokens.get(source.name()) : token);
                    case Login.Certificate(_, _, var password) ->
                            (password.isEmpty()
                                            ? test
                                            : new SourceTest(
                                                    connections.withCertificatePassword(password),
                                                    TransportSettings.ONCE))
                                    .test(asked, () -> "");
                });
    }

    @Override
    public Connection connection() {
        var now = connections.settings();
        var user = now.proxy() instanceof ProxyChoice.Manual manual ? manual.user() : null;
        var policy = Policy.ofSystem();
        return new Connection(
                now.proxy().text(),
                user,
                now.authorities(),
                new Given(policy.proxy() != null, policy.authorities() != null));
    }

    @Override
    public void changeConnection(Connection changed, @Nullable String proxyPassword) {
        var proxy = ProxyChoice.parse(changed.proxy(), changed.proxyUser());
        connections.change(new ConnectionSettings(proxy, changed.authorities()), proxyPassword);
    }

    private static List<TestStep> shown(SourceTest.Result result) {
        return result.steps().stream()
                .map(outcome -> new TestStep(outcome.step().key(), outcome.problem()))
                .toList();
    }

    @Override
    public void remove(String name) {
        store.removeSource(name);
        tokens.remove(name);
        problems.remove(name);
    }

    @Override
    public List<SyncLine> sync(Progress progress) {
        return store.sources().stream()
                .map(org.roamledger.store.SourceStatus::source)
                .filter(source -> source.url() != null)
                .map(source -> sync(source, new SyncScope.News(), progress))
                .toList();
    }

    @Override
    public SyncLine sync(String source, Progress progress) {
        return sync(store.source(source).source(), new SyncScope.News(), progress);
    }

    @Override
    public SyncLine scan(String source, @Nullable YearMonth month, Progress progress) {
        var scope = month == null ? new SyncScope.Everything() : new SyncScope.Month(month);
        return sync(store.source(source).source(), scope, progress);
    }

    private SyncLine sync(Source source, SyncScope scope, Progress progress) {
        var result = upkeep.whileItStands(() -> sync.sync(source, scope, progress));
        if (result.problem() instanceof Problem.Cancelled cancelled) {
            throw new ProblemException(cancelled);
        }
        if (result.problem() == null) {
            problems.remove(source.name());
        } else {
            problems.put(source.name(), result.problem());
        }
        return new SyncLine(source.name(), result.counts(), result.problem(), result.warnings());
    }

    @Override
    public List<PastSync> history(String source) {
        return store.history(source).stream()
                .map(
                        run ->
                                new PastSync(
                                        run.began(),
                                        run.took(),
                                        run.scope(),
                                        run.received(),
                                        run.counts(),
                                        run.gone(),
                                        run.problem()))
                .toList();
    }

    @Override
    public Schedule schedule() {
        if (settings == null) {
            return Schedule.NEVER;
        }
        var times = SyncTimes.in(settings);
        return new Schedule(times.atStart(), times.everyMinutes());
    }

    @Override
    public void keepSchedule(Schedule schedule) {
        if (settings != null) {
            new SyncTimes(schedule.atStart(), schedule.everyMinutes()).keep(settings);
        }
    }

    @Override
    public List<Gone> gone(String source) {
        return store.gone(source).stream()
                .map(
                        gone ->
                                new Gone(
                                        gone.cdrId(),
                                        gone.start(),
                                        gone.provider(),
                                        gone.gross(),
                                        gone.currency()))
                .toList();
    }
}
