package org.roamledger.ui;

import org.jspecify.annotations.Nullable;
import org.roamledger.importing.ImportSettings;
import org.roamledger.importing.MappingBook;
import org.roamledger.importing.MappingFile;
import org.roamledger.importing.TableLook;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Column;
import org.roamledger.report.Report;
import org.roamledger.report.ReportBuilder;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SessionDetail;
import org.roamledger.report.SessionVersion;
import org.roamledger.session.Amount;
import org.roamledger.session.KeptReject;
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Network;
import org.roamledger.session.Organisation;
import org.roamledger.session.Provenance;
import org.roamledger.session.RawMessage;
import org.roamledger.session.RecordPlace;
import org.roamledger.session.Reject;
import org.roamledger.session.ReportColumn;
import org.roamledger.session.StationChange;
import org.roamledger.session.StationDirectory;
import org.roamledger.session.StationDirectory.Owner;
import org.roamledger.session.StationIds;
import org.roamledger.settings.ProxyChoice;
import org.roamledger.ui.base.Documents;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Sources;
import org.roamledger.ui.shell.Kept;
import org.roamledger.views.ExportProfile;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.table.RowOutcome;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Made-up sessions, the same at every run: 4,000 a month in October and November 2026 unless told
/// otherwise.
public final class CannedEngine implements Engine, Sources {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    public static final Instant NOW = Instant.parse("2026-11-02T08:15:00Z");

    private static final String[] NETWORKS = {"Hubject", "Gireve", "OCPI"};
    private static final String[] PROVIDERS = {
        "DE*8EO", "SE*EON", "DE*EBW", "FR*GIR", "NL*NUO", "NO*REC", "DK*CLE", "DE*ENB", "FI*VIR",
        "AT*SMA", "CH*MOV", "BE*PLU"
    };
    private static final String[] METHODS = {"app", "rfid", "rfid", "plugandcharge", "onetime"};
    private static final String[] PLACES = {
        "Centralen P1", "Hamnen Norra", "Mässan Gate 3", "Stortorget", "Lindholmen", "Rastplats E6"
    };

    private static final int FIRST_ID = 26_100_000;

    public final AtomicInteger closed = new AtomicInteger();
    public final CannedUpkeep upkeep = new CannedUpkeep();
    public final List<Path> exported = new CopyOnWriteArrayList<>();
    public final List<Picture> pictures = new CopyOnWriteArrayList<>();
    public final CannedDocuments documents = new CannedDocuments();
    public final List<Path> imported = new CopyOnWriteArrayList<>();
    public final List<TableMapping> mappings = new CopyOnWriteArrayList<>();
    public volatile List<SourceStatus> sources =
            List.of(
                    new SourceStatus(
                            "Nordvolt back office",
                            "https://ocpi.nordvolt.example/versions",
                            NOW.minusSeconds(300),
                            null,
                            8_412),
                    new SourceStatus(
                            "Imported files", null, NOW.minusSeconds(3 * 86_400), null, 1_204));
    public volatile CannedStations stations = CannedStations.some();
    public volatile @Nullable Problem stationsProblem;
    public volatile @Nullable Problem loadProblem;
    public volatile @Nullable Problem detailProblem;
    public volatile int size = 4_000;

    /// Loaded in place of a report made for the parameters, if there is one.
    public volatile @Nullable Report made;

    public volatile Kept left = Kept.FIRST;

    /// The person's folder of settings.
    public volatile Path settings =
            Path.of("target", "window-settings", UUID.randomUUID().toString());

    public volatile List<KeptReject> rejects =
            List.of(
                    reject(1, "Nordvolt back office", "CDR-91", Reject.Reason.NOT_A_TIME, null),
                    reject(2, "files", "", Reject.Reason.MISSING_VALUE, "/archive/october.csv"),
                    reject(3, "files", "C-7", Reject.Reason.NOT_A_NUMBER, "/archive/october.csv"));

    public final List<String> synced = new CopyOnWriteArrayList<>();
    public volatile MergeCounts syncCounts = new MergeCounts(12, 3, 40, 0);
    public volatile @Nullable Problem syncProblem;
    public final List<String> scanned = new CopyOnWriteArrayList<>();
    public final List<NewSource> changed = new CopyOnWriteArrayList<>();

    public volatile Connection connection = new Connection("system", null, null);
    public volatile @Nullable String keptPassword;

    /// What syncs have to tell besides.
    public volatile List<Problem> warnings = List.of();

    /// Whether new sources pass their test.
    public volatile boolean accepts;

    public volatile Schedule schedule = Schedule.NEVER;

    public volatile List<PastSync> history = CannedHistory.some();

