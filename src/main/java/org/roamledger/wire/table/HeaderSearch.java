package org.roamledger.wire.table;

import org.roamledger.session.ReportColumn;

import java.util.List;
import java.util.Optional;

/// Finds the header line of a table: the first row that names all columns a session needs, among
/// the first few, because some portals write a title above it.
public final class HeaderSearch {

    private static final int ROWS = 20;

    private TableColumns best = TableColumns.of(List.of());
    private int rows;

    /// Looks at the next row from the top. Blank rows may be left out.
    ///
    /// @throws org.roamledger.problem.ProblemException with `BadZone` if a time column names a zone
    ///   that is none
    public void add(List<String> row) {
        rows++;
        var columns = TableColumns.of(row);
        var first = best.headers().isEmpty();
        if (first || (!isFound() && columns.recognised() > best.recognised())) {
            best = columns;
        }
    }

    /// Whether there is no use in looking further.
    public boolean isOver() {
        return isFound() || rows >= ROWS;
    }

    /// The header, if a row with all required columns was seen.
    public Optional<TableColumns> found() {
        return isFound() ? Optional.of(best) : Optional.empty();
    }

    private boolean isFound() {
        return best.missing().isEmpty();
    }

    /// How many columns the best row has that are known.
    public int recognised() {
        return best.recognised();
    }

    /// What the best row lacks, by the names of the standard headers.
    public List<String> missing() {
        return best.missing().stream().map(ReportColumn::header).toList();
    }

    /// The best row as it stands in the file.
    public List<String> headers() {
        return best.headers();
    }
}
