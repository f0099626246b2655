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
import org.roamledger.store.SessionStore;
import org.roamledger.ui.base.Documents;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Sources;
import org.roamledger.ui.base.Upkeep;
import org.roamledger.views.ExportProfile;
import org.roamledger.wire.mapping.TableMapping;
import org.roamledger.wire.mapping.TablePreview;
import org.roamledger.wire.table.RowOutcome;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The window's engine over a store on disk.
public final class StoreEngine implements Engine {

    private static final int MOST_REJECTS = 5_000;

    /// Pictures have twice the points of an ordinary screen.
    private static final int PICTURE_DPI = 192;

    private final SessionStore store;
    private final StoreUpkeep upkeep;
    private final StoreSources sources;
    private final InstantSource clock;
    private final Runnable behind;

    /// @param store closed by [#close]
    /// @param sources of that store
    /// @param behind closes what the store's sources need, after the store
    public StoreEngine(
            SessionStore store,
            StoreUpkeep upkeep,
            StoreSources sources,
            InstantSource clock,
            Runnable behind) {
        this.store = store;
        this.upkeep = upkeep;
        this.sources = sources;
        this.clock = clock;
        this.behind = behind;
    }

    @Override
    public Upkeep upkeep() {
        return upkeep;
    }

    @Override
    public Sources sources() {
        return sources;
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
    public void exportList(List<List<String>> lines, Path target, Locale locale) {
        SmallCsv.write(lines, CsvForm.excel(locale), target);
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
