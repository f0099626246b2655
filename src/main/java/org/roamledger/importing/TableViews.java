package org.roamledger.importing;

import org.roamledger.session.RecordPlace;
import org.roamledger.wire.table.Cell;

import java.util.List;
import java.util.function.LongFunction;

/// Looks at a file in each way to see a table in it, until one is found.
interface TableViews {

    /// Begins with the next sheet or separator.
    ///
    /// @param places the place of a line or row by its number
    void begin(LongFunction<RecordPlace> places);

    /// Receives the next row that is not blank.
    ///
    /// @param cells by column, good until the next call
    /// @param number of the line or row, from 1
    /// @return whether to go on with this view
    boolean visit(List<Cell> cells, long number);

    /// Whether this was the right view.
    boolean isFound();
}
