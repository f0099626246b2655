package org.roamledger.export;

import org.roamledger.problem.Progress;
import org.roamledger.report.ReportFixture;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// Exports for tests.
final class Exports {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private Exports() {}

    static ReportView view(ReportFixture.Row... rows) {
        return ReportFixture.view(ReportFixture.report(STOCKHOLM, rows));
    }

    static ExportRequest request(ReportView view, ReportColumn... columns) {
        return new ExportRequest(
                view,
                columns.length == 0 ? ReportColumn.STANDARD : List.of(columns),
                List.of(),
                CsvForm.STANDARD);
    }

    static ExportRequest with(CsvForm form, ExportRequest request) {
        return new ExportRequest(request.view(), request.columns(), request.dataAges(), form);
    }

    /// The text of a CSV export.
    static String csv(ExportRequest request, Path folder) throws IOException {
        var file = folder.resolve("report.csv");
        ReportExport.write(request, file, ExportFormat.CSV, Progress.NONE);
        return Files.readString(file);
    }

    static Path xlsx(ExportRequest request, Path folder) {
        var file = folder.resolve("report.xlsx");
        ReportExport.write(request, file, ExportFormat.XLSX, Progress.NONE);
        return file;
    }
}
