package org.roamledger.ui.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.report.ReportFilter;
import org.roamledger.report.ReportParameters;
import org.roamledger.report.ReportView;
import org.roamledger.report.SortOrder;
import org.roamledger.session.ReportColumn;
import org.roamledger.ui.CannedEngine;
import org.roamledger.ui.base.Background;
import org.roamledger.ui.base.Notice;
import org.roamledger.ui.exporting.ExportModel.Prepared;
import org.roamledger.ui.exporting.ExportModel.Recent;
import org.roamledger.views.Days;
import org.roamledger.views.ExportProfile;
import org.roamledger.views.KeptViews;
import org.roamledger.views.NamedView;
import org.roamledger.views.ViewColumns;
import org.roamledger.views.ViewState;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ExportModelTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final List<ReportColumn> COLUMNS = List.of(ReportColumn.PRICE);
    private static final NamedView OCTOBER =
            NamedView.of(
                    "October",
                    new ViewState(
                            Set.of(),
                            true,
                            new Days.Fixed(FIRST, LAST),
                            ReportFilter.NONE,
                            new ViewColumns(COLUMNS, Set.of(), Map.of(), 0, "compact"),
                            SortOrder.STANDARD,
                            "sessions",
                            List.of()));

    @TempDir private Path folder;

    private final List<Notice> notices = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();
    private final ReportView view =
            ReportView.of(
                    new CannedEngine()
                            .load(
                                    new ReportParameters(
                                            Set.of(),
                                            true,
                                            FIRST,
                                            LAST.plusDays(1),
                                            CannedEngine.ZONE),
                                    (_, _) -> {}),
                    ReportFilter.NONE,
                    SortOrder.STANDARD);

    private ExportModel model(ExportModel.Writer writer) {
        return new ExportModel(
                writer,
                new KeptViews(folder),
                new Background(_ -> Runnable::run, Runnable::run, () -> {}),
                () -> CannedEngine.NOW,
                notices::add,
                opened::add);
    }

    private static ExportModel.Writer files() {
        return (view, columns, _, target, _) -> {
            try {
                Files.writeString(target, view.size() + " " + columns);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private Path target() {
        return folder.resolve("october.xlsx");
    }

    @Test
    void anExportIsRememberedWithWhatWasShown() {
        var model = model(files());
        model.export(view, COLUMNS, ExportProfile.WORKBOOK, target(), OCTOBER);
        var recent = model.recent().get().getFirst();
        assertThat(recent.there()).isTrue();
        assertThat(recent.export().file()).isEqualTo(target());
        assertThat(recent.export().when()).isEqualTo(CannedEngine.NOW);
        assertThat(recent.export().rows()).isEqualTo(view.size());
        assertThat(recent.export().view()).isEqualTo(OCTOBER);
    }

    @Test
    void theGoodNewsOpensTheFileAndItsFolder() {
        model(files()).export(view, COLUMNS, ExportProfile.WORKBOOK, target(), OCTOBER);
        notices.getFirst().offers().forEach(offer -> offer.action().run());
        assertThat(opened).containsExactly(target(), folder);
    }

    @Test
    void anExportThatFailsIsToldAndNotRemembered() {
        var problem = new Problem.DiskFull(target());
        var model =
                model(
                        (_, _, _, _, _) -> {
                            throw new ProblemException(problem);
                        });
        model.export(view, COLUMNS, ExportProfile.WORKBOOK, target(), OCTOBER);
        model.refresh();
        assertThat(notices.getFirst().problems()).containsExactly(problem);
        assertThat(model.recent().get()).isEmpty();
    }

    @Test
    void aFileIsWrittenAnewWithWhatItsViewShowsNow() throws IOException {
        var model = model(files());
        model.export(view, List.of(), ExportProfile.WORKBOOK, target(), OCTOBER);
        model.again(model.recent().get().getFirst().export(), _ -> new Prepared(view, COLUMNS));
        assertThat(Files.readString(target())).endsWith("[PRICE]");
        assertThat(model.recent().get()).hasSize(1);
    }

    @Test
    void aFileThatIsGoneIsToldAndNotOpened() throws IOException {
        var model = model(files());
        model.export(view, COLUMNS, ExportProfile.WORKBOOK, target(), OCTOBER);
        Files.delete(target());
        model.openFile(model.recent().get().getFirst().export());
        assertThat(opened).isEmpty();
        assertThat(notices.getLast().key()).isEqualTo("recent.gone");
        assertThat(model.recent().get()).extracting(Recent::there).containsExactly(false);
    }

    @Test
    void aForgottenExportLeavesItsFile() {
        var model = model(files());
        model.export(view, COLUMNS, ExportProfile.WORKBOOK, target(), OCTOBER);
        model.forget(model.recent().get().getFirst().export());
        assertThat(model.recent().get()).isEmpty();
        assertThat(target()).exists();
    }
}
