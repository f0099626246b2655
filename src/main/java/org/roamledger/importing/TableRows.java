package org.roamledger.importing;

import org.roamledger.wire.table.RowOutcome;
import org.roamledger.wire.table.TableColumns;

/// Takes the rows of tables as they are read.
@FunctionalInterface
interface TableRows {

    /// Told before the first row below a header.
    default void below(TableColumns header) {}

    void add(RowOutcome row);
}
