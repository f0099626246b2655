package org.roamledger.ui.exporting;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Writes the rows on the screen to a file.
///
/// Confined to the screen thread.
public final class ExportModel {

    private final Writer writer;
    private final Consumer<Notice> notices;
    private final Consumer<Path> showFolder;
    private final Activity exporting;

    /// Writes a file.
    @FunctionalInterface
    public interface Writer {
        void write(ReportView view, List<ReportColumn> columns, Path target, Progress progress);
    }

    /// @param showFolder shows a folder in the system's own way
    public ExportModel(
            Writer writer,
            Background background,
            Consumer<Notice> notices,
            Consumer<Path> showFolder) {
        this.writer = writer;
        this.notices = notices;
        this.showFolder = showFolder;
        this.exporting = new Activity("activity.export", background.lane("export"));
    }

    /// Writes the rows of a view as they are now, whatever is filtered meanwhile.
    public void export(ReportView view, List<ReportColumn> columns, Path target) {
        exporting.run(
                progress -> {
                    writer.write(view, columns, target, progress);
                    return target;
                },
                written -> notices.accept(done(view, written)),
                problem -> notices.accept(Notice.failed("export.failed", problem)));
    }

    private Notice done(ReportView view, Path written) {
        var told = Notice.done("export.done", view.size(), name(written));
        var folder = written.toAbsolutePath().getParent();
        return folder == null
                ? told
                : told.offering(
                        new Notice.Offer("export.openFolder", () -> showFolder.accept(folder)));
    }

    private static String name(Path file) {
        @Nullable Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// A name for a file of a report: `roaming-sessions_2026-10-01_2026-10-31.xlsx`.
    public static String suggestedName(ReportParameters parameters) {
        return "roaming-sessions_%s_%s.xlsx"
                .formatted(parameters.from(), parameters.to().minusDays(1));
    }

    public Activity exporting() {
        return exporting;
    }
}
