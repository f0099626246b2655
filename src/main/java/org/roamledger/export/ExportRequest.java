package org.roamledger.export;

import org.roamledger.report.DataAge;
import org.roamledger.report.ReportView;
import org.roamledger.session.ReportColumn;

import java.util.List;

/// What is to be exported. The same request makes the same bytes.
///
/// @param view the visible rows in their order
/// @param columns the visible columns in their order; at least one
/// @param dataAges how old the data of each source is, for the sheet of parameters
/// @param csv how to write CSV; other formats do not look at it
public record ExportRequest(
        ReportView view, List<ReportColumn> columns, List<DataAge> dataAges, CsvForm csv) {

    public ExportRequest {
        columns = List.copyOf(columns);
        dataAges = List.copyOf(dataAges);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("no columns");
        }
    }
}
