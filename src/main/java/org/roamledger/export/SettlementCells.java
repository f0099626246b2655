package org.roamledger.export;

import org.roamledger.report.Condition;
import org.roamledger.report.Figures;
import org.roamledger.report.Settlement;
import org.roamledger.report.SettlementColumn;
import org.roamledger.report.SettlementLine;
import org.roamledger.session.ReportColumn;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A settlement as the cells of a table, the same in a workbook and in CSV. Sums are values, not
/// formulas: the file says what was settled, whatever is done to its rows later.
final class SettlementCells {

    /// What a cell holds.
    enum Kind {
        TEXT,
        COUNT,
        KILOWATT_HOURS,
        MONEY,
        PERCENT
    }

    /// @param text the text, or the decimal digits of a number with a point before decimals; empty
    ///   if there is nothing to say
    record Cell(Kind kind, String text) {}

    /// @param kind what the line is
    /// @param depth see [SettlementLine]
    /// @param cells as many as there are titles
    record Line(SettlementLine.Kind kind, int depth, List<Cell> cells) {}

    private static final Cell NONE = new Cell(Kind.TEXT, "");

    private final List<String> titles = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final SettlementNames names;
    private final List<ReportColumn> columns;
    private final Map<String, Integer> decimals;

    /// @throws IllegalStateException if the groups do not come to the totals of the view, which
    ///   only a fault of the application can cause
    SettlementCells(Settlement settlement, SettlementNames names) {
        if (!settlement.addsUp()) {
            throw new IllegalStateException("the groups do not add up to the totals");
        }
        this.names = names;
        columns = SettlementLine.columns(settlement);
        decimals = settlement.decimals();
        titles.add(names.line());
        columns.forEach(column -> titles.add(names.title(column)));
        for (var figure : SettlementColumn.values()) {
            titles.add(names.title(figure));
        }
        for (var line : SettlementLine.of(settlement)) {
            lines.add(new Line(line.kind(), line.depth(), cells(line)));
        }
    }

    List<String> titles() {
        return titles;
    }

    List<Line> lines() {
        return lines;
    }

    /// Number of columns before the figures.
    int textColumns() {
        return 1 + columns.size();
    }

    private List<Cell> cells(SettlementLine line) {
        var cells = new ArrayList<Cell>();
        cells.add(new Cell(Kind.TEXT, names.line(line.kind())));
        for (var column : columns) {
            cells.add(
                    column == ReportColumn.CURRENCY
                            ? text(line.figures().currency())
                            : line.path().stream()
                                    .filter(group -> group.column() == column)
                                    .findAny()
                                    .map(this::name)
                                    .orElse(NONE));
        }
        for (var figure : SettlementColumn.values()) {
            cells.add(figure(figure, line.figures()));
        }
        return cells;
    }

    private Cell text(String text) {
        return new Cell(Kind.TEXT, text.isEmpty() ? names.missing() : text);
    }

    private Cell name(Settlement.Group group) {
        return switch (group.condition()) {
            case Condition.OneOf(var texts) ->
                    text(
                            texts.stream()
                                    .map(text -> names.choice(group.column(), text))
                                    .collect(Collectors.joining(", ")));
            case Condition.Between(var least, _) when least != null ->
                    new Cell(
                            Kind.PERCENT,
                            BigDecimal.valueOf(least, 4).stripTrailingZeros().toPlainString());
            default -> text("");
        };
    }

    private Cell figure(SettlementColumn column, Figures figures) {
        var value = column.of(figures);
        if (value == null) {
            return NONE;
        }
        return switch (column.kind()) {
            case COUNT -> new Cell(Kind.COUNT, Long.toString(value));
            case WATT_HOURS -> new Cell(Kind.KILOWATT_HOURS, decimal(value, 3, 3));
            case MONEY ->
                    new Cell(
                            Kind.MONEY,
                            decimal(value, 4, decimals.getOrDefault(figures.currency(), 2)));
            case MONEY_PER_KWH -> new Cell(Kind.MONEY, decimal(value, 4, 4));
        };
    }

    /// @param decimals how many are written; the others are zeros
    private static String decimal(long value, int scale, int decimals) {
        return BigDecimal.valueOf(value, scale).setScale(decimals).toPlainString();
    }
}
