package org.roamledger.wire.table;

import org.roamledger.wire.mapping.TableMapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds the header line of a table: the first row that names all columns a session needs, among
/// the first few, because some portals write a title above it.
public final class HeaderSearch {

    private static final int ROWS = 20;

    private final Function<List<String>, TableMapping> mappings;
    private TableColumns best = TableColumns.of(List.of());
    private int rows;
    private boolean isOver;

    /// @param mappings says by which mapping a row would be read if it were the header
    public HeaderSearch(Function<List<String>, TableMapping> mappings) {
        this.mappings = mappings;
    }

    /// Looks at the next row from the top. Blank rows may be left out.
    ///
    /// @param number of the line or row, from 1
    /// @throws org.roamledger.problem.ProblemException with `BadZone` if a time column names a zone
    ///   that is none
    public void add(List<String> row, long number) {
        var mapping = mappings.apply(row);
        var forced = mapping.layout().headerRow();
        if (forced == null) {
            isOver = ++rows >= ROWS;
        } else if (number < forced) {
            return;
        } else {
            isOver = true;
        }
        var columns = TableColumns.of(mapping, row);
        var first = best.headers().isEmpty();
        if (first || (!isFound() && columns.recognised() > best.recognised())) {
            best = columns;
        }
    }

    /// Whether there is no use in looking further.
    public boolean isOver() {
        return isFound() || isOver;
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

    /// What the best row lacks, by the names of headers.
    public List<String> missing() {
        return best.missing();
    }

    /// The best row as it stands in the file.
    public List<String> headers() {
        return best.headers();
    }
}
