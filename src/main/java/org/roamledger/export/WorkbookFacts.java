package org.roamledger.export;

import org.roamledger.report.DataAge;
import org.roamledger.report.ReportView;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementWords;
import org.roamledger.session.ReportColumn;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What a workbook says of itself.
///
/// Nothing in it depends on when it is written, so that the same rows of the same data make the
/// same file.
///
/// @param title what it is a report of
/// @param view the rows
/// @param dataAges how old the data of each source is
/// @param laidOutBy key of what `layout` is: columns or groups
/// @param layout the columns or levels
/// @param sheets over which the rows are spread
/// @param words the language of the workbook
record WorkbookFacts(
        String title,
        ReportView view,
        List<DataAge> dataAges,
        String laidOutBy,
        List<ReportColumn> layout,
        List<Rows> sheets,
        SettlementWords words) {

    private static final String SESSIONS = "Sessions";

    /// The rows of a sheet.
    ///
    /// @param first position in the view
    /// @param end position after the last
    record Rows(String sheet, int first, int end) {}

    static WorkbookFacts of(Settlement settlement, List<DataAge> dataAges, SettlementWords words) {
        return new WorkbookFacts(
                words.text("title"),
                settlement.view(),
                dataAges,
                "groups",
                settlement.levels(),
                List.of(),
                words);
    }

    /// @param rowsPerSheet rows that fit below the header of a sheet
    static WorkbookFacts of(ExportRequest request, int rowsPerSheet) {
        return new WorkbookFacts(
                "Roaming sessions (CPO view)",
                request.view(),
                request.dataAges(),
                "parameter.columns",
                request.columns(),
                sheets(request.view().size(), rowsPerSheet),
                SettlementWords.STANDARD);
    }

    private static List<Rows> sheets(int rows, int rowsPerSheet) {
        var sheets = new ArrayList<Rows>();
        var first = 0;
        do {
            var end = first + Math.min(rowsPerSheet, rows - first);
            var name = sheets.isEmpty() ? SESSIONS : SESSIONS + " (" + (sheets.size() + 1) + ")";
            sheets.add(new Rows(name, first, end));
            first = end;
        } while (first < rows);
        return List.copyOf(sheets);
    }

    /// The state of the data, as the time of the document: when a source was last read, else the
    /// begin of the period.
    Instant asOf() {
        return dataAges.stream()
                .map(DataAge::asOf)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(view.report().parameters().start());
    }

    String layoutText() {
        return layout.stream().map(words::title).collect(Collectors.joining(", "));
    }

    /// The application, with the version of the archive it was started from.
    static String application() {
        var version = WorkbookFacts.class.getPackage().getImplementationVersion();
        return "Roamledger " + (version == null ? "development" : version);
    }
}
