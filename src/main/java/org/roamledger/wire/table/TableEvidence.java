package org.roamledger.wire.table;

import org.roamledger.session.ReportColumn;
import org.roamledger.session.ReportColumn.Kind;
import org.roamledger.wire.mapping.DateForm;
import org.roamledger.wire.mapping.DecimalSign;
import org.roamledger.wire.table.DecimalText.Mark;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the whole of a file tells about how its writer separates decimals and orders dates.
///
/// A single `1,234` can be twelve hundred or one and a bit. What the other values of its column
/// show decides, then what the other columns show, then how files of that kind are usually written.
/// Where the file contradicts itself nothing is guessed.
public final class TableEvidence {

    private final TableColumns columns;
    private final Mark usual;
    private final Map<ReportColumn, Set<Mark>> marks = new EnumMap<>(ReportColumn.class);
    private final Set<Mark> anyMark = EnumSet.noneOf(Mark.class);
    private final Set<TimeText.Order> orders = EnumSet.noneOf(TimeText.Order.class);

    /// Knows nothing yet.
    ///
    /// @param separator what separates the values of the file: where it is `;`, the comma is
    ///   usually taken for decimals
    public TableEvidence(TableColumns columns, char separator) {
        this.columns = columns;
        this.usual = separator == ';' ? Mark.COMMA : Mark.POINT;
    }

    /// Takes one row below the header into account.
    public void add(List<Cell> row) {
        columns.all()
                .filter(column -> column.position() < row.size())
                .forEach(
                        column -> {
                            if (row.get(column.position()) instanceof Cell.Text(var text)
                                    && !text.isEmpty()) {
                                add(column.column(), text);
                            }
                        });
    }

    private void add(ReportColumn column, String text) {
        switch (column.kind()) {
            case WATT_HOURS, READING, MONEY, PERCENT -> {
                if (DecimalText.of(RowValues.withoutPercent(text))
                        instanceof DecimalText.Marked(_, var mark)) {
                    marks.computeIfAbsent(column, _ -> EnumSet.noneOf(Mark.class)).add(mark);
                    anyMark.add(mark);
                }
            }
            case DATE_TIME ->
                    TimeText.of(text)
                            .map(TimeText::order)
                            .filter(order -> order != TimeText.Order.UNTOLD)
                            .ifPresent(orders::add);
            default -> {}
        }
    }

    /// Decides between the two readings, or finds that nobody can.
    Optional<BigDecimal> decide(TableColumn column, DecimalText.Ambiguous number) {
        var shown = marks.getOrDefault(column.column(), Set.of());
        if (shown.isEmpty()) {
            shown = anyMark;
        }
        if (shown.size() == 1) {
            return Optional.of(number.read(shown.iterator().next()));
        }
        if (!shown.isEmpty()) {
            return Optional.empty();
        }
        if (number.mark() == usual) {
            return Optional.of(number.asDecimals());
        }
        // Watt-hours are whole numbers that people group; three decimals would be odd.
        var whole =
                column.wattHourShift() == 0
                        && (column.column().kind() == Kind.WATT_HOURS
                                || column.column().kind() == Kind.READING);
        return whole ? Optional.of(number.asGroups()) : Optional.empty();
    }

    /// Decides which of two dates is meant, or finds that nobody can.
    Optional<LocalDateTime> decide(LocalDateTime dayFirst, LocalDateTime monthFirst) {
        if (orders.size() > 1 && !dayFirst.equals(monthFirst)) {
            return Optional.empty();
        }
        return Optional.of(orders.contains(TimeText.Order.MONTH_FIRST) ? monthFirst : dayFirst);
    }

    /// What separates decimals as far as the rows told: [DecimalSign#DETECT] if they did not, or
    /// contradict one another.
    public DecimalSign decimals() {
        return anyMark.size() == 1 ? anyMark.iterator().next().sign() : DecimalSign.DETECT;
    }

    /// What comes first in dates with slashes, as far as the rows told.
    public DateForm.Order dates() {
        if (orders.size() != 1) {
            return DateForm.Order.DETECT;
        }
        return orders.contains(TimeText.Order.MONTH_FIRST)
                ? DateForm.Order.MONTH_FIRST
                : DateForm.Order.DAY_FIRST;
    }
}
