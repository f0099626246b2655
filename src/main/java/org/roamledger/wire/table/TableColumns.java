package org.roamledger.wire.table;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.ReportColumn;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The columns of a file, found by their headers and never by their position.
public final class TableColumns {

    private static final List<ReportColumn> REQUIRED =
            List.of(ReportColumn.CDR_ID, ReportColumn.START_TIME);

    private final Map<ReportColumn, TableColumn> known = new EnumMap<>(ReportColumn.class);
    private final List<String> headers;

    private TableColumns(List<String> headers) {
        this.headers = headers;
        var ranks = new EnumMap<ReportColumn, Integer>(ReportColumn.class);
        for (var i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            var found = HeaderText.of(header).orElse(null);
            if (found != null
                    && found.rank() < ranks.getOrDefault(found.column(), Integer.MAX_VALUE)) {
                ranks.put(found.column(), found.rank());
                known.put(
                        found.column(),
                        new TableColumn(
                                i,
                                header.strip(),
                                found.column(),
                                found.wattHourShift(),
                                found.zone(),
                                found.currency()));
            }
        }
    }

    /// Recognises what it can; columns that the report does not have are ignored.
    ///
    /// @throws org.roamledger.problem.ProblemException with `BadZone` if a time column names a zone
    ///   that is none
    public static TableColumns of(List<String> headers) {
        return new TableColumns(List.copyOf(headers));
    }

    /// The columns without which no session can be read and that are not there.
    public List<ReportColumn> missing() {
        return REQUIRED.stream().filter(column -> !known.containsKey(column)).toList();
    }

    /// How many columns were recognised.
    public int recognised() {
        return known.size();
    }

    /// The header line as it stands in the file, without empty headers at its end.
    public List<String> headers() {
        var end = headers.size();
        while (end > 0 && headers.get(end - 1).isBlank()) {
            end--;
        }
        return headers.subList(0, end);
    }

    @Nullable TableColumn find(ReportColumn column) {
        return known.get(column);
    }

    /// In the order of the report.
    Stream<TableColumn> all() {
        return known.values().stream();
    }
}