    public volatile List<Gone> gone =
            List.of(
                    new Gone(
                            "CDR-26100010",
                            NOW.minusSeconds(1_300_000),
                            "DE*8EO",
                            new Amount(124_300),
                            "EUR"),
                    new Gone("CDR-26100011", NOW.minusSeconds(900_000), null, null, null));

    /// Loads wait for it.
    public volatile CountDownLatch gate = new CountDownLatch(0);

    private static KeptReject reject(
            long id, String source, String recordId, Reject.Reason reason, @Nullable String file) {
        var raw = "{\"id\":\"%s\",\"start_date_time\":\"soon\"}".formatted(recordId);
        return new KeptReject(
                id,
                source,
                new Reject(
                                new RecordPlace.Line(16 + id),
                                recordId,
                                reason,
                                "start_date_time",
                                "soon",
                                raw)
                        .in(file),
                NOW.minusSeconds(7_200),
                NOW.minusSeconds(300));
    }

    @Override
    public List<Organisation> organisations() {
        return stations.owners().stream().map(Owner::organisation).toList();
    }

    @Override
    public ZoneId reportZone(Set<String> organisations) {
        return ZONE;
    }

    @Override
    public Report load(ReportParameters parameters, Progress progress) {
        await();
        var problem = loadProblem;
        if (problem != null) {
            throw new ProblemException(problem);
        }
        var loaded = made;
        if (loaded != null) {
            return loaded;
        }
        var builder = new ReportBuilder(parameters);
        var random = new Random(parameters.from().toEpochDay());
        var rows = parameters.from().isBefore(LocalDate.of(2026, 10, 1)) ? 0 : size;
        for (var row = 0; row < rows; row++) {
            addRow(builder, parameters, random, row, 0);
        }
        return builder.build();
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.Cancelled(), e);
        }
    }

    private static void addRow(
            ReportBuilder builder,
            ReportParameters parameters,
            Random random,
            int row,
            long discount) {
        var span = parameters.end().getEpochSecond() - parameters.start().getEpochSecond();
        var start = parameters.start().getEpochSecond() + (long) (random.nextDouble() * span);
        var credit = isCredit(row);
        var sign = credit ? -1 : 1;
        var dc = random.nextInt(3) == 0;
        var wattHours =
                sign * (dc ? 9_000 + random.nextInt(52_000) : 1_500 + random.nextInt(20_000));
        var duration = 600L + Math.abs(wattHours) / (dc ? 12 : 3);
        var failed = row % 97 == 5;
        var currency = List.of("EUR", "EUR", "EUR", "SEK", "DKK").get(random.nextInt(5));
        var perKwh = currency.equals("EUR") ? 5_200 : 54_000;
        var gross = (long) wattHours * perKwh / 1000 / 100 * 100 - discount;
        var station = random.nextInt(240);
        builder.times(start, 60, failed ? Column.Numbers.MISSING : start + duration);
        var meter = row % 4 == 0 ? (1_000_000L + row * 977L) * 1000 : Column.Numbers.MISSING;
        builder.energy(
                wattHours,
                meter,
                meter == Column.Numbers.MISSING ? meter : meter + Math.abs(wattHours) * 1000L);
        var priced = row % 41 != 9;
        builder.money(
                priced ? gross : Column.Numbers.MISSING,
                priced && row % 53 != 3 ? gross / 5 : Column.Numbers.MISSING,
                250_000);
        builder.ids(
                "CDR-" + (FIRST_ID + row) + (credit ? "-C" : ""),
                failed ? null : Integer.toHexString(random.nextInt()));
        builder.settingAsOf(NOW.getEpochSecond() - 300);
        addNames(builder, parameters, random, station, dc, currency, start);
        builder.endRow(row + 1, credit, isChanged(row), NOW.getEpochSecond() - 300);
    }

    private static void addNames(
            ReportBuilder builder,
            ReportParameters parameters,
            Random random,
            int station,
            boolean dc,
            String currency,
            long start) {
        var month = Instant.ofEpochSecond(start).atZone(parameters.zone()).toString();
        var provider = PROVIDERS[Math.min(random.nextInt(12), random.nextInt(12))];
        builder.codes(ReportColumn.MONTH).add(month.substring(0, 7));
        builder.codes(ReportColumn.NETWORK).add(NETWORKS[Math.min(2, random.nextInt(4))]);
        builder.codes(ReportColumn.STATION_ID).add("ST-" + (1000 + station));
        builder.codes(ReportColumn.EVSE_ID).add("SE*NVO*E" + (1000 + station) + "*1");
        builder.codes(ReportColumn.STATION_NAME).add(PLACES[station % PLACES.length]);
        builder.codes(ReportColumn.CURRENCY).add(currency);
        builder.codes(ReportColumn.ACCESS).add(station % 5 == 0 ? "Private" : "Public");
        builder.codes(ReportColumn.FREE_USAGE).add(station % 23 == 0 ? "yes" : "no");
        builder.codes(ReportColumn.PLUG_TYPE).add(dc ? "DC" : "AC");
        builder.codes(ReportColumn.CHARGE_METHOD).add(METHODS[random.nextInt(METHODS.length)]);
        builder.codes(ReportColumn.OPERATOR_ID).add("SE*NVO");
        builder.codes(ReportColumn.PROVIDER_ID).add(provider);
        builder.codes(ReportColumn.ORGANISATION).add(station % 2 == 0 ? "Nordvolt" : "Kustladd");
        builder.codes(ReportColumn.SOURCE).add("Nordvolt back office");
        builder.codes(ReportColumn.PROVENANCE).add("month: computed station zone " + ZONE);
    }

    @Override
    public Sources sources() {
        return this;
    }

    @Override
    public List<SourceStatus> all() {
        return sources;
    }

    @Override
    public void add(NewSource source) {
        if (sources.stream().anyMatch(known -> known.name().equals(source.name()))) {
            throw new ProblemException(new Problem.SourceExists(source.name()));
        }
        var more = new ArrayList<>(sources);
        more.add(new SourceStatus(source.name(), source.url(), null, null, 0));
        sources = List.copyOf(more);
    }

    @Override
    public NewSource entered(String source) {
        return new NewSource(
                source,
                "https://hub.example/ocpi/versions",
                new Login.Token(""),
                Network.HUBJECT,
                "Nordvolt",
                ZONE,
                new Hub("field:x_network", "SE*ABC", "DE*HUB"));
    }

    @Override
    public void change(NewSource source) {
        changed.add(source);
    }

    @Override
    public void remove(String name) {
        sources = sources.stream().filter(known -> !known.name().equals(name)).toList();
    }

    @Override
    public List<TestStep> test(String source) {
        return List.of(
                new TestStep("address", null),
                new TestStep("tls", null),
                new TestStep("token", null),
                new TestStep("version", null),
                new TestStep("module", new Problem.ModuleMissing(source, "Stations")));
    }

    @Override
    public List<TestStep> test(NewSource source) {
        return List.of(
                new TestStep("address", null),
                new TestStep(
                        "token", accepts ? null : new Problem.TokenRefused(source.url(), 401)));
    }

    @Override
    public CannedUpkeep upkeep() {
        return upkeep;
    }

    @Override
    public List<SyncLine> sync(Progress progress) {
        return List.of(
                new SyncLine(
                        "Nordvolt back office", new MergeCounts(12, 3, 40, 0), null, warnings));
    }

    @Override
    public SyncLine sync(String source, Progress progress) {
        synced.add(source);
        return new SyncLine(source, syncCounts, syncProblem, warnings);
    }

    @Override
    public SyncLine scan(String source, @Nullable YearMonth month, Progress progress) {
        scanned.add(String.valueOf(month));
        return new SyncLine(source, new MergeCounts(2, 1, 4_210, 0), null, warnings);
    }

    @Override
    public List<PastSync> history(String source) {
        return history;
    }

    @Override
    public void exportList(List<List<String>> lines, Path target, Locale locale) {
        exported.add(target);
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public void keepSchedule(Schedule kept) {
        schedule = kept;
    }

    @Override
    public List<Gone> gone(String source) {
        return gone;
    }

    @Override
    public List<ImportLine> importFiles(List<Path> files, Progress progress) {
        imported.addAll(files);
        return files.stream()
                .map(file -> new ImportLine(file, new MergeCounts(120, 4, 30, 2), null, List.of()))
                .toList();
    }

    @Override
    public StationDirectory stations() {
        await();
        var problem = stationsProblem;
        if (problem != null) {
            throw new ProblemException(problem);
        }
        return stations.directory();
    }

    @Override
    public void changeStations(List<StationIds> changed, StationChange change) {
        stations = stations.changed(changed, change);
    }

    @Override
    public void putOrganisation(@Nullable String before, Owner after) {
        stations = stations.with(before, after);
    }

    @Override
    public void exportStations(Path target, Locale locale) {
        exported.add(target);
    }

    @Override
    public List<Path> unclear(List<Path> files) {
        return files.stream()
                .filter(TableLook::isTable)
                .filter(file -> preview(file).state() == TablePreview.State.GUESSED)
                .toList();
    }

    @Override
    public TablePreview preview(Path table) {
        return look(table).preview();
    }

    @Override
    public List<SampledRow> sample(Path table, TableMapping mapping) {
        return look(table).sample(mapping).stream()
                .map(
                        row ->
                                switch (row) {
                                    case RowOutcome.Read(var read) ->
                                            new SampledRow(read.session(), null);
                                    case RowOutcome.Refused(var reject) ->
                                            new SampledRow(null, reject);
                                })
                .toList();
    }

    private static TableLook look(Path table) {
        return new TableLook(table, ImportSettings.NONE, MappingBook.EMPTY);
    }

    @Override
    public ImportLine importMapped(Path table, TableMapping mapping, Progress progress) {
        imported.add(table);
        mappings.add(mapping);
        return new ImportLine(
                table,
                new MergeCounts(3, 0, 0, 0),
                null,
                List.of(new Problem.ProbablyCutOff(table, 1_000)));
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
        pictures.add(picture);
        exported.add(target);
    }

    @Override
    public Documents documents() {
        return documents;
    }

    @Override
    public void export(
            ReportView view,
            List<ReportColumn> columns,
            ExportProfile profile,
            Path target,
            Progress progress) {
        exported.add(target);
    }

    @Override
    public SessionDetail detail(long session, ZoneId reportZone) {
        await();
        var problem = detailProblem;
        if (problem != null) {
            throw new ProblemException(problem);
        }
        var row = (int) session - 1;
        var versions = new ArrayList<SessionVersion>();
        versions.add(version(isChanged(row) ? 2 : 1, row, 0));
        if (isChanged(row)) {
            versions.add(version(1, row, 12_500));
        }
        var partner =
                isCredit(row)
                        ? new SessionDetail.Partner(row, "CDR-" + (FIRST_ID + row - 1), false, NOW)
                        : isCredit(row + 1)
                                ? new SessionDetail.Partner(
                                        row + 2, "CDR-" + (FIRST_ID + row + 1) + "-C", true, NOW)
                                : null;
        return new SessionDetail(session, versions, partner);
    }

    private static SessionVersion version(int number, int row, long discount) {
        var parameters =
                new ReportParameters(
                        Set.of(),
                        false,
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 12, 1),
                        ZONE);
        var builder = new ReportBuilder(parameters);
        addRow(builder, parameters, new Random(row), row, discount);
        var raw =
                """
                {"country_code":"SE","party_id":"NVO","id":"CDR-%d","cdr_location":{"id":"L-17","name":"Hamnen \\"Norra\\"",
                "evse_uid":"ST-1017"},"charging_periods":[],"total_cost":{"excl_vat":10.40,"incl_vat":13.00},
                "total_energy":20.010}
                """
                        .formatted(FIRST_ID + row);
        return new SessionVersion(
                number,
                "Nordvolt back office",
                NOW.minusSeconds(86_400L * (3 - number)),
                new RawMessage(RawMessage.Form.OCPI_CDR, raw.getBytes(StandardCharsets.UTF_8)),
                builder.build(),
                Map.of(
                        ReportColumn.MONTH,
                        Provenance.computed("station zone Europe/Stockholm"),
                        ReportColumn.NETWORK,
                        Provenance.computed("source setting"),
                        ReportColumn.PRICE,
                        Provenance.reported("total_cost.incl_vat"),
                        ReportColumn.VAT_RATE,
                        Provenance.computed("incl_vat / excl_vat, national rate"),
                        ReportColumn.FREE_USAGE,
                        Provenance.reported("station list", NOW.minusSeconds(300)),
                        ReportColumn.ACCESS,
                        Provenance.reported("station list", NOW.minusSeconds(300)),
                        ReportColumn.DURATION,
                        Provenance.computed("stop time - start time, as instants")));
    }

    private static boolean isCredit(int row) {
        return row % 60 == 17;
    }

    private static boolean isChanged(int row) {
        return row % 71 == 4;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void changeConnection(Connection changed, @Nullable String proxyPassword) {
        ProxyChoice.parse(changed.proxy(), changed.proxyUser());
        connection = changed;
        keptPassword = proxyPassword;
    }

    @Override
    public Rejects rejects() {
        return new Rejects(rejects.size(), rejects);
    }

    @Override
    public Retried retryRejects(Set<Long> ids, Progress progress) {
        var before = rejects.size();
        rejects =
                rejects.stream()
                        .filter(kept -> !ids.isEmpty() && !ids.contains(kept.id()))
                        .toList();
        return new Retried(before - rejects.size(), 0, 0);
    }

    @Override
    public long exportRejects(Path target, Progress progress) {
        exported.add(target);
        return rejects.size();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }
}
