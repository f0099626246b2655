package org.roamledger.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.report.Report;
import org.roamledger.report.ReportParameters;
import org.roamledger.session.Organisation;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Engine;
import org.roamledger.ui.base.Engine.SyncLine;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.exporting.ExportModel;
import org.roamledger.ui.filter.FilterModel;
import org.roamledger.ui.filter.Scope;
import org.roamledger.ui.mapping.ImportModel;
import org.roamledger.ui.report.ReportModel;
import org.roamledger.ui.sources.SourcesModel;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The features of the window, and who tells whom: a scope loads a report, a filter shows some of
/// it, what is shown says what can be filtered.
///
/// Confined to the screen thread.
public final class WindowModel {

    private final Engine engine;
    private final FilterModel filter;
    private final ReportModel report;
    private final SourcesModel sources;
    private final ImportModel imports;
    private final ExportModel exporting;
    private final Lane asking;
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ContentState> content =
            new ReadOnlyObjectWrapper<>(ContentState.FIRST_LOAD);

    /// @param zone zone that says which day it is
    /// @param showFolder shows a folder in the system's own way
    public WindowModel(
            Engine engine,
            Background background,
            InstantSource clock,
            ZoneId zone,
            Consumer<Path> showFolder) {
        this.engine = engine;
        this.asking = background.lane("organisations");
        filter = new FilterModel(() -> clock.instant().atZone(zone).toLocalDate());
        report = new ReportModel(FilterModel.FACETS, background, this::tell);
        sources = new SourcesModel(engine, background, this::tell, this::refresh);
        imports =
                new ImportModel(
                        engine,
                        background,
                        this::tell,
                        sources::importFiles,
                        sources::importMapped);
        exporting = new ExportModel(engine::export, background, this::tell, showFolder);
        filter.scope().subscribe(scope -> report.load(progress -> load(scope, progress)));
        filter.filter().subscribe(report::show);
        report.shown()
                .subscribe(
                        shown -> {
                            if (shown != null) {
                                filter.count(shown.facets());
                            }
                        });
        report.shown().subscribe(this::decideContent);
        report.problem().subscribe(this::decideContent);
        report.loading().running().subscribe(this::decideContent);
        sources.sources().subscribe(this::decideContent);
        sources.refresh();
        askOrganisations();
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

    private void refresh() {
        askOrganisations();
        report.reload();
    }

    private void askOrganisations() {
        asking.run(
                _ -> List.<Organisation>copyOf(engine.organisations()),
                filter::offer,
                problem -> tell(Notice.failed("sources.failed", problem)));
    }

    /// Runs the sample, which brings a source of its own.
    void trySample(Lane.Work<List<SyncLine>> sample) {
        sources.runAsSync(sample);
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

    private void tell(Notice told) {
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
                report.loading(), sources.syncing(), sources.importing(), exporting.exporting());
    }

    FilterModel filter() {
        return filter;
    }

    ReportModel report() {
        return report;
    }

    SourcesModel sources() {
        return sources;
    }

    ImportModel imports() {
        return imports;
    }

    Set<String> organisations() {
        return filter.scope().get().organisations();
    }
}
