package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.RecordPlace;
import org.roamledger.wire.table.Cell;
import org.roamledger.wire.table.StationRows;

import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;

/// A station list, as text or as a workbook: a table whose header names stations and something to
/// be said of them. Asked when a file turned out to be no report.
///
/// For one thread.
final class StationListFile implements TableViews {

    /// Titles may stand above the header.
    private static final int HEADER_ROWS = 20;

    private final TableRecords file;
    private LongFunction<RecordPlace> places = RecordPlace.Line::new;
    private @Nullable StationRows rows;
    private int rowsSeen;

    StationListFile(TableRecords file) {
        this.file = file;
    }

    /// The kind, as summaries name it.
    String format() {
        return file instanceof XlsxFile ? "station-list-xlsx" : "station-list-csv";
    }

    /// Reads all rows, if it is a station list.
    ///
    /// @return whether it is one
    /// @throws org.roamledger.problem.ProblemException with `FileCutOff` if a quote is never
    ///   closed; then nothing was added
    boolean read(Batch batch) throws IOException {
        file.show(this);
        if (rows == null) {
            return false;
        }
        batch.add(rows.list());
        return true;
    }

    @Override
    public void begin(LongFunction<RecordPlace> placesOfRows) {
        places = placesOfRows;
        rowsSeen = 0;
    }

    @Override
    public boolean visit(List<Cell> cells, long number) {
        FileProgress.stopIfInterrupted();
        if (rows != null) {
            rows.add(cells, places.apply(number));
            return true;
        }
        rows = StationRows.below(cells.stream().map(Cell::asText).toList()).orElse(null);
        return rows != null || ++rowsSeen < HEADER_ROWS;
    }

    @Override
    public boolean isFound() {
        return rows != null;
    }
}
