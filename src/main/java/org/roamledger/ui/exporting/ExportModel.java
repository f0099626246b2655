package org.roamledger.ui.exporting;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.jspecify.annotations.Nullable;
import org.roamledger.problem.Progress;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.base.Activity;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Lane;
import org.roamledger.ui.base.Notice;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.ExportProfiles;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.RecentExport;
import org.roamledger.views.RecentExports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Writes the rows on the screen to a file in one of several ways, and knows the files of before.
///
/// Confined to the screen thread.
public final class ExportModel {

    private final Writer writer;
    private final RecentExports kept;
    private final ExportProfiles keptProfiles;
    private final InstantSource clock;
    private final Consumer<Notice> notices;
    private final Consumer<Path> open;
    private final Activity exporting;
    private final Lane remembering;
    private final Lane looking;
    private final Lane choosing;
    private final ReadOnlyObjectWrapper<ExportProfiles.Content> profiles =
            new ReadOnlyObjectWrapper<>(ExportProfiles.Content.FIRST);
    private final ReadOnlyObjectWrapper<List<Recent>> recent =
            new ReadOnlyObjectWrapper<>(List.of());

    /// Writes a file.
    @FunctionalInterface
    public interface Writer {
        void write(
                ReportView view,
                List<ReportColumn> columns,
                ExportProfile profile,
                Path target,
                Progress progress);
    }

    /// What is written.
    ///
    /// @param columns from left to right
    public record Prepared(ReportView view, List<ReportColumn> columns) {}

    /// A file of before.
    ///
    /// @param there whether it is still there
    public record Recent(RecentExport export, boolean there) {}

    private record Written(Path file, long rows) {}

    /// @param open opens a file or a folder in the system's own way
    public ExportModel(
            Writer writer,
            KeptViews kept,
            Background background,
            InstantSource clock,
            Consumer<Notice> notices,
            Consumer<Path> open) {
        this.writer = writer;
        this.kept = kept.exports();
        this.keptProfiles = kept.profiles();
        this.clock = clock;
        this.notices = notices;
        this.open = open;
        this.exporting = new Activity("activity.export", background.lane("export"));
        this.remembering = background.lane("export-remember");
        this.looking = background.lane("export-recent");
        this.choosing = background.lane("export-profiles");
    }

    /// Writes the rows of a view as they are now, whatever is filtered meanwhile.
    ///
    /// @param profile how; if the target's ending is that of another format, that counts
    /// @param shown what these rows are, for the list of recent exports
    public void export(
            ReportView view,
            List<ReportColumn> columns,
            ExportProfile profile,
            Path target,
            NamedView shown) {
        export(_ -> new Prepared(view, columns), profile.orAsNamed(target), target, shown);
    }

    /// Writes a file anew, with what its view shows now, in place of what is there.
    ///
    /// @param prepare loads what is written
    public void again(RecentExport export, Lane.Work<Prepared> prepare) {
        export(prepare, export.profile(), export.file(), export.view());
    }

    private void export(
            Lane.Work<Prepared> prepare, ExportProfile profile, Path target, NamedView shown) {
        exporting.run(
                progress -> {
                    var prepared = prepare.run(progress);
                    writer.write(prepared.view(), prepared.columns(), profile, target, progress);
                    return new Written(target.toAbsolutePath(), prepared.view().size());
                },
                written -> {
                    notices.accept(done(written));
                    remember(written, profile, shown);
                },
                problem -> notices.accept(Notice.failed("export.failed", problem)));
    }

    private Notice done(Written written) {
        var file = written.file();
        return Notice.done("export.done", written.rows(), name(file))
                .offering(new Notice.Offer("export.openFile", () -> open.accept(file)))
                .offering(new Notice.Offer("export.openFolder", () -> open.accept(folder(file))));
    }

    private void remember(Written written, ExportProfile profile, NamedView shown) {
        var export =
                new RecentExport(written.file(), clock.instant(), written.rows(), shown, profile);
        change(kept -> kept.add(export));
    }

    /// Takes a file off the list; the file itself stays.
    public void forget(RecentExport export) {
        change(kept -> kept.forget(export));
    }

    private void change(Function<RecentExports, List<RecentExport>> work) {
        remembering.run(
                _ -> looked(work.apply(kept)),
                recent::set,
                problem -> notices.accept(Notice.failed("recent.failed", problem)));
    }

    /// Reads the list again: another window may have exported, and files may be gone.
    public void refresh() {
        looking.run(
                _ -> looked(kept.read()),
                recent::set,
                problem -> notices.accept(Notice.failed("recent.failed", problem)));
    }

    private static List<Recent> looked(List<RecentExport> exports) {
        return exports.stream()
                .map(export -> new Recent(export, Files.isRegularFile(export.file())))
                .toList();
    }

    public void openFile(RecentExport export) {
        open(export.file());
    }

    public void openFolder(RecentExport export) {
        open(folder(export.file()));
    }

    private void open(Path path) {
        looking.run(
                _ -> Files.exists(path),
                there -> {
                    if (there) {
                        open.accept(path);
                    } else {
                        notices.accept(Notice.hint("recent.gone", path.toString()));
                        refresh();
                    }
                },
                problem -> notices.accept(Notice.failed("recent.failed", problem)));
    }

    private static Path folder(Path file) {
        @Nullable Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    /// The name of a file without its folder.
    public static String name(Path file) {
        @Nullable Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// A name for a file of a report: `roaming-sessions_2026-10-01_2026-10-31.xlsx`.
    public static String suggestedName(ReportParameters parameters, ExportProfile profile) {
        return "roaming-sessions_%s_%s%s"
                .formatted(parameters.from(), parameters.to().minusDays(1), profile.ending());
    }

    /// Reads the profiles again: another window may have changed them.
    public void refreshProfiles() {
        changeProfiles(ExportProfiles::read);
    }

    /// Remembers how sessions are exported from now on.
    void choose(ExportProfile profile) {
        changeProfiles(kept -> kept.choose(profile));
    }

    /// Keeps an own profile, in place of one of that name, and chooses it.
    void keep(ExportProfile profile) {
        changeProfiles(kept -> kept.keep(profile));
    }

    /// Takes an own profile away.
    void forget(ExportProfile profile) {
        changeProfiles(kept -> kept.forget(profile));
    }

    private void changeProfiles(Function<ExportProfiles, ExportProfiles.Content> work) {
        choosing.run(
                _ -> work.apply(keptProfiles),
                profiles::set,
                problem -> notices.accept(Notice.failed("export.profilesFailed", problem)));
    }

    /// The ways of writing a file, and which of them is the usual one.
    public ReadOnlyObjectProperty<ExportProfiles.Content> profiles() {
        return profiles.getReadOnlyProperty();
    }

    public Activity exporting() {
        return exporting;
    }

    /// The files of before, the newest first.
    public ReadOnlyObjectProperty<List<Recent>> recent() {
        return recent.getReadOnlyProperty();
    }
}
