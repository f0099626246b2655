package org.roamledger.importing;

import org.jspecify.annotations.Nullable;
import org.roamledger.wire.table.Cell;

import java.util.ArrayList;
import java.util.List;

/// The first rows of what may be a table, without blank ones.
final class TableHead {

    /// Enough for some lines of title, the header, and the rows to be shown.
    private static final int ROWS = 60;

    private final @Nullable String sheet;
    private final @Nullable Character separator;
    private final @Nullable String encoding;
    private final List<Row> rows = new ArrayList<>();

    /// A row as it stands in the file.
    ///
    /// @param number line or row, from 1
    record Row(long number, List<Cell> cells) {

        List<String> texts() {
            return cells.stream().map(Cell::asText).toList();
        }
    }

    TableHead(@Nullable String sheet, @Nullable Character separator, @Nullable String encoding) {
        this.sheet = sheet;
        this.separator = separator;
        this.encoding = encoding;
    }

    /// Takes the next row; false if it wants no more.
    boolean add(long number, List<Cell> cells) {
        rows.add(new Row(number, List.copyOf(cells)));
        return rows.size() < ROWS;
    }

    @Nullable String sheet() {
        return sheet;
    }

    @Nullable Character separator() {
        return separator;
    }

    @Nullable String encoding() {
        return encoding;
    }

    List<Row> rows() {
        return rows;
    }
}
