package org.roamledger.export;

import org.jspecify.annotations.Nullable;
import org.roamledger.session.Amount;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// The cells of a small table, the same in a workbook and in CSV. Sums are values, not formulas:
/// the file says what was settled, whatever is done to its rows later.
///
/// @param titles of the columns, no two alike
/// @param textColumns number of columns before the figures
record TableCells(List<String> titles, int textColumns, List<Line> lines) {

    /// What a cell holds.
    enum Kind {
        TEXT,
        COUNT,
        KILOWATT_HOURS,
        MONEY,
        PERCENT
    }

    /// @param kind what the text is
    /// @param text the text, or the decimal digits of a number with a point before decimals; empty
    ///   if there is nothing to say
    record Cell(Kind kind, String text) {

        static final Cell NONE = new Cell(Kind.TEXT, "");

        static Cell count(long count) {
            return new Cell(Kind.COUNT, Long.toString(count));
        }

        static Cell kilowattHours(long wattHours) {
            return new Cell(Kind.KILOWATT_HOURS, BigDecimal.valueOf(wattHours, 3).toPlainString());
        }

        /// @param fewest decimals; all that the amount needs are written
        static Cell money(@Nullable Amount amount, int fewest) {
            if (amount == null) {
                return NONE;
            }
            var exact = amount.toDecimal().stripTrailingZeros();
            return new Cell(
                    Kind.MONEY, exact.setScale(Math.max(fewest, exact.scale())).toPlainString());
        }

        /// @param rate in ten-thousandths of a percent
        static Cell percent(long rate) {
            return new Cell(
                    Kind.PERCENT, BigDecimal.valueOf(rate, 4).stripTrailingZeros().toPlainString());
        }
    }

    /// @param sum whether it sums lines above it up
    /// @param depth in how many sums the line can be folded
    /// @param cells as many as there are titles
    record Line(boolean sum, int depth, List<Cell> cells) {

        Line {
            cells = List.copyOf(cells);
        }
    }

    TableCells {
        titles = List.copyOf(titles);
        lines = List.copyOf(lines);
    }

    /// This table with another below it: equal titles are one column, and columns that only the
    /// other has stand last.
    TableCells above(TableCells other) {
        var all = new LinkedHashSet<>(titles);
        all.addAll(other.titles);
        var both = new ArrayList<Line>();
        for (var table : List.of(this, other)) {
            var places = all.stream().map(table.titles::indexOf).toList();
            for (var line : table.lines) {
                var cells =
                        places.stream()
                                .map(place -> place < 0 ? Cell.NONE : line.cells().get(place))
                                .toList();
                both.add(new Line(line.sum(), line.depth(), cells));
            }
        }
        return new TableCells(List.copyOf(all), textColumns, both);
    }
}
