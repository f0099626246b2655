package org.roamledger.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.Organisation;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.detail.DetailModel;
import org.roamledger.ui.exporting.ExportModel;
import org.roamledger.ui.filter.CountsModel;
import org.roamledger.ui.filter.FilterModel;
import org.roamledger.ui.filter.Scope;
import org.roamledger.ui.mapping.ImportModel;
import org.roamledger.ui.palette.PaletteModel;
import org.roamledger.ui.rejects.RejectsModel;
import org.roamledger.ui.report.ReportModel;
import org.roamledger.ui.sources.AutoSync;
import org.roamledger.ui.sources.ConnectionModel;
import org.roamledger.ui.sources.SourcesModel;
import org.roamledger.ui.stations.StationsModel;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The features of the window, and who tells whom: a scope loads a report, a filter shows some of
/// it, what is shown says what can be filtered.
///
/// Confined to the screen thread.
public final class WindowModel {

    private final Engine engine;
    private final FilterModel filter;
    private final CountsModel counts;
    private final ReportModel report;
    private final SourcesModel sources;
    private final AutoSync autoSync;
    private final ConnectionModel connection;
    private final ImportModel imports;
    private final ExportModel exporting;
    private final StationsModel stations;
    private final ZoneId zone;
    private final DetailModel detail;
    private final RejectsModel rejects;
    private final PaletteModel palette = new PaletteModel();
    private final Lane asking;
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private Runnable showRejects = () -> {};
    private Consumer<String> showGone = _ -> {};
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.SESSIONS);
    private final ReadOnlyObjectWrapper<ContentState> content =
            new ReadOnlyObjectWrapper<>(ContentState.FIRST_LOAD);

    /// @param zone zone that says which day it is
    /// @param kept how the window was left
    /// @param showFolder shows a folder in the system's own way
    public WindowModel(
            Engine engine,
            Background background,
            InstantSource clock,
            ZoneId zone,
            Kept kept,
            Consumer<Path> showFolder) {
        this.engine = engine;
        this.zone = zone;
        this.asking = background.lane("organisations");
        filter = new FilterModel(() -> clock.instant().atZone(zone).toLocalDate());
        counts =
                new CountsModel(
                        background,
                        problem -> tell(Notice.failed("filter.countFailed", problem)));
        report = new ReportModel(background, this::tell);
        sources =
                new SourcesModel(
                        engine,
                        background,
                        this::tell,
                        this::refresh,
                        () -> showRejects.run(),
                        source -> showGone.accept(source));
        autoSync =
                new AutoSync(
                        engine, background, sources, clock, new SplittableRandom(), this::tell);
        connection = new ConnectionModel(engine, background, this::tell);
        detail = new DetailModel(engine::detail, background, this::reveal);
        report.arrange(kept.columns());
        detail.width().set(kept.detailWidth());
        detail.open().set(kept.detailOpen());
        rejects = new RejectsModel(engine, background, this::tell, this::mended);
        imports =
                new ImportModel(
                        engine,
                        background,
                        this::tell,
                        sources::importFiles,
                        sources::importMapped);
        exporting = new ExportModel(engine::export, background, this::tell, showFolder);
        stations = new StationsModel(engine, background, this::tell, this::refreshReport);
        filter.scope().subscribe(scope -> report.load(progress -> load(scope, progress)));
        filter.filter().subscribe(report::show);
        report.shown()
                .subscribe(
                        shown -> {
                            if (shown != null) {
                                counts.count(shown.view());
                            }
                        });
        report.picked().subscribe(this::lookAt);
        report.shown().subscribe(this::decideContent);
        report.problem().subscribe(this::decideContent);
        report.loading().running().subscribe(this::decideContent);
        sources.sources().subscribe(this::decideContent);
        sources.refresh();
        rejects.refresh();
        askOrganisations();
    }

    /// How the window is left, for the next start.
    public Kept kept() {
        return new Kept(report.columns().get(), detail.open().get(), detail.width().get());
    }

    private Report load(Scope scope, Progress progress) {
        return engine.load(
                new ReportParameters(
                        scope.organisations(),
                        scope.withSubOrganisations(),
                        scope.period().from(),
                        scope.period().to(),
                        engine.reportZone(scope.organisations())),
                progress);
    }

    private void lookAt(ReportModel.@Nullable Picked picked) {
        if (picked == null) {
            detail.showNothing();
        } else {
            detail.show(picked.session(), picked.reportZone());
        }
    }

    private void reveal(SessionDetail.Partner partner) {
        var shown = report.shown().get();
        if (shown != null) {
            var zone = shown.view().report().parameters().zone();
            var day = partner.start().atZone(zone).toLocalDate();
            report.reveal(partner.session(), partner.cdrId(), day);
        }
    }

    /// There may be more sessions than before.
    private void mended() {
        sources.refresh();
        askOrganisations();
        report.reload();
    }

    private void refresh() {
        refreshReport();
        stations.refresh();
        rejects.refresh();
    }

    private void refreshReport() {
        askOrganisations();
        report.reload();
    }

    private void askOrganisations() {
        asking.run(
                _ -> List.<Organisation>copyOf(engine.organisations()),
                filter::offer,
                problem -> tell(Notice.failed("sources.failed", problem)));
    }

    /// Lets time pass. To be called every few seconds.
    public void tick() {
        autoSync.tick();
    }

    void export(Path target) {
        var shown = report.shown().get();
        if (shown != null) {
            exporting.export(shown.view(), report.columns().get().visible(), target);
        }
    }

    private void decideContent() {
        content.set(
                ContentState.of(
                        report.shown().get(),
                        sources.sources().get(),
                        report.loading().running().get(),
                        report.problem().get()));
    }

    /// What stands where the rows stand.
    ReadOnlyObjectProperty<ContentState> content() {
        return content.getReadOnlyProperty();
    }

    /// The page that is shown.
    ObjectProperty<Page> page() {
        return page;
    }

    /// Tells the person something in passing.
    public void tell(Notice told) {
        // The same words twice are told twice.
        notice.set(null);
        notice.set(told);
    }

    /// What was told last.
    ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    List<Activity> activities() {
        return List.of(
                report.loading(),
                sources.syncing(),
                sources.importing(),
                exporting.exporting(),
                rejects.retrying());
    }

    PaletteModel palette() {
        return palette;
    }

    FilterModel filter() {
        return filter;
    }

    CountsModel counts() {
        return counts;
    }

    ReportModel report() {
        return report;
    }

    SourcesModel sources() {
        return sources;
    }

    AutoSync autoSync() {
        return autoSync;
    }

    ConnectionModel connection() {
        return connection;
    }

    StationsModel stations() {
        return stations;
    }

    /// Zone that says which day it is.
    ZoneId zone() {
        return zone;
    }

    DetailModel detail() {
        return detail;
    }

    RejectsModel rejects() {
        return rejects;
    }

    /// @param show opens the list of records that could not be read
    void onShowRejects(Runnable show) {
        showRejects = show;
    }

    /// @param show opens the list of sessions that a source does not have any more
    void onShowGone(Consumer<String> show) {
        showGone = show;
    }

    ImportModel imports() {
        return imports;
    }

    Set<String> organisations() {
        return filter.scope().get().organisations();
    }
}
