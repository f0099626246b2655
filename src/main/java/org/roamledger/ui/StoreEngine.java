package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.export.CsvForm;
import org.roamledger.export.ExportRequest;
import org.roamledger.export.PictureExport;
import org.roamledger.export.RejectExport;
import org.roamledger.export.ReportExport;
import org.roamledger.export.SmallCsv;
import org.roamledger.export.StationListExport;
import org.roamledger.importing.FileImport;
import org.roamledger.importing.ImportSettings;
import org.roamledger.importing.MappingFile;
import org.roamledger.importing.RejectRetry;
import org.roamledger.importing.StoreMappings;
import org.roamledger.importing.StoreSink;
import org.roamledger.importing.TableLook;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.KeptReject;
import org.roamledger.session.Organisation;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationIds;
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
import org.roamledger.ui.base.Documents;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Upkeep;
import org.roamledger.views.ExportProfile;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.table.RowOutcome;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The window's engine over a store on disk.
public final class StoreEngine implements Engine {

    private static final int MOST_REJECTS = 5_000;

    /// Pictures have twice the points of an ordinary screen.
    private static final int PICTURE_DPI = 192;

    /// A sync that a person stopped did not fail.
    private static final String STOPPED = new Problem.Cancelled().key();

    private final SessionStore store;
    private final StoreUpkeep upkeep;
    private final SourceTokens tokens;
    private final Connections connections;
    private final InstantSource clock;
    private final @Nullable Path settings;
    private final Runnable behind;
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

    /// @param store closed by [#close]
    /// @param connections the way to each source
    /// @param settings the user's folder of settings, where it stands when to sync; absent for
    ///   never
    /// @param behind closes what the store's sources need, after the store
    public StoreEngine(
            SessionStore store,
            StoreUpkeep upkeep,
            SourceTokens tokens,
            Connections connections,
            InstantSource clock,
            @Nullable Path settings,
            Runnable behind) {
        this.store = store;
        this.upkeep = upkeep;
        this.tokens = tokens;
        this.connections = connections;
        this.clock = clock;
        this.settings = settings;
        this.behind = behind;
        test = new SourceTest(connections, TransportSettings.ONCE);
        sync = new Sync(store, tokens::get, connections, TransportSettings.STANDARD);
    }

    @Override
    public Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public List<Organisation> organisations() {
        return store.organisations();
    }

    @Override
    public ZoneId reportZone(Set<String> organisations) {
        return store.zoneOf(organisations).orElse(ReportParameters.USUAL_ZONE);
    }

    @Override
    public Report load(ReportParameters parameters, Progress progress) {
        return store.load(parameters, progress);
    }

    @Override
    public List<SourceStatus> sources() {
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
    public void addSource(NewSource source) {
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
    public void changeSource(NewSource source) {
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
    public void removeSource(String name) {
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
    public void exportList(List<List<String>> lines, Path target, Locale locale) {
        SmallCsv.write(lines, CsvForm.excel(locale), target);
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

    @Override
    public List<ImportLine> importFiles(List<Path> files, Progress progress) {
        return read(files, ImportSettings.NONE, progress);
    }

    private List<ImportLine> read(List<Path> files, ImportSettings settings, Progress progress) {
        return upkeep.whileItStands(() -> readNow(files, settings, progress));
    }

    private List<ImportLine> readNow(List<Path> files, ImportSettings settings, Progress progress) {
        try (var sink = new StoreSink(store, settings)) {
            return new FileImport(settings, sink, new StoreMappings(store))
                    .read(files, progress).stream()
                            .map(
                                    file ->
                                            new ImportLine(
                                                    file.file(),
                                                    file.counts(),
                                                    file.problem(),
                                                    file.warnings()))
                            .toList();
        }
    }

    @Override
    public StationDirectory stations() {
        return store.stationDirectory();
    }

    @Override
    public void changeStations(List<StationIds> stations, StationChange change) {
        store.changeStations(stations, change);
    }

    @Override
    public void putOrganisation(@Nullable String before, Owner after) {
        store.putOrganisation(before, after);
    }

    @Override
    public void exportStations(Path target, Locale locale) {
        StationListExport.write(stations().stations(), CsvForm.excel(locale), target);
    }

    @Override
    public List<Path> unclear(List<Path> files) {
        return files.stream().filter(TableLook::isTable).filter(this::isUnclear).toList();
    }

    private boolean isUnclear(Path file) {
        try {
            return preview(file).state() == TablePreview.State.GUESSED;
        } catch (ProblemException e) {
            if (e.problem() instanceof Problem.Cancelled) {
                throw e;
            }
            // The import will tell it.
            return false;
        }
    }

    @Override
    public TablePreview preview(Path table) {
        return look(table).preview();
    }

    @Override
    public List<SampledRow> sample(Path table, TableMapping mapping) {
        return look(table).sample(mapping).stream().map(StoreEngine::sampled).toList();
    }

    private static SampledRow sampled(RowOutcome row) {
        return switch (row) {
            case RowOutcome.Read(var read) -> new SampledRow(read.session(), null);
            case RowOutcome.Refused(var reject) -> new SampledRow(null, reject);
        };
    }

    private TableLook look(Path table) {
        return new TableLook(table, ImportSettings.NONE, new StoreMappings(store));
    }

    @Override
    public ImportLine importMapped(Path table, TableMapping mapping, Progress progress) {
        var settings = new ImportSettings(null, null, null, mapping);
        return read(List.of(table), settings, progress).getFirst();
    }

    @Override
    public TableMapping loadMapping(Path file) {
        return MappingFile.read(file);
    }

    @Override
    public void saveMapping(TableMapping mapping, Path file) {
        MappingFile.write(mapping, file);
    }

    @Override
    public void savePicture(Picture picture, Path target) {
        switch (picture) {
            case Picture.Pixels(var width, var height, var argb) ->
                    PictureExport.png(width, height, argb, PICTURE_DPI, target);
            case Picture.Drawing(var svg) -> PictureExport.svg(svg, target);
        }
    }

    @Override
    public void export(
            ReportView view,
            List<ReportColumn> columns,
            ExportProfile profile,
            Path target,
            Progress progress) {
        ReportExport.write(
                new ExportRequest(view, columns, StoreDocuments.dataAges(store), profile.form()),
                target,
                profile.format(),
                progress);
    }

    @Override
    public Documents documents() {
        return new StoreDocuments(store, clock);
    }

    @Override
    public SessionDetail detail(long session, ZoneId reportZone) {
        return store.detail(session, reportZone);
    }

    @Override
    public Rejects rejects() {
        var newest = new ArrayList<KeptReject>();
        store.visitRejects(null, kept -> newest.add(kept) && newest.size() < MOST_REJECTS);
        var total = store.rejectCounts().values().stream().mapToLong(Long::longValue).sum();
        return new Rejects(total, newest);
    }

    @Override
    public Retried retryRejects(Set<Long> ids, Progress progress) {
        var outcome =
                upkeep.whileItStands(
                        () ->
                                new RejectRetry(store)
                                        .retry(
                                                null,
                                                kept -> ids.isEmpty() || ids.contains(kept.id()),
                                                progress));
        return new Retried(outcome.read(), outcome.stillRejected(), outcome.notTried());
    }

    @Override
    public long exportRejects(Path target, Progress progress) {
        return RejectExport.write(
                each ->
                        store.visitRejects(
                                null,
                                kept -> {
                                    each.accept(kept);
                                    return true;
                                }),
                target,
                progress);
    }

    @Override
    public void close() {
        store.close();
        behind.run();
    }
}
