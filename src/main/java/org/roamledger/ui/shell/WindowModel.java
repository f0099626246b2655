package org.roamledger.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SessionDetail;
import org.roamledger.session.Organisation;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.care.CareModel;
import org.roamledger.ui.charts.ChartsModel;
import org.roamledger.ui.detail.DetailModel;
import org.roamledger.ui.exporting.ExportModel;
import org.roamledger.ui.filter.CountsModel;
import org.roamledger.ui.filter.FilterModel;
import org.roamledger.ui.filter.Period;
import org.roamledger.ui.filter.Scope;
import org.roamledger.ui.mapping.ImportModel;
import org.roamledger.ui.palette.PaletteModel;
import org.roamledger.ui.rejects.RejectsModel;
import org.roamledger.ui.report.ReportModel;
import org.roamledger.ui.settlement.PreviewModel;
import org.roamledger.ui.settlement.SettlementModel;
import org.roamledger.ui.sources.AutoSync;
import org.roamledger.ui.sources.ConnectionModel;
import org.roamledger.ui.sources.SourcesModel;
import org.roamledger.ui.stations.StationsModel;
import org.roamledger.views.Days;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.RecentExport;
import org.roamledger.views.ViewState;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
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
    private final CareModel care;
    private final ChartsModel charts;
    private final ZoneId zone;
    private final DetailModel detail;
    private final RejectsModel rejects;
    private final SettlementModel settlement;
    private final PreviewModel preview;
    private final PaletteModel palette = new PaletteModel();
    private final Lane asking;
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private Runnable showRejects = () -> {};
    private Consumer<String> showGone = _ -> {};
    private final ReadOnlyObjectWrapper<@Nullable Drilled> drilled = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.SESSIONS);
    private final KeptViews keptViews;
    private final WindowViews views;
    private final BooleanProperty filtersOpen;
    private final DoubleProperty filtersWidth;
    private final ReadOnlyObjectWrapper<ContentState> content =
            new ReadOnlyObjectWrapper<>(ContentState.FIRST_LOAD);

    /// @param zone zone that says which day it is
    /// @param kept how the window was left
    /// @param keptViews saved views and recent exports
    /// @param opening what is shown first
    /// @param open opens a file or a folder in the system's own way
    public WindowModel(
            Engine engine,
            Background background,
            InstantSource clock,
            ZoneId zone,
            Kept kept,
            KeptViews keptViews,
            KeptViews.Opening opening,
            Consumer<Path> open) {
        this.engine = engine;
        this.zone = zone;
        this.keptViews = keptViews;
        this.asking = background.lane("organisations");
        filter = new FilterModel(() -> clock.instant().atZone(zone).toLocalDate());
        counts =
                new CountsModel(
                        background, problem -> tell(Notice.failed("filter.countFailed", problem)));
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
                        engine.sources(),
                        background,
                        sources,
                        clock,
                        new SplittableRandom(),
                        this::tell);
        connection = new ConnectionModel(engine.sources(), background, this::tell);
        detail = new DetailModel(engine::detail, background, this::reveal);
        settlement = new SettlementModel(background, this::tell, this::drill);
        views =
                new WindowViews(
                        new ViewStates(filter, report, settlement, page),
                        keptViews,
                        opening,
                        () -> report.arrange(kept.columns()),
                        background,
                        clock,
                        this::tell);
        filtersOpen = new SimpleBooleanProperty(kept.filtersOpen());
        filtersWidth = new SimpleDoubleProperty(kept.filtersWidth());
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
        exporting = new ExportModel(engine::export, keptViews, background, clock, this::tell, open);
        charts = new ChartsModel(background, engine::savePicture, filter::show, this::tell);
        charts.seen().bind(page.isEqualTo(Page.CHARTS));
        stations = new StationsModel(engine, background, this::tell, this::refreshReport);
        care =
                new CareModel(
                        engine.upkeep(),
                        background,
                        clock,
                        this::tell,
                        sources::sync,
                        this::replaced,
                        open);
        preview = new PreviewModel(engine, background, this::tell);
        filter.scope().subscribe(scope -> report.load(progress -> load(scope, progress)));
        filter.filter().subscribe(report::show);
        report.shown()
                .subscribe(
                        shown -> {
                            if (shown != null) {
                                counts.count(shown.view());
                                settlement.show(shown.view());
                                charts.show(shown.view());
                            }
                        });
        page.subscribe(now -> settlement.look(now == Page.SETTLEMENT));
        filter.filter().subscribe(this::forgetDrilled);
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
    ///
    /// @param frame where the window is, if that is known
    public Kept kept(@Nullable Frame frame) {
        return new Kept(
                report.columns().get(),
                detail.open().get(),
                detail.width().get(),
                filtersOpen.get(),
                filtersWidth.get(),
                frame);
    }

    /// Keeps what is shown for the next start.
    ///
    /// @throws ProblemException with [org.roamledger.problem.Problem.FileNotWritable]
    public void keepViews() {
        var open = views.saved().open().get();
        keptViews.keepLast(open == null ? null : open.name(), views.now());
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

    /// How the rows of one group of the settlement came to be shown.
    ///
    /// @param before the filter of the settlement
    /// @param narrowed that of the group
    record Drilled(ReportFilter before, ReportFilter narrowed) {}

    private void drill(ReportFilter narrowed) {
        var before = filter.filter().get();
        views.history()
                .asOne(
                        () -> {
                            filter.show(narrowed);
                            page.set(Page.SESSIONS);
                        });
        drilled.set(new Drilled(before, narrowed));
    }

    /// Leads back to the settlement from which one group was looked at.
    void drillBack() {
        var from = drilled.get();
        if (from != null) {
            drilled.set(null);
            views.history()
                    .asOne(
                            () -> {
                                filter.show(from.before());
                                page.set(Page.SETTLEMENT);
                            });
        }
    }

    /// With another filter there is nothing to go back to.
    private void forgetDrilled(ReportFilter now) {
        var from = drilled.get();
        if (from != null && !from.narrowed().equals(now)) {
            drilled.set(null);
        }
    }

    private void lookAt(ReportModel.@Nullable Picked picked) {
        if (picked == null) {
            detail.showNothing();
        } else {
            detail.show(picked.report(), picked.row());
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

    /// There is another store than before.
    private void replaced() {
        sources.refresh();
        refresh();
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
                offered -> views.history().adopt(() -> filter.offer(offered)),
                problem -> tell(Notice.failed("sources.failed", problem)));
    }

    /// Lets time pass. To be called every few seconds.
    public void tick() {
        autoSync.tick();
        care.tick();
    }

    void export(ExportProfile profile, Path target) {
        var shown = report.shown().get();
        if (shown != null) {
            exporting.export(
                    shown.view(),
                    report.columns().get().visible(),
                    profile,
                    target,
                    asExported(shown.view().report().parameters()));
        }
    }

    /// What is shown, with the days that it has now: the file stays one of those days.
    private NamedView asExported(ReportParameters parameters) {
        var open = views.saved().open().get();
        var last = parameters.to().minusDays(1);
        return NamedView.of(
                open == null ? NamedView.STANDARD : open.name(),
                views.now().with(new Days.Fixed(parameters.from(), last)));
    }

    void exportAgain(RecentExport export) {
        exporting.again(export, progress -> prepare(export.view().state(), progress));
    }

    private ExportModel.Prepared prepare(ViewState state, Progress progress) {
        if (!(state.days() instanceof Days.Fixed(var first, var last))) {
            throw new IllegalArgumentException("an export of relative days");
        }
        var scope =
                new Scope(
                        state.organisations(),
                        state.withSubOrganisations(),
                        new Period(first, last.plusDays(1)));
        var view = ReportView.of(load(scope, progress), state.filter(), state.order());
        var columns = new ArrayList<>(state.columns().order());
        columns.removeAll(state.columns().hidden());
        return new ExportModel.Prepared(view, columns);
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
    public ReadOnlyObjectProperty<ContentState> content() {
        return content.getReadOnlyProperty();
    }

    public WindowViews views() {
        return views;
    }

    ExportModel exporting() {
        return exporting;
    }

    /// Whether the filters are shown.
    BooleanProperty filtersOpen() {
        return filtersOpen;
    }

    /// How wide the filters are, in pixels.
    DoubleProperty filtersWidth() {
        return filtersWidth;
    }

    /// The group of the settlement whose rows are shown; nothing if they are those of no one group.
    ReadOnlyObjectProperty<@Nullable Drilled> drilled() {
        return drilled.getReadOnlyProperty();
    }

    PreviewModel preview() {
        return preview;
    }

    SettlementModel settlement() {
        return settlement;
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
                charts.saving(),
                care.working(),
                care.supporting(),
                preview.partnerFiles(),
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

    ChartsModel charts() {
        return charts;
    }

    CareModel care() {
        return care;
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
