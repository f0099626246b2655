package org.roamledger.export;

import org.roamledger.problem.Problem;
import org.roamledger.problem.ProblemException;
import org.roamledger.problem.Progress;

import java.nio.file.Path;

/// Writes the visible rows and columns of a report to a file.
public final class ReportExport {

    private ReportExport() {}

    /// Writes the whole file or leaves what was there before. Blocks: not for the screen's thread.
    /// Some exports may run at once, also of one view.
    ///
    /// A view of no rows makes a file of a header only. Texts that a spreadsheet would take for a
    /// formula are kept from being one: in CSV by an apostrophe before them, which also stands
    /// before EVSE-IDs such as `+49*810*000*438`; in a workbook by their cell style, the text
    /// unchanged. JSON, which is for programs, has all texts as they are.
    ///
    /// @param progress is shown the number of rows written
    /// @throws ProblemException with [Problem.FolderMissing], [Problem.FileNotWritable] or
    ///   [Problem.DiskFull], or with [Problem.Cancelled] if the thread is interrupted
    public static void write(
            ExportRequest request, Path target, ExportFormat format, Progress progress) {
        WholeFile.write(
                target,
                channel -> {
                    switch (format) {
                        case XLSX ->
                                XlsxFile.write(request, XlsxFile.ROWS_PER_SHEET, channel, progress);
                        case CSV -> new CsvFile(request).write(channel, progress);
                        case JSON_LINES -> new JsonLinesFile(request).write(channel, progress);
                    }
                });
    }
}
