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
import org.roamledger.session.MergeCounts;
import org.roamledger.session.Organisation;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Engine;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.table.RowOutcome;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// Made-up sessions, the same at every run: 4,000 a month in October and November 2026 unless told
/// otherwise.
public final class CannedEngine implements Engine {

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

    public final List<Path> exported = new CopyOnWriteArrayList<>();
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
    public volatile @Nullable Problem loadProblem;
    public volatile int size = 4_000;

    /// Loads wait for it.
    public volatile CountDownLatch gate = new CountDownLatch(0);

    @Override
    public List<Organisation> organisations() {
        return List.of(
                new Organisation("Nordvolt", null),
                new Organisation("Nordvolt Gothenburg", "Nordvolt"),
                new Organisation("Nordvolt Malmö", "Nordvolt"),
                new Organisation("Kustladd", null));
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
        var builder = new ReportBuilder(parameters);
        var random = new Random(parameters.from().toEpochDay());
        var rows = parameters.from().isBefore(LocalDate.of(2026, 10, 1)) ? 0 : size;
        for (var row = 0; row < rows; row++) {
            addRow(builder, parameters, random, row);
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
            ReportBuilder builder, ReportParameters parameters, Random random, int row) {
        var span = parameters.end().getEpochSecond() - parameters.start().getEpochSecond();
        var start = parameters.start().getEpochSecond() + (long) (random.nextDouble() * span);
        var credit = row % 60 == 17;
        var sign = credit ? -1 : 1;
        var dc = random.nextInt(3) == 0;
        var wattHours =
                sign * (dc ? 9_000 + random.nextInt(52_000) : 1_500 + random.nextInt(20_000));
        var duration = 600L + Math.abs(wattHours) / (dc ? 12 : 3);
        var failed = row % 97 == 5;
        var currency = List.of("EUR", "EUR", "EUR", "SEK", "DKK").get(random.nextInt(5));
        var perKwh = currency.equals("EUR") ? 5_200 : 54_000;
        var gross = (long) wattHours * perKwh / 1000 / 100 * 100;
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
                "CDR-" + (26_100_000 + row) + (credit ? "-C" : ""),
                failed ? null : Integer.toHexString(random.nextInt()));
        addNames(builder, parameters, random, station, dc, currency, start);
        builder.endRow(row + 1, credit, NOW.getEpochSecond() - 300);
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
    }

    @Override
    public List<SourceStatus> sources() {
        return sources;
    }

    @Override
    public void addSource(NewSource source) {
        if (sources.stream().anyMatch(known -> known.name().equals(source.name()))) {
            throw new ProblemException(new Problem.SourceExists(source.name()));
        }
        var more = new ArrayList<>(sources);
        more.add(new SourceStatus(source.name(), source.url(), null, null, 0));
        sources = List.copyOf(more);
    }

    @Override
    public void removeSource(String name) {
        sources = sources.stream().filter(known -> !known.name().equals(name)).toList();
    }

    @Override
    public List<SyncLine> sync(Progress progress) {
        return List.of(new SyncLine("Nordvolt back office", new MergeCounts(12, 3, 40, 0), null));
    }

    @Override
    public List<ImportLine> importFiles(List<Path> files, Progress progress) {
        imported.addAll(files);
        return files.stream()
                .map(file -> new ImportLine(file, new MergeCounts(120, 4, 30, 2), null, List.of()))
                .toList();
    }

    @Override
    public List<Path> unclear(List<Path> files) {
        return files.stream()
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
    public void export(
            ReportView view, List<ReportColumn> columns, Path target, Progress progress) {
        exported.add(target);
    }

    @Override
    public void close() {}
}
